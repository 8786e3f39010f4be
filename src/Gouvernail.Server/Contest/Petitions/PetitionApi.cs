using Gouvernail.Consult.Consultations;
using Gouvernail.Contest.Petitions;
using Gouvernail.Journals;
using Gouvernail.Server.Consult.Voting;

namespace Gouvernail.Server.Contest.Petitions;

/// <summary>Petitions as programs read and sign them: the same acts and refusals as on the pages, in JSON.</summary>
internal static class PetitionApi
{
    private const string Json = "application/json";

    private static readonly RequestCost _startCost = new(20);

    public static void Map(WebApplication app)
    {
        RouteGroupBuilder api = app.MapGroup("/api/petitions").WithTags("Petitions")
            .DisableAntiforgery().WithMetadata(ApiGuard.Mark);
        api.MapGet("", List)
            .WithName("ListPetitions").WithSummary("All petitions, in the order in which they started; thresholds.")
            .Produces(StatusCodes.Status200OK, contentType: Json);
        api.MapGet("/{petition}", Show)
            .WithName("GetPetition").WithSummary("A petition: what it asks, its threshold, its signatures by day.")
            .Produces(StatusCodes.Status200OK, contentType: Json)
            .ProducesProblem(StatusCodes.Status404NotFound);
        Refuses(api.MapPost("", StartAsync).WithMetadata(_startCost)
            .WithName("StartPetition").WithSummary("Starts a petition, and signs it.")
            .Accepts<PetitionBody>(Json)
            .Produces(StatusCodes.Status201Created, contentType: Json));
        Refuses(api.MapPut("/{petition}/description", DescribeAsync)
            .WithName("DescribePetition").WithSummary("Puts one's own petition better, until somebody else has signed.")
            .Accepts<PetitionBody>(Json)
            .Produces(StatusCodes.Status200OK, contentType: Json));
        Refuses(api.MapPut("/{petition}/signature", SignAsync)
            .WithName("SignPetition").WithSummary("Signs; signing again logs nothing.")
            .Accepts<SignatureBody>(Json)
            .Produces(StatusCodes.Status200OK, contentType: Json));
        Refuses(api.MapDelete("/{petition}/signature", WithdrawAsync)
            .WithName("WithdrawSignature").WithSummary("Takes one's signature back, until the petition has passed.")
            .Produces(StatusCodes.Status200OK, contentType: Json));
        Refuses(api.MapDelete("/{petition}", TakeBackAsync)
            .WithName("TakePetitionBack").WithSummary("Takes one's own petition back, until it has passed.")
            .Produces(StatusCodes.Status200OK, contentType: Json));
        api.MapGet("/{petition}/me", ShowMe)
            .WithName("GetMyPetitionData").WithSummary("Whether one has signed, and everything kept about oneself.")
            .Produces(StatusCodes.Status200OK, contentType: Json)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);
        Refuses(api.MapDelete("/{petition}/me", EraseAsync)
            .WithName("EraseMyPetitionData").WithSummary("Erases what one's entries sealed, for good.")
            .Produces(StatusCodes.Status200OK, contentType: Json));
    }

    private static void Refuses(RouteHandlerBuilder endpoint) => endpoint
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static JsonAnswer List(Community community, TimeProvider clock)
    {
        PetitionBook book = community.PetitionBook;
        DateTimeOffset now = clock.GetUtcNow();
        return new JsonAnswer(json =>
        {
            PetitionJson.Write(json, book.InForce);
            json.WriteStartArray("petitions");
            foreach (Petition petition in book.All)
            {
                json.WriteStartObject();
                PetitionJson.WriteLine(json, petition, now);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    private static IResult Show(PetitionPages pages, TimeProvider clock, string petition) =>
        pages.Find(petition) is { } found
            ? new JsonAnswer(json => PetitionJson.Write(json, found, clock.GetUtcNow()))
            : Answer.Problem(Problems.NoPetition);

    private static async Task<IResult> StartAsync(HttpContext context, PetitionBooth booth, Community community)
    {
        if (await JsonAnswer.ReadAsync<PetitionBody>(context, PetitionBody.Read) is not { } body
            || PetitionEffects.Of(body.Effect) is not { } effect)
        {
            return Answer.Problem(Problems.BadRequest);
        }

        (Outcome outcome, string id) = await booth.StartAsync(context, effect, body.Automaton, body.Description);
        return outcome.Refusal is { } refusal ? Answer.Refused(refusal) : new JsonAnswer(
            json =>
            {
                json.WriteString("petition", id);
                json.WriteNumber("entry", outcome.First);
                json.WriteNumber("size", community.Journal.Size);
            },
            StatusCodes.Status201Created);
    }

    private static async Task<IResult> DescribeAsync(
        HttpContext context, PetitionPages pages, PetitionDoor door, PetitionBooth booth, string petition) =>
        await JsonAnswer.ReadAsync<PetitionBody>(context, PetitionBody.Read) is not { } body
            ? Answer.Problem(Problems.BadRequest)
            : await ActAsync(context, pages, door, petition, (found, who) =>
                booth.DescribeAsync(found, who, body.Description, context.RequestAborted));

    private static async Task<IResult> SignAsync(
        HttpContext context, PetitionPages pages, PetitionDoor door, PetitionBooth booth, string petition) =>
        await JsonAnswer.ReadAsync<SignatureBody>(context, SignatureBody.Read) is not { } body
            ? Answer.Problem(Problems.BadRequest)
            : await ActAsync(context, pages, door, petition, async (found, who) =>
                await booth.SignAsync(found, who, body.Text, context.RequestAborted) is var outcome
                && outcome.Refusal?.Code == "signed-already" ? new Outcome() : outcome);

    private static Task<IResult> WithdrawAsync(
        HttpContext context, PetitionPages pages, PetitionDoor door, PetitionBooth booth, string petition) =>
        ActAsync(context, pages, door, petition, async (found, who) =>
            await booth.WithdrawAsync(found, who, context.RequestAborted) is var outcome
            && outcome.Refusal?.Code == "not-signed" ? new Outcome() : outcome);

    private static Task<IResult> TakeBackAsync(
        HttpContext context, PetitionPages pages, PetitionDoor door, PetitionBooth booth, string petition) =>
        ActAsync(context, pages, door, petition, (found, who) =>
            booth.TakeBackAsync(found, who, context.RequestAborted));

    private static Task<IResult> EraseAsync(
        HttpContext context, PetitionPages pages, PetitionDoor door, PetitionBooth booth, string petition) =>
        ActAsync(context, pages, door, petition, (found, who) =>
            booth.EraseAsync(found, who, context.RequestAborted));

    private static IResult ShowMe(
        HttpContext context, PetitionPages pages, PetitionDoor door, Community community, string petition)
    {
        if (pages.Find(petition) is not { } found)
        {
            return Answer.Problem(Problems.NoPetition);
        }

        if (door.Of(context, found) is not { } who)
        {
            return Answer.Problem(Problems.NoDevice);
        }

        return new JsonAnswer(json =>
        {
            json.WriteString("pseudonym", who.Pseudonym);
            json.WriteString("rung", who.Rung.Word());
            json.WriteBoolean("signed", found.HasSigned(who.Pseudonym));
            json.WriteBoolean("starter", found.Starter == who.Pseudonym);
            json.WriteStartArray("entries");
            foreach (OwnEntry entry in PetitionDataEndpoints.EntriesOf(community, found, who))
            {
                json.WriteStartObject();
                json.WriteNumber("place", entry.Place);
                json.WriteString("time", Entry.Format(entry.Time));
                json.WriteString("kind", entry.Kind);
                json.WritePropertyName("content");
                json.WriteRawValue(entry.Content);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    private static async Task<IResult> ActAsync(
        HttpContext context,
        PetitionPages pages,
        PetitionDoor door,
        string petition,
        Func<Petition, Signer, Task<Outcome>> act)
    {
        if (pages.Find(petition) is not { } found)
        {
            return Answer.Problem(Problems.NoPetition);
        }

        if (door.Of(context, found) is not { } who)
        {
            return Answer.Problem(Problems.NoDevice);
        }

        Outcome outcome = await act(found, who);
        return outcome.Refusal is { } refusal ? Answer.Refused(refusal) : new JsonAnswer(json =>
        {
            if (outcome.Count == 0)
            {
                json.WriteNull("entry");
            }
            else
            {
                json.WriteNumber("entry", outcome.First);
            }

            json.WriteNumber("signatures", pages.Find(petition)?.Count ?? 0);
        });
    }
}
