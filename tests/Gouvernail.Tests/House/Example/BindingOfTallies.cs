using Gouvernail.Tests.House.Example.Aggregate;

namespace Gouvernail.Tests.House.Example;

/// <summary>A type of the root that leans on a step, as none may but the reactions.</summary>
internal sealed class BindingOfTallies
{
    public Tally? Tally { get; init; }
}
