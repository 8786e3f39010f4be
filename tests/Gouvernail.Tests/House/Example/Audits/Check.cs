using Gouvernail.Tests.House.Example.Aggregate;
using Gouvernail.Tests.House.Example.Journals;

namespace Gouvernail.Tests.House.Example.Audits;

/// <summary>An audit, which looks at everything.</summary>
internal sealed class Check
{
    public Tally? Tally { get; init; }

    public Page? Page { get; init; }
}
