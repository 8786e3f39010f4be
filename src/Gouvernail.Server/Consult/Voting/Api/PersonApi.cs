using System.Buffers;
using System.Text.Json;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Live;
using Gouvernail.Journals;
using Gouvernail.Server.People;

namespace Gouvernail.Server.Consult.Voting.Api;

/// <summary>Who somebody is, what they did, and what is kept of them.</summary>
internal static class PersonApi
{
    private static readonly RequestCost _codeCost = new(5);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/devices", MakeDevice)
            .WithName("MakeDevice")
            .WithSummary("Makes this program a device: sets its cookie, and gives the text of Authorization: Device …")
            .Produces(StatusCodes.Status200OK, contentType: ApiEndpoints.Json);
        api.MapPost("/consultations/{id}/pass", EnterAsync).WithMetadata(_codeCost)
            .WithName("EnterCode").WithSummary("Enters an invitation code: sets the cookie by which it is remembered.")
            .Accepts<CodeBody>(ApiEndpoints.Json)
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/consultations/{id}/me", Show)
            .WithName("GetMe").WithSummary("One's own votes, and where one stands.")
            .Produces(StatusCodes.Status200OK, contentType: ApiEndpoints.Json)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/consultations/{id}/me/data", ShowData)
            .WithName("GetMyData").WithSummary("Everything that is kept about oneself.")
            .Produces(StatusCodes.Status200OK, contentType: ApiEndpoints.Json)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapDelete("/consultations/{id}/me", EraseAsync)
            .WithName("EraseMe").WithSummary("Erases what one's entries sealed, for good.")
            .Produces(StatusCodes.Status200OK, contentType: ApiEndpoints.Json)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static JsonAnswer MakeDevice(HttpContext context, Devices devices)
    {
        string device = devices.Write(devices.Ensure(context));
        return new JsonAnswer(json => json.WriteString("device", device));
    }

    private static async Task<IResult> EnterAsync(HttpContext context, Visits visits, string id)
    {
        if (await JsonAnswer.ReadAsync<CodeBody>(context, CodeBody.Read) is not { } body)
        {
            return Answer.Problem(Problems.BadRequest);
        }

        return visits.ViewOf(id) is null ? Answer.Problem(Problems.NoConsultation)
            : visits.TryEnter(context, id, body.Code) ? TypedResults.NoContent()
            : Answer.Problem(Problems.NoCode);
    }

    private static IResult Show(HttpContext context, Visits visits, Places places, string id)
    {
        (Visit? visit, IResult? problem) = ApiEndpoints.Known(context, visits, id);
        return visit is null ? problem! : new JsonAnswer(json =>
        {
            LiveParticipant? participant = visit.Participant();
            json.WriteString("pseudonym", visit.Who!.Pseudonym);
            json.WriteString("rung", visit.Who.Rung.Word());
            json.WriteBoolean("admitted", visit.IsAdmitted);
            json.WriteStartArray("votes");
            foreach (Ballot ballot in participant?.Ballots ?? [])
            {
                json.WriteStartObject();
                json.WriteString("statement", ballot.Statement);
                json.WriteNumber("vote", ballot.Vote);
                json.WriteBoolean("matters", ballot.Matters);
                json.WriteNumber("entry", ballot.Position);
                json.WriteString("time", Entry.Format(DateTimeOffset.FromUnixTimeMilliseconds(ballot.Time)));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WritePlace(json, places.For(visit));
        });
    }

    private static IResult ShowData(HttpContext context, Visits visits, Community community, string id)
    {
        (Visit? visit, IResult? problem) = ApiEndpoints.Known(context, visits, id);
        if (visit is null)
        {
            return problem!;
        }

        context.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Bytes(OwnData.Of(visit, community).ToJson(), ApiEndpoints.Json);
    }

    private static async Task<IResult> EraseAsync(
        HttpContext context, Visits visits, Booth booth, Community community, string id)
    {
        (Visit? visit, IResult? problem) = ApiEndpoints.Known(context, visits, id);
        if (visit is null)
        {
            return problem!;
        }

        Outcome outcome = await booth.EraseAsync(visit, context.RequestAborted);
        if (outcome.Refusal is { } refusal)
        {
            return Answer.Refused(refusal);
        }

        Visits.Leave(context, id);
        return new JsonAnswer(json =>
        {
            json.WriteNumber("erased", outcome.Count);
            json.WriteNumber("entry", outcome.First);
            json.WriteNumber("size", community.Journal.Size);
        });
    }

    private static void WritePlace(Utf8JsonWriter json, Place? place)
    {
        if (place is null)
        {
            json.WriteNull("place");
            return;
        }

        json.WriteStartObject("place");
        json.WriteNumber("x", place.X);
        json.WriteNumber("y", place.Y);
        if (place.Group is { } group)
        {
            json.WriteNumber("group", group);
        }

        json.WriteNumber("groups", place.Groups);
        json.WriteEndObject();
    }
}

/// <summary>An invitation code as programs send it.</summary>
/// <param name="Code">The code.</param>
internal readonly record struct CodeBody(string Code)
{
    /// <summary>Reads a body; null where it is not one.</summary>
    public static CodeBody? Read(ReadOnlySequence<byte> body)
    {
        using JsonDocument read = JsonDocument.Parse(body);
        return read.RootElement.ValueKind == JsonValueKind.Object
            && read.RootElement.TryGetProperty("code", out JsonElement code) && code.ValueKind == JsonValueKind.String
            ? new CodeBody(code.GetString()!)
            : null;
    }
}
