namespace Gouvernail.Server.Aggregate;

/// <summary>Results while people vote, and results published.</summary>
internal static class ResultEndpoints
{
    public static void Map(WebApplication app)
    {
    }
}
