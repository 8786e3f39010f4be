using System.Globalization;
using Gouvernail.Choice;
using Gouvernail.Choice.Opinions;

namespace Gouvernail.Consult.Polis;

/// <summary>Who is in which group, as an export names groups.</summary>
/// <param name="IndexOf">Group index of each participant, or −1.</param>
/// <param name="Names">What each group is called in the column group-id.</param>
internal sealed record ExportGroups(int[] IndexOf, string[] Names)
{
    /// <summary>The groups of the map, or those that the conversation was read with.</summary>
    public static ExportGroups Of(Conversation conversation, OpinionMap? map)
    {
        int[] indexOf = new int[conversation.Votes.Participants.Count];
        Array.Fill(indexOf, -1);
        return map is not null ? OfMap(conversation, map, indexOf)
            : conversation.ExportedGroups is IReadOnlyList<string?> exported ? OfExported(exported, indexOf)
            : new ExportGroups(indexOf, []);
    }

    /// <summary>The letter of a group: a to z, then aa, ab …</summary>
    public static string Letter(int index) =>
        (index < 26 ? "" : Letter((index / 26) - 1)) + (char)('a' + (index % 26));

    private static ExportGroups OfMap(Conversation conversation, OpinionMap map, int[] indexOf)
    {
        var rowOf = new Dictionary<string, int>(indexOf.Length, StringComparer.Ordinal);
        for (int row = 0; row < indexOf.Length; row++)
        {
            rowOf.Add(conversation.Votes.Participants[row], row);
        }

        string[] names = new string[map.Groups.Count];
        for (int group = 0; group < names.Length; group++)
        {
            names[group] = group.ToString(CultureInfo.InvariantCulture);
            foreach (int member in map.Groups[group].Members)
            {
                if (rowOf.TryGetValue(map.Participants[member], out int row))
                {
                    indexOf[row] = group;
                }
            }
        }

        return new ExportGroups(indexOf, names);
    }

    // Shorter names first, so that 10 comes after 9.
    private static ExportGroups OfExported(IReadOnlyList<string?> exported, int[] indexOf)
    {
        string[] names = [.. exported.OfType<string>().Distinct(StringComparer.Ordinal)
            .OrderBy(n => n.Length).ThenBy(n => n, StringComparer.Ordinal)];
        for (int row = 0; row < indexOf.Length; row++)
        {
            indexOf[row] = Array.IndexOf(names, exported[row]);
        }

        return new ExportGroups(indexOf, names);
    }

    /// <summary>
    /// Votes of each group by cell: index <c>group · 3 · statements + cell</c>; the last group is everybody.
    /// </summary>
    public int[] Count(VoteTable votes)
    {
        int cells = 3 * votes.Statements.Count;
        int[] counts = new int[(Names.Length + 1) * cells];
        for (int row = 0; row < IndexOf.Length; row++)
        {
            Span<int> all = counts.AsSpan(Names.Length * cells, cells);
            Span<int> own = IndexOf[row] < 0 ? default : counts.AsSpan(IndexOf[row] * cells, cells);
            foreach (int cell in votes.Row(row))
            {
                all[cell]++;
                if (!own.IsEmpty)
                {
                    own[cell]++;
                }
            }
        }

        return counts;
    }
}
