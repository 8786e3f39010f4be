namespace Gouvernail.Server.Consult.Facilitation;

/// <summary>Preparing, opening, moderating and closing consultations.</summary>
internal static class FacilitationEndpoints
{
    public static void Map(WebApplication app)
    {
    }
}
