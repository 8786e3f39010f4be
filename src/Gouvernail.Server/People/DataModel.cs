namespace Gouvernail.Server.People;

/// <summary>What is kept about whoever reads this.</summary>
/// <param name="HasDevice">True where this device bears the cookie that knows it again.</param>
public sealed record DataModel(bool HasDevice);
