using Gouvernail.Consult.Consultations;

namespace Gouvernail.Server.Consult.Voting.Api;

/// <summary>Taking part as programs do: the same acts and refusals as on the pages, in JSON.</summary>
internal static class ApiEndpoints
{
    /// <summary>The media type of answers.</summary>
    public const string Json = "application/json";

    /// <summary>The media type of refusals (RFC 9457).</summary>
    public const string ProblemJson = "application/problem+json";

    public static void Map(WebApplication app)
    {
        RouteGroupBuilder api = app.MapGroup("/api").WithTags("Taking part")
            .DisableAntiforgery().WithMetadata(ApiGuard.Mark);
        ConsultationApi.Map(api);
        VoteApi.Map(api, app.Services);
        StatementApi.Map(api);
        PersonApi.Map(api);
    }

    /// <summary>A visit by a device that is known; else the problem.</summary>
    public static (Visit? Visit, IResult? Problem) Known(HttpContext context, Visits visits, string id) =>
        visits.Of(context, id) is not { } visit ? (null, Answer.Problem(Problems.NoConsultation))
            : visit.View.Stage == Stage.Archived ? (null, Answer.Refused(ArchiveConsultation.IsArchived))
            : visit.Who is null ? (null, Answer.Problem(Problems.NoDevice))
            : (visit, null);
}
