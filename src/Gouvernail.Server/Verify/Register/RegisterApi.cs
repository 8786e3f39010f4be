using System.Text.Json;
using Gouvernail.Journals;
using Gouvernail.People;
using Gouvernail.Server.Consult.Facilitation.Api;
using Gouvernail.Server.People;
using Gouvernail.Verify.Register;
using Microsoft.AspNetCore.Mvc;

namespace Gouvernail.Server.Verify.Register;

/// <summary>The register for programs.</summary>
internal static class RegisterApi
{
    private const string Json = "application/json";
    private const string ProblemJson = "application/problem+json";

    private static readonly Wording _broken = new(
        "the card cannot be filed", "la fiche ne peut être déposée");

    public static void Map(WebApplication app)
    {
        app.MapGet("/api/register", List).WithName("ListAutomata").WithTags("Register")
            .WithSummary("The automata of the register, in the order in which they came.")
            .Produces<JsonElement>(StatusCodes.Status200OK, Json)
            .Produces<ProblemDetails>(StatusCodes.Status400BadRequest, ProblemJson);
        app.MapGet("/api/register/{id}", Show).WithName("GetAutomaton").WithTags("Register")
            .WithSummary("An automaton: its latest card, what it discloses, and all versions.")
            .Produces<JsonElement>(StatusCodes.Status200OK, Json)
            .Produces<ProblemDetails>(StatusCodes.Status404NotFound, ProblemJson);
        Community community = app.Services.GetRequiredService<Community>();
        ApiDoor.MapAct<CardRequest>(
            app,
            "/register",
            "FileCard",
            "Files a card: of a new automaton, or a new version of the one named; answers with its id.",
            Role.Facilitator,
            async (request, context) =>
            {
                string id = "";
                CardReading reading = Card.Read(JsonSerializer.SerializeToUtf8Bytes(request.Card));
                Outcome outcome = await community.ActAsync(context, (by, _) =>
                {
                    id = request.Automaton ?? community.Register.Book.NextAutomaton;
                    return reading.IsRead
                        ? FileCard.Decide(
                            community.Register.Book,
                            community.Roles,
                            new FileCard(request.Automaton, reading.Card, by))
                        : Invalid(reading.Problems);
                });
                return (outcome, "automaton", id);
            });
        ApiDoor.MapAct<RetirementRequest>(
            app,
            "/register/{id}/retire",
            "RetireAutomaton",
            "Says that an automaton is used no more: public, with its reason.",
            Role.Facilitator,
            async (request, context) => (await community.ActAsync(context, (by, _) => RetireAutomaton.Decide(
                community.Register.Book,
                community.Roles,
                new RetireAutomaton((string)context.Request.RouteValues["id"]!, request.Reason, by))), null, null));
    }

    private static IResult List(
        string? search, string? @class, string? purpose, string? party, Community community, HttpContext context)
    {
        if (RegisterEndpoints.QueryOf(search, @class, purpose, party) is not { } query)
        {
            return Answer.Problem(Problems.BadRequest);
        }

        IReadOnlyList<Automaton> found = query.Find(community.RegisterBook);
        context.Response.Headers.AccessControlAllowOrigin = "*";
        return new JsonAnswer(json =>
        {
            json.WriteStartArray("automata");
            foreach (Automaton automaton in found)
            {
                json.WriteStartObject();
                json.WriteString("id", automaton.Id);
                json.WriteString("name", automaton.Card?.Name);
                json.WriteString("class", automaton.Card?.HeldTo().Word());
                json.WriteString("digest", automaton.Latest.Digest);
                json.WriteNumber("versions", automaton.Versions.Count);
                json.WriteBoolean("retired", automaton.Retired is not null);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    private static IResult Show(string id, Community community, HttpContext context)
    {
        if (!community.RegisterBook.TryGet(id, out Automaton? automaton))
        {
            return Answer.Problem(Problems.NoAutomaton);
        }

        context.Response.Headers.AccessControlAllowOrigin = "*";
        return new JsonAnswer(json => Write(json, automaton));
    }

    private static void Write(Utf8JsonWriter json, Automaton automaton)
    {
        json.WriteString("id", automaton.Id);
        json.WriteString("retired", automaton.Retired?.Reason);
        json.WriteStartArray("versions");
        foreach (AutomatonVersion version in automaton.Versions)
        {
            json.WriteStartObject();
            json.WriteNumber("number", version.Number);
            json.WriteNumber("entry", version.Position);
            json.WriteString("time", Entry.Format(version.Time));
            json.WriteString("digest", version.Digest);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (automaton.Card is not { } card)
        {
            json.WriteNull("card");
            return;
        }

        json.WriteStartObject("disclosures");
        foreach (CardTerm term in CardTerms.All)
        {
            json.WriteString(term.Word(), card.StateOf(term).ToString().ToLowerInvariant());
        }

        json.WriteEndObject();
        json.WriteStartArray("missing");
        foreach (string path in card.Missing())
        {
            json.WriteStringValue(path);
        }

        json.WriteEndArray();
        json.WritePropertyName("card");
        json.WriteRawValue(card.ToBytes());
    }

    private static Decision Invalid(IReadOnlyList<CardProblem> problems) => Decision.Refuse("card-invalid", new(
        _broken.English + ". " + string.Join(". ", problems.Select(problem => problem.In(Language.English))),
        _broken.French + ". " + string.Join(". ", problems.Select(problem => problem.In(Language.French)))));
}

/// <summary>A card to file.</summary>
/// <param name="Card">The card, <c>gouvernail/system-card/v1</c>.</param>
/// <param name="Automaton">The automaton whose new version it is; left out for a new one.</param>
public sealed record CardRequest(JsonElement Card, string? Automaton = null);

/// <summary>An automaton to retire.</summary>
/// <param name="Reason">Why, in public and for ever.</param>
public sealed record RetirementRequest(string Reason);
