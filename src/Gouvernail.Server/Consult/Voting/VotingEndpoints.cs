namespace Gouvernail.Server.Consult.Voting;

/// <summary>Taking part in a consultation.</summary>
internal static class VotingEndpoints
{
    public static void Map(WebApplication app)
    {
    }
}
