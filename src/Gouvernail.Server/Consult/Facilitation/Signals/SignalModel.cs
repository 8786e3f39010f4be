using Gouvernail.Consult.Signals;

namespace Gouvernail.Server.Consult.Facilitation.Signals;

/// <summary>What may come of coordinated behaviour in a consultation.</summary>
/// <param name="Bench">The consultation.</param>
/// <param name="Report">The signals.</param>
/// <param name="People">How many have voted.</param>
public sealed record SignalModel(Bench Bench, SignalReport Report, int People);
