using System.Text;
using System.Text.Json.Nodes;
using Gouvernail.Journals;
using Gouvernail.People;
using Gouvernail.Server.People;
using Gouvernail.Verify.Register;
using Gouvernail.Verify.Register.Formats;

namespace Gouvernail.Server.Verify.Register;

/// <summary>Facilitators file cards: by a form, or from a file that the form then shows.</summary>
internal static class FilingEndpoints
{
    private const string Blank = "{}";

    private static readonly BodyLimit _limit = new(4 << 20);

    private static readonly Wording _noFile = new(
        "no file and no text", "ni fichier ni texte");

    private static readonly Wording _expectedFile = new(
        "one of the two, and its format", "l’un des deux, et son format");

    public static void Map(WebApplication app)
    {
        app.MapGet("/facilitate/register/new", ShowNew).Needs(Role.Facilitator);
        app.MapGet("/facilitate/register/{id}", Edit).Needs(Role.Facilitator);
        app.MapPost("/facilitate/register", FileAsync).Needs(Role.Facilitator).WithMetadata(_limit);
        app.MapPost("/facilitate/register/read", ReadAsync).Needs(Role.Facilitator).WithMetadata(_limit);
        app.MapPost("/facilitate/register/{id}/retire", RetireAsync).Needs(Role.Facilitator);
    }

    private static IResult ShowNew() => FilingPage.Show(Model(null, Blank));

    private static IResult Edit(string id, Community community) =>
        community.RegisterBook.TryGet(id, out Automaton? automaton) && automaton.Retired is null
            ? FilingPage.Show(Model(automaton, Encoding.UTF8.GetString(automaton.Card?.ToBytes() ?? "{}"u8)))
            : Answer.Problem(Problems.NoAutomaton);

    private static async Task<IResult> FileAsync(Community community, HttpContext context)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        string id = form["automaton"].ToString();
        Automaton? automaton = null;
        if (id.Length > 0 && !community.RegisterBook.TryGet(id, out automaton))
        {
            return Answer.Problem(Problems.NoAutomaton);
        }

        string text = form["base"].ToString();
        Dictionary<string, string> values = CardForm.ValuesOf(form);
        JsonObject card = CardForm.Apply(Parse(text), values);
        card["_type"] ??= Card.Type;
        CardReading reading = Card.Read(Encoding.UTF8.GetBytes(card.ToJsonString()));
        FilingModel model = new() { Automaton = automaton, Base = text, Values = values };
        List<CardProblem> problems = [.. reading.Problems, .. Unreasoned(values)];
        if (problems.Count > 0)
        {
            return FilingPage.Show(model with { Problems = problems }, StatusCodes.Status409Conflict);
        }

        string filed = id;
        Outcome outcome = await community.ActAsync(context, (by, _) =>
        {
            filed = id.Length > 0 ? id : community.Register.Book.NextAutomaton;
            return FileCard.Decide(
                community.Register.Book, community.Roles, new FileCard(id.Length > 0 ? id : null, reading.Card!, by));
        });
        return outcome.Refusal is { } refusal
            ? FilingPage.Show(model with { Refusal = refusal }, StatusCodes.Status409Conflict)
            : Answer.SeeOther("/register/" + filed, "filed");
    }

    private static async Task<IResult> ReadAsync(Community community, HttpContext context)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        Automaton? automaton = null;
        if (form["automaton"].ToString() is { Length: > 0 } id
            && !community.RegisterBook.TryGet(id, out automaton))
        {
            return Answer.Problem(Problems.NoAutomaton);
        }

        byte[] bytes = await BytesAsync(form, context.RequestAborted);
        if (bytes.Length == 0 || CardFormats.Of(form["format"].ToString()) is not { } format)
        {
            return FilingPage.Show(
                Model(automaton, Blank) with { Problems = [new CardProblem("", _noFile, _expectedFile)] },
                StatusCodes.Status409Conflict);
        }

        IReadOnlyList<CardImport> imports = format.Import(bytes);
        if (imports is [{ Card: { } card } only])
        {
            return FilingPage.Show(Model(automaton, Encoding.UTF8.GetString(card.ToBytes())) with
            {
                IsFromFile = true,
                Problems = only.Problems,
                Unused = only.Unused,
            });
        }

        CardProblem[] problems = [.. imports.Where(import => import.Card is null)
            .SelectMany(import => import.Problems)];
        if (problems.Length > 0 || imports.Count == 0)
        {
            return FilingPage.Show(
                Model(automaton, Blank) with
                {
                    Problems = problems.Length > 0 ? problems : [new CardProblem("", _noFile, _expectedFile)],
                },
                StatusCodes.Status409Conflict);
        }

        Outcome outcome = await community.ActAsync(context, (by, _) => FileCards.Decide(
            community.Register.Book,
            community.Roles,
            new FileCards([.. imports.Select(import => import.Card!)], by)));
        return outcome.Refusal is { } refusal
            ? FilingPage.Show(Model(null, Blank) with { Refusal = refusal }, StatusCodes.Status409Conflict)
            : Answer.SeeOther("/register", "filed");
    }

    private static async Task<IResult> RetireAsync(string id, Community community, HttpContext context)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        string reason = form["reason"].ToString().ReplaceLineEndings("\n").Trim();
        Outcome outcome = await community.ActAsync(context, (by, _) => RetireAutomaton.Decide(
            community.Register.Book, community.Roles, new RetireAutomaton(id, reason, by)));
        return outcome.Refusal is { } refusal
            ? Answer.Refused(refusal)
            : Answer.SeeOther("/register/" + id, "retired");
    }

    private static FilingModel Model(Automaton? automaton, string card) => new()
    {
        Automaton = automaton,
        Base = card,
        Values = CardForm.ValuesOf(Parse(card)),
    };

    /// <summary>A card that the page bore; nothing where somebody bent it.</summary>
    private static JsonObject Parse(string text) =>
        Card.Read(Encoding.UTF8.GetBytes(text)).Card is { } card
            ? (JsonObject)JsonNode.Parse(card.ToBytes())!
            : [];

    /// <summary>A refusal has a reason: without one it would count as nothing said.</summary>
    private static IEnumerable<CardProblem> Unreasoned(Dictionary<string, string> values) => CardTerms.All
        .Where(term => values[CardForm.Refuse + term.Word()].Length > 0
            && values[CardForm.Reason + term.Word()].Length == 0)
        .Select(term => new CardProblem(
            "/" + term.Word(),
            new("a refusal without a reason", "un refus sans raison"),
            new("the reason, which is public", "la raison, qui est publique")));

    private static async Task<byte[]> BytesAsync(IFormCollection form, CancellationToken cancellation)
    {
        if (form.Files.FirstOrDefault(file => file.Length > 0) is not { } file)
        {
            return Encoding.UTF8.GetBytes(form["text"].ToString());
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }
}
