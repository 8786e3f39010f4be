namespace Gouvernail.Choice.Opinions;

/// <summary>Who voted enough to be grouped (docs/methods/opinion-map.md).</summary>
internal static class InConversation
{
    /// <summary>Votes that make a participant, where there are that many statements.</summary>
    public const int EnoughVotes = 7;

    /// <summary>Fewer participants than this are made up with those who voted most.</summary>
    public const int FewestParticipants = 15;

    /// <summary>Rows in the conversation, ascending.</summary>
    /// <param name="voteCount">Votes of each row.</param>
    /// <param name="statements">Number of statements.</param>
    public static int[] Rows(int[] voteCount, int statements)
    {
        int enough = Math.Min(EnoughVotes, statements);
        var rows = new List<int>();
        for (int i = 0; i < voteCount.Length; i++)
        {
            if (voteCount[i] >= enough && voteCount[i] > 0)
            {
                rows.Add(i);
            }
        }

        if (rows.Count < FewestParticipants)
        {
            var chosen = new HashSet<int>(rows);
            IEnumerable<int> others = Enumerable.Range(0, voteCount.Length)
                .Where(i => voteCount[i] > 0 && !chosen.Contains(i))
                .OrderByDescending(i => voteCount[i])
                .Take(FewestParticipants - rows.Count);
            rows.AddRange(others);
            rows.Sort();
        }

        return [.. rows];
    }
}
