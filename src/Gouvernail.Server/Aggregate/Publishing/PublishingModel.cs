namespace Gouvernail.Server.Aggregate.Publishing;

/// <summary>A result that is being computed.</summary>
/// <param name="Id">The consultation's id.</param>
/// <param name="Topic">The question put to people.</param>
/// <param name="Percent">How much is done.</param>
public sealed record PublishingModel(string Id, string Topic, int Percent);
