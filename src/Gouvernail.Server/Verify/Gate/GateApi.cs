using System.Text.Json;
using Gouvernail.Log.Envelopes;
using Gouvernail.Verify.Gate;
using Gouvernail.Verify.Register;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Gouvernail.Server.Verify.Gate;

/// <summary>The gate for programs: may it run, now? Nobody may keep an answer.</summary>
internal static class GateApi
{
    private const string Json = "application/json";
    private const string ProblemJson = "application/problem+json";

    /// <summary>Runtimes ask before every run.</summary>
    private static readonly RequestCost _runtime = new(0.1);

    public static void Map(WebApplication app)
    {
        RouteGroupBuilder group = app.MapGroup("/api/gate/{id}").WithTags("Gate")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        group.MapGet("", Decide).WithName("AskGate")
            .WithSummary("Whether an automaton may run now, with every rule; 200 for a refusal too.")
            .Produces<JsonElement>(StatusCodes.Status200OK, Json);
        group.MapGet("/decision.dsse.json", Sign).WithName("SignDecision")
            .WithSummary("The same, signed with the log's key: a DSSE envelope of an in-toto statement.")
            .Produces<JsonElement>(StatusCodes.Status200OK, Envelope.MediaType);
        group.MapGet("/svr.dsse.json", SignResult).WithName("SignVerificationResult")
            .WithSummary("An admission as a Simple Verification Result 0.2, signed; there is none for a refusal.")
            .Produces<JsonElement>(StatusCodes.Status200OK, Envelope.MediaType)
            .Produces<ProblemDetails>(StatusCodes.Status404NotFound, ProblemJson);
        group.MapGet("/authz", Authorise).WithName("AuthoriseRun").WithMetadata(_runtime)
            .WithSummary("For runtimes and proxies: 204 where it may run, 403 with the rules that refuse where not.")
            .Produces(StatusCodes.Status204NoContent)
            .Produces<ProblemDetails>(StatusCodes.Status403Forbidden, ProblemJson);
    }

    private static IResult Decide(
        string id, string? card, Community community, HttpContext context) =>
        AnswerWith(id, card, community, context, decision => TypedResults.Bytes(decision.ToBytes(), Json));

    private static IResult Sign(
        string id, string? card, Community community, HttpContext context) =>
        AnswerWith(id, card, community, context, decision => Send(community.Sign(decision)));

    private static IResult SignResult(
        string id, string? card, Community community, HttpContext context) =>
        AnswerWith(id, card, community, context, decision => community.SignResult(decision) is { } signed
            ? Send(signed)
            : new GateNo(Problems.NoVerificationResult, decision, Find(community, decision)));

    private static IResult Authorise(
        string id, string? card, Community community, HttpContext context) =>
        AnswerWith(id, card, community, context, decision => decision.IsAdmitted
            ? TypedResults.NoContent()
            : new GateNo(Problems.GateRefused, decision, Find(community, decision)));

    private static IResult AnswerWith(
        string id,
        string? card,
        Community community,
        HttpContext context,
        Func<GateDecision, IResult> answer)
    {
        context.Response.Headers.AccessControlAllowOrigin = "*";
        context.Response.Headers.CacheControl = "no-store";
        return GateAsk.Read(community.RegisterBook, id, card) is { } ask
            ? answer(community.AskGate(ask.Automaton, ask.Card))
            : Answer.Problem(Problems.BadRequest);
    }

    private static FileContentHttpResult Send(Envelope envelope) =>
        TypedResults.Bytes(envelope.ToJson(), Envelope.MediaType);

    private static Automaton? Find(Community community, GateDecision decision) =>
        community.RegisterBook.TryGet(decision.Automaton, out Automaton? found) ? found : null;
}
