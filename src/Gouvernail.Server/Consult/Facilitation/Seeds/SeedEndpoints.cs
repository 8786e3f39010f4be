using Gouvernail.Consult;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Statements;
using Gouvernail.Journals;
using Gouvernail.People;
using Gouvernail.Server.People;

namespace Gouvernail.Server.Consult.Facilitation.Seeds;

/// <summary>Statements to begin with: typed or pasted, or read from a file and looked at first.</summary>
internal static class SeedEndpoints
{
    /// <summary>A thousand statements of a thousand characters, as a form writes them.</summary>
    private static readonly BodyLimit _limit = new(4 << 20);

    private static readonly string[] _columns = ["statement", "text", "comment-body", "énoncé"];

    private static readonly Wording _noFile = new("no file was chosen", "aucun fichier n’a été choisi");

    public static void Map(WebApplication app)
    {
        app.MapGet("/facilitate/{id}/statements", Show).Needs(Role.Auditor);
        app.MapPost("/facilitate/{id}/statements", AddAsync).Needs(Role.Facilitator).WithMetadata(_limit);
        app.MapPost("/facilitate/{id}/statements/file", ReadAsync).Needs(Role.Facilitator).WithMetadata(_limit);
    }

    private static IResult Show(string id, Community community, HttpContext context) =>
        ModelOf(id, community, context) is { } model ? SeedPage.Show(model) : Answer.NotFound();

    private static async Task<IResult> AddAsync(string id, Community community, HttpContext context)
    {
        if (ModelOf(id, community, context) is not { } model)
        {
            return Answer.NotFound();
        }

        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        string typed = form["texts"].ToString().ReplaceLineEndings("\n");
        string[] lines = typed.Split('\n');
        model = model with { Texts = typed };
        if (form["do"] != "add")
        {
            return SeedPage.Show(model with { Preview = SeedLine.Of(lines, model.Statements) });
        }

        Outcome outcome = await community.ActAsync(context, (_, _) => string.IsNullOrWhiteSpace(typed)
            ? Decision.Refuse("no-statements", new("there is no sentence here", "il n’y a pas de phrase ici"))
            : SeedStatements.Decide(community.Consultations, new SeedStatements(id, lines)));
        return outcome.Refusal is { } refusal
            ? SeedPage.Show(model with
            {
                Bench = model.Bench with { Refusal = refusal },
                Preview = SeedLine.Of(lines, model.Statements),
            }, StatusCodes.Status409Conflict)
            : Answer.SeeOther($"/facilitate/{id}/statements", outcome.Count > 0 ? "added" : "nothing");
    }

    /// <summary>Puts what a file says into the field, to be looked at and changed before it is added.</summary>
    private static async Task<IResult> ReadAsync(string id, Community community, HttpContext context)
    {
        if (ModelOf(id, community, context) is not { } model)
        {
            return Answer.NotFound();
        }

        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form.Files.GetFile("file") is not { Length: > 0 } file)
        {
            Bench refused = model.Bench with { Refusal = new Refusal("no-file", _noFile) };
            return SeedPage.Show(model with { Bench = refused }, StatusCodes.Status409Conflict);
        }

        await using Stream stream = file.OpenReadStream();
        CsvTexts read = CsvColumn.Read(
            UploadName.Of(file), stream, _columns, _ => false, context.RequestAborted);
        if (read.Problem is not null)
        {
            return SeedPage.Show(model with { Problem = read.Problem }, StatusCodes.Status400BadRequest);
        }

        string[] lines = [.. read.Texts.Select(t => StatementText.Tidy(t.Text)).Where(t => t.Length > 0)];
        return SeedPage.Show(model with
        {
            Texts = string.Join('\n', lines),
            Preview = SeedLine.Of(lines, model.Statements),
        });
    }

    private static SeedModel? ModelOf(string id, Community community, HttpContext context) =>
        Bench.Of(community, context, id) is var (_, view, bench)
            ? new SeedModel(bench, view.Statements)
            {
                IsShown = view.IsShown,
                Page = PageNumber.Of(context, view.Statements.Count, SeedModel.PageSize),
            }
            : null;
}
