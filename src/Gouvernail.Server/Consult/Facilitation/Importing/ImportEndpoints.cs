using Gouvernail.Consult;
using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;
using Gouvernail.People;
using Gouvernail.Server.People;

namespace Gouvernail.Server.Consult.Facilitation.Importing;

/// <summary>Takes over a conversation held in Polis: looked at first, then imported whole.</summary>
internal static class ImportEndpoints
{
    private const int FirstStatements = 5;

    private static readonly BodyLimit _limit = new(50 << 20);

    private static readonly Wording _noFile = new("No file was chosen.", "Aucun fichier n’a été choisi.");

    private static readonly Wording _noQuestion = new("say what it asked", "dites ce qu’elle demandait");

    private static readonly Wording _gone = new(
        "What you sent is not kept any more: send it again.",
        "Ce que vous aviez envoyé n’est plus gardé\u00a0: envoyez-le de nouveau.");

    public static void Map(WebApplication app)
    {
        app.MapGet("/facilitate/import", Show).Needs(Role.Facilitator);
        app.MapPost("/facilitate/import", PreviewAsync).Needs(Role.Facilitator).WithMetadata(_limit);
        app.MapPost("/facilitate/import/do", ImportAsync).Needs(Role.Facilitator);
    }

    private static IResult Show() => ImportPage.Show(new ImportModel());

    private static async Task<IResult> PreviewAsync(ImportSpool spool, HttpContext context)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        IFormFile[] files = [.. form.Files.Where(file => file.Length > 0)];
        if (files.Length == 0)
        {
            return Wrong(_noFile);
        }

        string agree = form["agree"].ToString();
        string word = await spool.KeepAsync(context.Holder().Id, files, context.RequestAborted);
        string folder = spool.Find(context.Holder().Id, word)!;
        Reading reading = Read(folder, agree, context.RequestAborted);
        if (!reading.IsRead)
        {
            spool.Forget(word);
            return Wrong(ProblemOf(reading.Problem, folder));
        }

        return ImportPage.Show(new ImportModel { Preview = PreviewOf(word, agree, reading.Conversation) });
    }

    private static async Task<IResult> ImportAsync(Community community, ImportSpool spool, HttpContext context)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        string word = form["word"].ToString();
        if (spool.Find(context.Holder().Id, word) is not { } folder)
        {
            return Wrong(_gone);
        }

        string agree = form["agree"].ToString();
        Reading reading = Read(folder, agree, context.RequestAborted);
        if (!reading.IsRead)
        {
            return Wrong(ProblemOf(reading.Problem, folder));
        }

        string topic = form["topic"].ToString().Trim();
        Conversation conversation = reading.Conversation.Topic.Length > 0 || topic.Length == 0
            ? reading.Conversation
            : reading.Conversation with { Topic = topic };
        Publication publishes = (form["publish-statements"] == "yes" ? Publication.Statements : Publication.Nothing)
            | (form["publish-votes"] == "yes" ? Publication.Votes : Publication.Nothing);
        string id = "";
        Outcome outcome = await community.ActAsync(context, (by, _) =>
        {
            id = community.Consultations.NextId;
            if (string.IsNullOrWhiteSpace(conversation.Topic))
            {
                return Decision.Refuse("no-question", _noQuestion);
            }

            var act = new ImportConversation(conversation, publishes, Pseudonyms.NewKey()) { By = by };
            return ImportConversation.Decide(community.Consultations, act, context.RequestAborted);
        });
        if (outcome.Refusal is { } refusal)
        {
            return ImportPage.Show(new ImportModel
            {
                Preview = PreviewOf(word, agree, conversation),
                Refusal = refusal,
                Publishes = publishes,
            }, StatusCodes.Status409Conflict);
        }

        spool.Forget(word);
        return Answer.SeeOther("/facilitate/" + id, "imported");
    }

    private static Reading Read(string folder, string agree, CancellationToken cancellation)
    {
        var options = new ReadOptions
        {
            KeepHistory = true,
            AgreeIs = agree switch { "1" => 1, "-1" => -1, _ => null },
        };
        string[] files = Directory.GetFiles(folder);
        return ConversationReader.Read(files is [var only] ? only : folder, options, cancellation);
    }

    private static ImportPreview PreviewOf(string word, string agree, Conversation conversation) => new(
        word,
        agree,
        conversation.Topic,
        conversation.Statements.Count,
        conversation.Votes.Participants.Count,
        conversation.History?.Cells.Length ?? conversation.Votes.VoteCount,
        [.. conversation.Statements.Select(s => s.Text).Where(text => text.Length > 0).Take(FirstStatements)]);

    private static IResult Wrong(Wording problem) =>
        ImportPage.Show(new ImportModel { Problem = problem }, StatusCodes.Status400BadRequest);

    /// <summary>Without the folder, which says something of this machine and nothing of the file.</summary>
    private static Wording ProblemOf(InputProblem problem, string folder)
    {
        string file = problem.File.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)
            .Replace(folder, "", StringComparison.Ordinal);
        InputProblem shown = problem with { File = file.Length > 0 ? file : "…" };
        return new Wording(shown.In(Language.English), shown.In(Language.French));
    }
}
