using Gouvernail.Consult.Consultations;
using Gouvernail.Contest.Petitions;
using Gouvernail.People;
using Gouvernail.Server.Consult.Facilitation.Api;
using Gouvernail.Server.People;

namespace Gouvernail.Server.Contest.Petitions;

/// <summary>The thresholds of the petitions to come; an effect that is left out has no petitions.</summary>
public sealed record ThresholdsRequest
{
    /// <summary>Signatures for a debate.</summary>
    public int? Debate { get; init; }

    /// <summary>Signatures for a review.</summary>
    public int? Review { get; init; }

    /// <summary>Signatures for a suspension.</summary>
    public int? Suspension { get; init; }

    /// <summary>The lowest rung whose signatures count.</summary>
    public Rung Rung { get; init; } = Rung.Code;

    /// <summary>The consultation whose personal invitations and members may sign.</summary>
    public string? Roll { get; init; }

    /// <summary>How long a petition runs.</summary>
    public int Days { get; init; } = 90;

    internal PetitionThresholdsSet ToThresholds(string by)
    {
        var signatures = new Dictionary<PetitionEffect, int>();
        foreach ((PetitionEffect effect, int? number) in (ReadOnlySpan<(PetitionEffect, int?)>)[
            (PetitionEffect.Debate, Debate), (PetitionEffect.Review, Review), (PetitionEffect.Suspension, Suspension)])
        {
            if (number is { } set)
            {
                signatures[effect] = set;
            }
        }

        return new PetitionThresholdsSet(signatures, Rung, Roll, Days, by);
    }
}

/// <summary>An answer to a petition.</summary>
public sealed record PetitionAnswerRequest
{
    /// <summary>In whose name.</summary>
    public string From { get; init; } = "";

    /// <summary>The answer.</summary>
    public string Text { get; init; } = "";
}

/// <summary>Why a petition is stopped.</summary>
public sealed record PetitionStopRequest
{
    /// <summary>The reason, which is public.</summary>
    public string Reason { get; init; } = "";
}

/// <summary>The acts of facilitators on petitions, for programs: each as its page does it.</summary>
internal static class PetitionDeskApi
{
    public static void Map(WebApplication app)
    {
        Community community = app.Services.GetRequiredService<Community>();
        ApiDoor.MapAct<ThresholdsRequest>(
            app, "/petitions/thresholds", "SetPetitionThresholds",
            "Sets the thresholds of the petitions that start from now on, whole.",
            Role.Facilitator,
            async (request, context) => (
                await community.ActAsync(context, (by, _) => SetPetitionThresholds.Decide(
                    community.Consultations, new SetPetitionThresholds(request.ToThresholds(by)))),
                null, null));
        ApiDoor.MapAct<PetitionAnswerRequest>(
            app, "/petitions/{petition}/answer", "AnswerPetition", "Publishes an answer to a petition.",
            Role.Facilitator,
            async (request, context) => (
                await community.ActAsync(context, (by, _) => AnswerPetition.Decide(
                    community.Petitions.Book,
                    new AnswerPetition(Id(context), new PetitionAnswered(request.From, request.Text, by)))),
                null, null));
        ApiDoor.MapAct<PetitionStopRequest>(
            app, "/petitions/{petition}/stop", "StopPetition",
            "Stops a petition that has not passed, for a reason that is public.",
            Role.Facilitator,
            async (request, context) => (
                await community.ActAsync(context, (by, now) =>
                    PetitionDeskEndpoints.Stop(community, Id(context), request.Reason, by, now)),
                null, null));
    }

    private static string Id(HttpContext context) => (string)context.GetRouteValue("petition")!;
}
