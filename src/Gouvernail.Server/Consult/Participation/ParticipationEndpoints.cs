namespace Gouvernail.Server.Consult.Participation;

/// <summary>Taking part in a consultation.</summary>
internal static class ParticipationEndpoints
{
    public static void Map(WebApplication app)
    {
    }
}
