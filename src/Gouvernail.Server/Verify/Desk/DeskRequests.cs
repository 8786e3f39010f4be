namespace Gouvernail.Server.Verify.Desk;

/// <summary>A reason, which everybody will read.</summary>
/// <param name="Reason">Why.</param>
public sealed record ReasonRequest(string Reason);

/// <summary>Counter-evidence.</summary>
/// <param name="Clause">The clause that is not kept, such as <c>m1#3</c>.</param>
/// <param name="Text">What is not kept, and where to see it.</param>
public sealed record ContestRequest(string Clause, string Text);

/// <summary>A key whose signatures are to count.</summary>
/// <param name="Key">The public key in PEM, or the line of a verifier key.</param>
/// <param name="Name">Whose it is.</param>
/// <param name="Roles">What it signs as, such as auditor, provider, deployer.</param>
public sealed record SignerRequest(string Key, string Name, IReadOnlyList<string> Roles);
