using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Live;

namespace Gouvernail.Server.Aggregate.Exports;

/// <summary>Who voted what, participants numbered in the order of their first act.</summary>
internal static class VotesCsv
{
    private static readonly string[] _votes = ["disagree", "pass", "agree"];

    public static async Task WriteAsync(Stream stream, LiveConsultation live, CancellationToken cancel)
    {
        var sheet = new SheetWriter(stream);
        sheet.Text("participant").Text("rung").Text("statement").Text("vote").Text("matters").Text("time");
        await sheet.EndRowAsync(cancel);
        int number = 0;
        foreach (LiveParticipant participant in live.Participants().Where(p => p.Ballots.Count > 0))
        {
            number++;
            foreach (Ballot ballot in participant.Ballots)
            {
                sheet.Number(number).Text(participant.Rung.Word()).Text(ballot.Statement)
                    .Text(_votes[ballot.Vote + 1]).Text(ballot.Matters ? "yes" : "no").Time(ballot.Time);
                await sheet.EndRowAsync(cancel);
            }
        }

        await sheet.FlushAsync(cancel);
    }
}
