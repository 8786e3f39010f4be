namespace Gouvernail.Choice.Opinions;

/// <summary>
/// Are there groups at all? If answers hang together, half of a person's votes tell where the other half stands. The
/// participants are split in two; components are drawn from one part, and each person of the other part is placed on
/// them twice, by two random halves of their votes; then the parts change roles. The split-half correlation of the two
/// places (Spearman 1910, Brown 1910, here across people so that nothing is fitted to those it is tried on) is 0 where
/// answers are unrelated. Below the threshold nothing separates people, and there is one group.
/// </summary>
/// <param name="Correlation">Split-half correlation of the places, −1 to 1.</param>
/// <param name="People">Number of people it was measured on.</param>
internal sealed record Separation(double Correlation, int People)
{
    /// <summary>Least correlation, whatever the number of people.</summary>
    public const double Least = 0.1;

    /// <summary>Standard errors (one over the root of the number of people) that chance is allowed.</summary>
    public const double StandardErrors = 3;

    /// <summary>Votes, about, of the participants that are tried first.</summary>
    public const int FirstSample = 200_000;

    /// <summary>How many times more votes are tried next, while too little is found and people are left.</summary>
    public const int Growth = 8;

    private const double Tolerance = 1e-3;

    /// <summary>What the correlation must exceed.</summary>
    public double Threshold => People == 0 ? 1 : Math.Max(Least, StandardErrors / Math.Sqrt(People));

    /// <summary>Whether something separates people.</summary>
    public bool Holds => Correlation > Threshold;

    /// <summary>
    /// Measures a sample of the participants, and larger ones as long as too little is found: what separates people
    /// clearly shows in few votes, and only its absence needs them all.
    /// </summary>
    /// <param name="votes">The votes.</param>
    /// <param name="rows">Participants in the conversation.</param>
    /// <param name="weights">How often each participant counts; null for once.</param>
    /// <param name="generator">Draws the parts and the halves.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="cancel">Stops the work.</param>
    public static Separation Of(
        VoteTable votes,
        int[] rows,
        int[]? weights,
        SeededGenerator generator,
        int threads,
        CancellationToken cancel)
    {
        int[] order = Shuffled(rows, generator);
        for (long size = FirstSample; ; size *= Growth)
        {
            int people = Enough(votes, order, size);
            Separation found = Measure(votes, order.AsSpan(0, people), weights, generator, threads, cancel);
            if (found.Holds || people == order.Length)
            {
                return found;
            }
        }
    }

    private static Separation Measure(
        VoteTable votes,
        ReadOnlySpan<int> people,
        int[]? weights,
        SeededGenerator generator,
        int threads,
        CancellationToken cancel)
    {
        var sum = default(HalfProducts);
        int half = people.Length / 2;
        for (int part = 0; part < 2; part++)
        {
            ReadOnlySpan<int> fitted = part == 0 ? people[..half] : people[half..];
            ReadOnlySpan<int> tried = part == 0 ? people[half..] : people[..half];
            int[] counted = new int[votes.Participants.Count];
            foreach (int row in fitted)
            {
                counted[row] = weights is null ? 1 : weights[row];
            }

            var centered = new CenteredVotes(votes, null, counted, threads, cancel);
            PrincipalComponents pca = PrincipalComponents.Of(centered, Tolerance, null);
            foreach (int row in tried)
            {
                int weight = weights is null ? 1 : weights[row];
                if (weight > 0)
                {
                    sum.Add(votes.Row(row), centered.Value, pca.Components, weight, generator);
                }
            }
        }

        return new Separation(sum.Correlation, sum.People);
    }

    private static int Enough(VoteTable votes, int[] order, long size)
    {
        int people = 0;
        for (long taken = 0; people < order.Length && taken < size; people++)
        {
            taken += votes.Row(order[people]).Length;
        }

        return people;
    }

    private static int[] Shuffled(int[] rows, SeededGenerator generator)
    {
        int[] order = (int[])rows.Clone();
        for (int i = order.Length - 1; i > 0; i--)
        {
            int other = generator.NextBelow(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order;
    }

    /// <summary>Sums of products of the two half-places of each person.</summary>
    private struct HalfProducts
    {
        private double _both;
        private double _first;
        private double _second;

        public int People { get; private set; }

        public readonly double Correlation =>
            _first > 0 && _second > 0 ? _both / Math.Sqrt(_first * _second) : 0;

        public void Add(
            ReadOnlySpan<int> cells, double[] value, double[][] components, int weight, SeededGenerator generator)
        {
            Span<double> place = stackalloc double[4];
            place.Clear();
            ulong bits = 0;
            for (int i = 0; i < cells.Length; i++)
            {
                bits = i % 64 == 0 ? generator.NextBits() : bits >> 1;
                int half = (int)(bits & 1) * 2;
                int j = VoteTable.StatementOf(cells[i]);
                place[half] += value[cells[i]] * components[0][j];
                place[half + 1] += value[cells[i]] * components[1][j];
            }

            _both += weight * ((place[0] * place[2]) + (place[1] * place[3]));
            _first += weight * ((place[0] * place[0]) + (place[1] * place[1]));
            _second += weight * ((place[2] * place[2]) + (place[3] * place[3]));
            People++;
        }
    }
}
