using Gouvernail.Tests.House.Example.Consult;

namespace Gouvernail.Tests.House.Example.Aggregate;

/// <summary>A type of a later step, which leans on an earlier one as it may.</summary>
internal class Tally
{
    public int Count { get; private init; } = Forwards.Count;

    public static Tally Of(int count) => new() { Count = count };
}
