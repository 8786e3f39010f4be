namespace Gouvernail.Server.Journals;

/// <summary>How anybody can check the log.</summary>
/// <param name="Size">How many entries it has.</param>
/// <param name="Origin">Its name.</param>
/// <param name="VerifierKey">The key that verifies it, as text.</param>
/// <param name="Address">Where it can be read.</param>
public sealed record LogModel(long Size, string Origin, string VerifierKey, string Address);
