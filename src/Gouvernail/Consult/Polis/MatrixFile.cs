using System.Text;
using Gouvernail.Choice;
using Gouvernail.Consult.Csv;

namespace Gouvernail.Consult.Polis;

/// <summary>A file with a row per participant and a column per statement: participant-votes.csv of an export.</summary>
internal static class MatrixFile
{
    private const string LastInformation = "n-disagree";

    private static readonly string[] _information =
        ["participant", "xid", "group-id", "n-comments", "n-votes", "n-agree"];

    /// <summary>True where the name or the columns are those of such a file.</summary>
    public static bool IsOne(string name, CsvHeader header) =>
        name.EndsWith("participant-votes.csv", StringComparison.Ordinal)
        || name.EndsWith("participants-votes.csv", StringComparison.Ordinal)
        || (header.Find("n-votes") >= 0 && header.Find("statement", "comment-id") < 0);

    /// <summary>Reads participants, votes and groups.</summary>
    public static VoteEvents Read(CsvTokens rows, CsvHeader header, VoteConvention convention, ReadLimits limits)
    {
        var events = new VoteEvents(limits);
        int first = FirstStatement(header);
        for (int column = first; column < header.Names.Count; column++)
        {
            if (events.Statements.Intern(rows[column]) < 0)
            {
                throw rows.Wrong(column, IdTable.Rule);
            }
        }

        int sign = convention.AgreeIs;
        ReadRows(rows, header, events, participant =>
        {
            for (int column = first; column < rows.Count; column++)
            {
                ReadOnlySpan<byte> field = rows[column];
                if (field.IsEmpty)
                {
                    continue;
                }

                int vote = VoteField.Read(field);
                if (vote > 1)
                {
                    throw rows.Wrong(column, new(
                        $"{VoteField.Rule.English}; leave the field empty where a statement was not seen",
                        $"{VoteField.Rule.French}\u00a0; laissez vide le champ d’un énoncé non vu"));
                }

                events.Add(rows, participant, VoteTable.CellOf(column - first, sign * vote));
            }
        });
        return events;
    }

    /// <summary>
    /// Reads only the groups, for votes that were read elsewhere. Participants without a vote come after the others.
    /// </summary>
    public static void ReadGroups(CsvTokens rows, CsvHeader header, VoteEvents events)
    {
        FirstStatement(header);
        ReadRows(rows, header, events, _ => { });
    }

    private static void ReadRows(CsvTokens rows, CsvHeader header, VoteEvents events, Action<int> readVotes)
    {
        int participantAt = header.Require("participant");
        int groupAt = header.Find("group-id");
        var groups = new string?[events.Participants.Count];
        var seen = new bool[events.Participants.Count];
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        while (rows.Read())
        {
            rows.RequireWidth(header.Names.Count);
            int participant = events.Participants.Intern(rows[participantAt]);
            if (participant < 0)
            {
                throw rows.Wrong(participantAt, IdTable.Rule);
            }

            if (participant >= seen.Length)
            {
                Array.Resize(ref seen, Math.Max(16, 2 * participant));
                Array.Resize(ref groups, seen.Length);
            }

            if (seen[participant])
            {
                throw rows.Wrong(participantAt, new(
                    "each participant on one row; this one stands twice",
                    "chaque participant sur une seule ligne\u00a0; celui-ci y est deux fois"));
            }

            seen[participant] = true;
            if (groupAt >= 0 && !rows[groupAt].IsEmpty)
            {
                string group = Encoding.UTF8.GetString(rows[groupAt]);
                groups[participant] = names.TryGetValue(group, out string? known) ? known : names[group] = group;
            }

            readVotes(participant);
        }

        Array.Resize(ref groups, events.Participants.Count);
        events.Groups = names.Count == 0 ? null : groups;
    }

    // What stands before the statements is known by name; a statement's id may be any text, even one of these names.
    private static int FirstStatement(CsvHeader header)
    {
        header.Require("participant");
        int first = header.Find(LastInformation) + 1;
        while (first < header.Names.Count && Array.IndexOf(_information, header.Names[first]) >= 0
            && header.Find(LastInformation) < 0)
        {
            first++;
        }

        header.RequireDistinct(0, first);
        header.RequireDistinct(first, header.Names.Count);
        return first;
    }
}
