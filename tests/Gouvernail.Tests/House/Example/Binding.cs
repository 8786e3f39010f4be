using Gouvernail.Tests.House.Example.Journals;

namespace Gouvernail.Tests.House.Example;

/// <summary>A type of the root, which may use the journals.</summary>
internal sealed class Binding
{
    public Page? Page { get; init; }
}
