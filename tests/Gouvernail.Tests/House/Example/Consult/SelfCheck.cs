using Gouvernail.Tests.House.Example.Audits;

namespace Gouvernail.Tests.House.Example.Consult;

/// <summary>A step that leans on an audit, as none may.</summary>
internal sealed class SelfCheck
{
    public Check? Check { get; init; }
}
