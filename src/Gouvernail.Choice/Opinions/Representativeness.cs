namespace Gouvernail.Choice.Opinions;

/// <summary>
/// Which statements tell a group from the rest, and what most people hold (Small et al. 2021). The names are those of
/// docs/methods/opinion-map.md: p a smoothed share, pt its test against one half, r the ratio to the rest, rt its
/// two-proportion test; a for agree, d for disagree.
/// </summary>
internal static class Representativeness
{
    /// <summary>One-sided 90 % point of the normal distribution.</summary>
    public const double Z90 = 1.2816;

    private const int Most = 5;

    /// <summary>The representative statements of one group.</summary>
    /// <param name="group">The group's counts on each statement.</param>
    /// <param name="all">All groups' counts together.</param>
    /// <param name="eligible">Whether a statement may be named, in the order in which they are scanned.</param>
    public static Representative[] Of(VoteCounts[] group, VoteCounts[] all, IEnumerable<int> eligible)
    {
        Figures? bestAgree = null;
        Figures? best = null;
        var sufficient = new List<Figures>();
        foreach (int j in eligible)
        {
            Figures f = Measure(j, group[j], GroupTally.Subtract(all[j], group[j]));
            if (f.Sufficient)
            {
                sufficient.Add(f);
            }
            else if (sufficient.Count == 0 && (best is null || f.LargestTest > best.LargestTest))
            {
                best = f;
            }

            if (BeatsBestAgree(f, bestAgree))
            {
                bestAgree = f;
            }
        }

        if (sufficient.Count == 0)
        {
            Figures? only = bestAgree ?? best;
            return only is null ? [] : [only.ToRepresentative()];
        }

        sufficient.Sort((a, b) => a.Metric != b.Metric ? b.Metric.CompareTo(a.Metric) : a.Order(b));
        IEnumerable<Figures> ranked = bestAgree is null
            ? sufficient
            : sufficient.Where(f => f.Statement != bestAgree.Statement).Prepend(bestAgree);
        List<Figures> chosen = [.. ranked.Take(Most)];
        return [.. chosen.Where(f => f.ForAgree).Concat(chosen.Where(f => !f.ForAgree))
            .Select(f => f.ToRepresentative())];
    }

    /// <summary>What most of all participants hold.</summary>
    public static Consensus ConsensusOf(VoteCounts[] all, IReadOnlyList<int> eligible) =>
        new(ConsensusSide(all, eligible, Side.Agree), ConsensusSide(all, eligible, Side.Disagree));

    /// <summary>Test of one proportion against one half, with one success and one trial added.</summary>
    public static double ProportionTest(int successes, int trials) =>
        2 * Math.Sqrt(trials + 1) * (((successes + 1.0) / (trials + 1.0)) - 0.5);

    /// <summary>Test of two proportions, with one success and one trial added on each side.</summary>
    public static double TwoProportionTest(int successesIn, int successesOut, int trialsIn, int trialsOut)
    {
        double nIn = trialsIn + 1.0;
        double nOut = trialsOut + 1.0;
        double piIn = (successesIn + 1.0) / nIn;
        double piOut = (successesOut + 1.0) / nOut;
        double pooled = (successesIn + 1.0 + successesOut + 1.0) / (nIn + nOut);
        return pooled == 1 ? 0 : (piIn - piOut) / Math.Sqrt(pooled * (1 - pooled) * ((1 / nIn) + (1 / nOut)));
    }

    private static bool BeatsBestAgree(Figures f, Figures? current) =>
        (f.Votes.Agree != 0 || f.Votes.Disagree != 0) && current switch
        {
            null => f.Pat > Z90 || (f.Ra > 1 && f.Pa > 0.5),
            { Ra: > 1 } => f.AgreeMetric > current.AgreeMetric,
            _ => f.Pa * f.Pat > current.Pa * current.Pat,
        };

    private static Figures Measure(int statement, VoteCounts g, VoteCounts rest) => new(statement, g)
    {
        Pa = (g.Agree + 1.0) / (g.Seen + 2.0),
        Pd = (g.Disagree + 1.0) / (g.Seen + 2.0),
        Pat = ProportionTest(g.Agree, g.Seen),
        Pdt = ProportionTest(g.Disagree, g.Seen),
        Ra = (g.Agree + 1.0) / (g.Seen + 2.0) / ((rest.Agree + 1.0) / (rest.Seen + 2.0)),
        Rd = (g.Disagree + 1.0) / (g.Seen + 2.0) / ((rest.Disagree + 1.0) / (rest.Seen + 2.0)),
        Rat = TwoProportionTest(g.Agree, rest.Agree, g.Seen, rest.Seen),
        Rdt = TwoProportionTest(g.Disagree, rest.Disagree, g.Seen, rest.Seen),
    };

    private static ConsensusStatement[] ConsensusSide(VoteCounts[] all, IReadOnlyList<int> eligible, Side side)
    {
        var found = new List<(double Rank, ConsensusStatement Statement)>();
        foreach (int j in eligible)
        {
            int n = side == Side.Agree ? all[j].Agree : all[j].Disagree;
            double share = (n + 1.0) / (all[j].Seen + 2.0);
            double test = ProportionTest(n, all[j].Seen);
            if (share > 0.5 && test > Z90)
            {
                found.Add((share * test,
                    new ConsensusStatement(j, all[j], Published.Round(share), Published.Round(test))));
            }
        }

        return [.. found.OrderByDescending(f => f.Rank).Take(Most).Select(f => f.Statement)];
    }

    private sealed record Figures(int Statement, VoteCounts Votes)
    {
        public required double Pa { get; init; }

        public required double Pd { get; init; }

        public required double Pat { get; init; }

        public required double Pdt { get; init; }

        public required double Ra { get; init; }

        public required double Rd { get; init; }

        public required double Rat { get; init; }

        public required double Rdt { get; init; }

        public bool ForAgree => Rat > Rdt;

        public bool Sufficient => (Rat > Z90 && Pat > Z90) || (Rdt > Z90 && Pdt > Z90);

        public double LargestTest => Math.Max(Rat, Rdt);

        public double AgreeMetric => Ra * Rat * Pa * Pat;

        public double Metric => ForAgree ? AgreeMetric : Rd * Rdt * Pd * Pdt;

        /// <summary>Keeps scanning order between equals.</summary>
        public int Order(Figures other) => Statement.CompareTo(other.Statement);

        public Representative ToRepresentative() => new(
            Statement,
            ForAgree ? Side.Agree : Side.Disagree,
            Votes,
            Published.Round(ForAgree ? Ra : Rd),
            Published.Round(ForAgree ? Rat : Rdt));
    }
}
