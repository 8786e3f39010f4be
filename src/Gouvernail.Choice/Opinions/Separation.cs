namespace Gouvernail.Choice.Opinions;

/// <summary>
/// Are there groups at all? If answers hang together, some of a person's votes tell where the others stand. The
/// participants are split in two; components are drawn from one part, and each person of the other part is placed on
/// them; then the parts change roles, so that nothing is fitted to those it is tried on. Coefficient alpha (Cronbach
/// 1951) of these places is the mean of all their split-half reliabilities: 1 where every vote of a person points the
/// same way, about 0 where answers are unrelated. Below the threshold nothing separates people: there is one group.
/// </summary>
/// <param name="Alpha">Coefficient alpha of the places, at most 1.</param>
/// <param name="People">Number of people it was measured on.</param>
internal sealed record Separation(double Alpha, int People)
{
    /// <summary>Least alpha, whatever the number of people.</summary>
    public const double Least = 0.2;

    /// <summary>
    /// Standard errors that chance is allowed; where answers are unrelated one is at most √(2 / people), that of a sum
    /// of products of independent normal numbers over the sum of their squares.
    /// </summary>
    public const double StandardErrors = 3;

    /// <summary>Votes, about, of the participants that are tried first.</summary>
    public const int FirstSample = 200_000;

    /// <summary>How many times more votes are tried next, while too little is found and people are left.</summary>
    public const int Growth = 8;

    /// <summary>Alpha that is called reliable for any number of people (Nunnally 1978).</summary>
    public const double Reliable = 0.7;

    private const double Tolerance = 1e-3;

    /// <summary>What alpha must exceed.</summary>
    public double Threshold => Math.Clamp(StandardErrors * Math.Sqrt(2.0 / Math.Max(People, 1)), Least, Reliable);

    /// <summary>Whether something separates people.</summary>
    public bool Holds => Alpha > Threshold;

    /// <summary>
    /// Measures a sample of the participants, and larger ones as long as too little is found: what separates people
    /// clearly shows in few votes, and only its absence needs them all.
    /// </summary>
    /// <param name="votes">The votes.</param>
    /// <param name="rows">Participants in the conversation.</param>
    /// <param name="weights">How often each participant counts; null for once.</param>
    /// <param name="generator">Draws the parts.</param>
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
        int[] order = (int[])rows.Clone();
        generator.Shuffle(order.AsSpan());
        for (long size = FirstSample; ; size *= Growth)
        {
            int people = Enough(votes, order, size);
            Separation found = Measure(votes, order.AsSpan(0, people), weights, threads, cancel);
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
        int threads,
        CancellationToken cancel)
    {
        var sum = default(Products);
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
                    sum.Add(votes.Row(row), centered.Value, pca.Components, weight);
                }
            }
        }

        return new Separation(sum.Alpha, sum.People);
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

    /// <summary>Squared lengths of the places, and the part of them that different votes of a person share.</summary>
    private struct Products
    {
        private double _shared;
        private double _whole;

        public int People { get; private set; }

        public readonly double Alpha => _whole > 0 ? _shared / _whole : 0;

        public void Add(ReadOnlySpan<int> cells, double[] value, double[][] components, int weight)
        {
            double x = 0;
            double y = 0;
            double own = 0;
            foreach (int cell in cells)
            {
                int j = VoteTable.StatementOf(cell);
                double dx = value[cell] * components[0][j];
                double dy = value[cell] * components[1][j];
                x += dx;
                y += dy;
                own += (dx * dx) + (dy * dy);
            }

            double whole = (x * x) + (y * y);
            _whole += weight * whole;
            if (cells.Length > 1)
            {
                _shared += weight * (cells.Length / (cells.Length - 1.0)) * (whole - own);
            }

            People++;
        }
    }
}
