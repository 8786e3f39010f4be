using System.Text.Json;
using Gouvernail.Journals;
using Gouvernail.Log.Envelopes;
using Gouvernail.Verify.Evidence;
using Gouvernail.Verify.Permits;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Gouvernail.Server.Verify.Evidence;

/// <summary>Evidence from programs, such as those that test a model. It takes no right of ours: the signature counts.
/// </summary>
internal static class EvidenceApi
{
    private const string Json = "application/json";
    private const string ProblemJson = "application/problem+json";

    public static void Map(WebApplication app) => app.MapPost("/api/automata/{id}/evidence", FileAsync)
        .WithName("FileEvidence").WithSummary("Files evidence about an automaton: a DSSE envelope, as it was signed.")
        .WithTags("Gate")
        .WithMetadata(new BodyLimit(EvidenceFiled.MostBytes), ApiGuard.Mark, EvidenceDoor.Cost)
        .WithMetadata(new AcceptsMetadata([Envelope.MediaType, Json], typeof(JsonElement)))
        .Produces<JsonElement>(StatusCodes.Status201Created, Json)
        .Produces<ProblemDetails>(StatusCodes.Status404NotFound, ProblemJson)
        .Produces<ProblemDetails>(StatusCodes.Status409Conflict, ProblemJson)
        .Produces<ProblemDetails>(StatusCodes.Status413PayloadTooLarge, ProblemJson)
        .DisableAntiforgery();

    private static async Task<IResult> FileAsync(
        string id, Community community, EvidenceDoor door, TimeProvider clock, HttpContext context)
    {
        if (!community.RegisterBook.TryGet(id, out _))
        {
            return Answer.Problem(Problems.NoAutomaton);
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        Outcome outcome = await door.FileAsync(id, body.ToArray(), context.RequestAborted);
        return outcome.Refusal is { } refusal
            ? Answer.Refused(refusal)
            : new JsonAnswer(
                json =>
                {
                    json.WriteNumber("first", outcome.First);
                    json.WriteNumber("entries", outcome.Count);
                    json.WriteString("permit", community.PermitBook.Of(id).At(clock.GetUtcNow()).Word());
                },
                StatusCodes.Status201Created);
    }
}
