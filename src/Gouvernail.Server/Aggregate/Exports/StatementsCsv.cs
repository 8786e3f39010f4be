using Gouvernail.Choice.Opinions;
using Gouvernail.Consult.Consultations;
using Gouvernail.Server.Consult;

namespace Gouvernail.Server.Aggregate.Exports;

/// <summary>The statements that participants see, with their votes.</summary>
internal static class StatementsCsv
{
    public static async Task WriteAsync(Stream stream, Visit visit, CancellationToken cancel)
    {
        var sheet = new SheetWriter(stream);
        sheet.Text("statement").Text("text").Text("agree").Text("disagree").Text("pass").Text("votes")
            .Text("moderation").Text("seed").Text("meta");
        await sheet.EndRowAsync(cancel);
        IReadOnlyDictionary<string, VoteCounts> counts = visit.Live.Counts();
        foreach (ListedStatement statement in visit.View.Shown)
        {
            VoteCounts votes = counts.TryGetValue(statement.Id, out VoteCounts found) ? found : default;
            sheet.Text(statement.Id).Text(statement.Text).Number(votes.Agree).Number(votes.Disagree)
                .Number(votes.Pass).Number(votes.Seen)
                .Text(statement.Decision.Moderation == Choice.Moderation.Accepted ? "accepted" : "unmoderated")
                .Text(statement.IsSeed ? "yes" : "no").Text(statement.Decision.IsMeta ? "yes" : "no");
            await sheet.EndRowAsync(cancel);
        }

        await sheet.FlushAsync(cancel);
    }
}
