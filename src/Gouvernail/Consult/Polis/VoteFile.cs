using Gouvernail.Choice;
using Gouvernail.Consult.Csv;

namespace Gouvernail.Consult.Polis;

/// <summary>A file with one vote event per row: votes.csv of an export, or a plain list of votes.</summary>
internal static class VoteFile
{
    private static readonly Wording _serverExport = new(
        "--agree-is -1 (the raw sign of the server exports of 2024, which these times are the mark of) or --agree-is 1",
        "--agree-is -1 (le signe brut des exports de serveur de 2024, que ces temps trahissent) ou --agree-is 1");

    /// <summary>Reads all events.</summary>
    public static VoteEvents Read(
        CsvTokens rows, CsvHeader header, VoteConvention convention, TimeUnit unit, bool keepTimes, ReadLimits limits)
    {
        int participantAt = header.Require("participant", "voter-id");
        int statementAt = header.Require("statement", "comment-id");
        int voteAt = header.Require("vote");
        header.RequireDistinct(0, header.Names.Count);
        int timeAt = unit == TimeUnit.Ordinal ? -1 : header.Find("timestamp");
        int width = header.Names.Count;
        int sign = convention.AgreeIs;

        var events = new VoteEvents(limits);
        IdTable participants = events.Participants;
        IdTable statements = events.Statements;
        var times = new Chunks<long>();
        long last = long.MinValue, largest = long.MinValue;
        InputProblem? ambiguous = null;
        while (rows.Read())
        {
            if (rows.Count != width)
            {
                rows.RequireWidth(width);
            }

            int participant = participants.Intern(rows[participantAt]);
            int statement = statements.Intern(rows[statementAt]);
            int vote = VoteField.Read(rows[voteAt]);
            if ((participant | statement) < 0 || vote > 1)
            {
                throw participant < 0 ? rows.Wrong(participantAt, IdTable.Rule)
                    : statement < 0 ? rows.Wrong(statementAt, IdTable.Rule)
                    : rows.Wrong(voteAt, VoteField.Rule);
            }

            events.Add(rows, participant, VoteTable.CellOf(statement, sign * vote));
            if (timeAt >= 0)
            {
                if (!TimeField.TryRead(rows[timeAt], out long time))
                {
                    throw rows.Wrong(timeAt, TimeField.Rule);
                }

                times.Add(time);
                events.InOrder &= time >= last;
                last = time;
                largest = Math.Max(largest, time);
                ambiguous ??= rows.Wrong(timeAt, _serverExport).Problem;
            }
        }

        if (ambiguous is null)
        {
            return events;
        }

        bool seconds = unit == TimeUnit.Undeclared && largest < TimeField.SecondsBelow;
        if (seconds && !convention.IsKnown && header.Find("comment-id") >= 0 && header.Find("voter-id") >= 0)
        {
            throw new UnreadableException(ambiguous with
            {
                Found = new(
                    $"times in seconds ({ambiguous.Found.English}), and nothing that says which vote means \"agree\"",
                    $"des temps en secondes ({ambiguous.Found.French}), et rien qui dise quel vote veut dire "
                    + "«\u00a0d’accord\u00a0»"),
            });
        }

        if (keepTimes || !events.InOrder)
        {
            events.Times = times.MoveToArray();
            for (int e = 0; seconds && e < events.Times.Length; e++)
            {
                events.Times[e] *= 1000;
            }
        }

        return events;
    }
}
