namespace Gouvernail.Choice.Ranking;

/// <summary>
/// Places for what hardly anybody has met. Guaranteed: so many of every so many places are drawn by chance from the
/// long tail, the others go by score. Soft: a weight on belonging to the tail, which gives either next to nothing or
/// nearly all of the list once it outweighs the scores' spread; prefer the guarantee where a share was voted.
/// </summary>
public static class Exploration
{
    /// <summary>Purpose of the draws from the seed (<see cref="SeededGenerator"/>).</summary>
    public const string Purpose = "ranking/exploration";

    /// <summary>
    /// A list in which place t is drawn where ⌊t·drawn/every⌋ steps up. The places by score are filled first; the draws
    /// are from the tail's items left, each as likely.
    /// </summary>
    /// <param name="candidates">What may be in it.</param>
    /// <param name="longTail">Whether each item is of the long tail.</param>
    /// <param name="places">Length of the list, 1 or more.</param>
    /// <param name="drawn">Places drawn of every <paramref name="every"/>.</param>
    /// <param name="every">1 or more.</param>
    /// <param name="seed">Any bytes; the same ones draw the same items.</param>
    public static QuotaAnswer Guaranteed(
        Candidates candidates, ReadOnlySpan<bool> longTail, int places, int drawn, int every, ReadOnlySpan<byte> seed)
    {
        Check(candidates, longTail);
        ArgumentOutOfRangeException.ThrowIfLessThan(places, 1);
        var share = Quota.OfEvery(every, drawn);
        int draws = share.Least(places, places);
        if (candidates.Count < places)
        {
            return No(QuotaConflictKind.TooFewCandidates, places, candidates.Count);
        }

        int[] byScore = TopItems.Of(candidates, places - draws);
        bool[] used = new bool[candidates.Count];
        foreach (int item in byScore)
        {
            used[item] = true;
        }

        var tail = new List<int>();
        for (int i = 0; i < used.Length; i++)
        {
            if (longTail[i] && !used[i])
            {
                tail.Add(i);
            }
        }

        if (tail.Count < draws)
        {
            return No(QuotaConflictKind.TooFewMembers, draws, tail.Count);
        }

        // The order of arrival must not change the draw: the numbers of the items do.
        int[] lots = [.. tail.OrderBy(candidates.Id).ThenBy(item => item)];
        var draw = new SeededGenerator(seed, Purpose);
        var list = new Placed[places];
        int chance = 0;
        for (int place = 0; place < places; place++)
        {
            bool byChance = share.Least(place + 1, places) > share.Least(place, places);
            if (byChance)
            {
                int lot = chance + draw.NextBelow(lots.Length - chance);
                (lots[chance], lots[lot]) = (lots[lot], lots[chance]);
            }

            int item = byChance ? lots[chance++] : byScore[place - chance];
            list[place] = new Placed(
                item, candidates.Scores[item], byChance ? PlacedFor.Exploration : PlacedFor.Score, [], null);
        }

        return new QuotaAnswer { List = list, Guarantee = QuotaGuarantee.PlaceByPlace };
    }

    /// <summary>
    /// Scores under a soft weight: (1 − weight) · score, moved and stretched to 0 … 1, + weight for an item of the
    /// tail.
    /// </summary>
    public static double[] Soft(Candidates candidates, ReadOnlySpan<bool> longTail, double weight)
    {
        Check(candidates, longTail);
        Shares.Check(weight, nameof(weight));
        double[] mixed = candidates.Scaled();
        for (int i = 0; i < mixed.Length; i++)
        {
            mixed[i] = ((1 - weight) * mixed[i]) + (longTail[i] ? weight : 0);
        }

        return mixed;
    }

    private static QuotaAnswer No(QuotaConflictKind kind, int needed, int available) =>
        new() { Conflict = new(kind, [], needed, available) };

    private static void Check(Candidates candidates, ReadOnlySpan<bool> longTail)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        if (longTail.Length != candidates.Count)
        {
            throw new ArgumentException(
                $"The tail is told of {longTail.Length} items of {candidates.Count}.", nameof(longTail));
        }
    }
}
