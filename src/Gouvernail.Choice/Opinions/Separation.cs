namespace Gouvernail.Choice.Opinions;

/// <summary>
/// Are there groups at all? Horn's parallel analysis (1965): the first component's share of the variance is held against
/// its mean share when each statement's votes are dealt anew among those who saw it, so that no answer of a person tells
/// anything about another. Below <see cref="Enough"/> times that, nothing separates people and there is one group.
/// </summary>
/// <param name="Ratio">The share over its mean when dealt anew; 1 where answers are unrelated.</param>
internal sealed record Separation(double Ratio)
{
    /// <summary>The ratio from which people are said to differ.</summary>
    public const double Enough = 1.5;

    /// <summary>Number of deals.</summary>
    public const int Deals = 5;

    /// <summary>Votes, about, of the participants drawn for the first deals.</summary>
    public const int FirstSample = 200_000;

    /// <summary>How many times more votes the next deals take, while too little is found and people are left.</summary>
    public const int Growth = 8;

    private const double Tolerance = 1e-3;

    /// <summary>
    /// Deals the votes of a sample of the participants in the conversation, and of larger ones as long as too little is
    /// found: what separates people clearly shows in few votes, and only its absence needs them all.
    /// </summary>
    public static Separation Of(VoteTable votes, int[] rows, byte[] seed, int threads, CancellationToken cancel)
    {
        int[] columns = [.. Enumerable.Range(0, votes.Statements.Count)];
        for (long size = FirstSample; ; size *= Growth)
        {
            int[] sample = Sample(votes, rows, size, new SeededGenerator(seed, "separation/sample"));
            Separation found = Deal(votes.Select(sample, columns), seed, threads, cancel);
            if (found.Ratio >= Enough || sample.Length == rows.Length)
            {
                return found;
            }
        }
    }

    /// <summary>The share that a resample's first component needs, given the share in all votes.</summary>
    public double EnoughShare(double share) => Ratio > 0 ? share * Enough / Ratio : double.PositiveInfinity;

    private static Separation Deal(VoteTable sample, byte[] seed, int threads, CancellationToken cancel)
    {
        double real = FirstShare(sample, cancel);
        double[] dealt = new double[Deals];
        FixedChunks.Run(
            Deals,
            threads,
            d => dealt[d] = FirstShare(sample.DealtAnew(new SeededGenerator(seed, $"separation/{d}")), cancel),
            cancel);
        double sum = 0;
        foreach (double share in dealt)
        {
            sum += share;
        }

        return new Separation(sum > 0 ? real * Deals / sum : 0);
    }

    private static double FirstShare(VoteTable votes, CancellationToken cancel)
    {
        var centered = new CenteredVotes(votes, null, null, 1, cancel);
        return PrincipalComponents.Of(centered, Tolerance, null).FirstShare;
    }

    /// <summary>Participants drawn without replacement until their votes suffice, ascending.</summary>
    private static int[] Sample(VoteTable votes, int[] rows, long size, SeededGenerator generator)
    {
        int[] pool = (int[])rows.Clone();
        int drawn = 0;
        for (long taken = 0; drawn < pool.Length && taken < size; drawn++)
        {
            int other = drawn + generator.NextBelow(pool.Length - drawn);
            (pool[drawn], pool[other]) = (pool[other], pool[drawn]);
            taken += votes.Row(pool[drawn]).Length;
        }

        int[] sample = pool[..drawn];
        Array.Sort(sample);
        return sample;
    }
}
