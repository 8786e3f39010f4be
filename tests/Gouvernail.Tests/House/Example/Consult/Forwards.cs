using Gouvernail.Tests.House.Example.Journals;

namespace Gouvernail.Tests.House.Example.Consult;

/// <summary>What the next step may use; it leans on the journals as it may.</summary>
internal static class Forwards
{
    public static int Count => 1;

    public static Page? Page => null;
}
