using Gouvernail.Tests.House.Example.Aggregate;

namespace Gouvernail.Tests.House.Example.Journals;

/// <summary>A journal that leans on a step, as none may.</summary>
internal sealed class PageOfTallies
{
    public Tally? Tally { get; init; }
}
