namespace Gouvernail.Tests.House.Example.Consult;

/// <summary>What the next step may use.</summary>
internal static class Forwards
{
    public static int Count => 1;
}
