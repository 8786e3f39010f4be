namespace Gouvernail.Choice.Opinions;

/// <summary>
/// Draws the participants again with replacement (Efron 1979), computes the map of each resample from its components
/// on, and records what held: the number of groups, each group (Hennig 2007), and the common ground.
/// </summary>
internal sealed class Resampling
{
    /// <summary>k-means starts of a resample.</summary>
    public const int Starts = 5;

    /// <summary>Cells of a resample's silhouette.</summary>
    public const int Cells = 512;

    private const double Tolerance = 1e-5;

    private readonly VoteTable _votes;
    private readonly int[] _voteCount;
    private readonly int[] _groupOf;
    private readonly int _groups;
    private readonly bool _separated;
    private readonly double[][] _components;
    private readonly int _scaleStatements;
    private readonly byte[] _seed;
    private readonly Outcome[] _outcomes;

    public Resampling(
        VoteTable votes,
        int[] voteCount,
        int scaleStatements,
        double[][] components,
        int[] groupOf,
        int groups,
        bool separated,
        byte[] seed,
        int resamples)
    {
        _votes = votes;
        _voteCount = voteCount;
        _scaleStatements = scaleStatements;
        _components = components;
        _groupOf = groupOf;
        _groups = groups;
        _separated = separated;
        _seed = seed;
        _outcomes = new Outcome[resamples];
    }

    /// <summary>Runs all resamples.</summary>
    public void Run(int threads, IProgress<MapProgress>? progress, CancellationToken cancel)
    {
        int done = 0;
        FixedChunks.Run(
            _outcomes.Length,
            threads,
            b =>
            {
                _outcomes[b] = Draw(b, cancel);
                int finished = Interlocked.Increment(ref done);
                progress?.Report(new MapProgress(MapStage.Resamples, finished, _outcomes.Length));
            },
            cancel);
    }

    /// <summary>How the map as a whole held.</summary>
    public MapStability Stability()
    {
        int same = 0;
        double agreement = 0;
        foreach (Outcome o in _outcomes)
        {
            same += o.Groups == _groups ? 1 : 0;
            agreement += o.Agreement;
        }

        int count = _outcomes.Length;
        return new MapStability(
            _groups, Published.Round((double)same / count), Published.Round(agreement / count), count);
    }

    /// <summary>Mean best Jaccard similarity of group <paramref name="g"/>.</summary>
    public double GroupStability(int g)
    {
        double sum = 0;
        foreach (Outcome o in _outcomes)
        {
            sum += o.Jaccard[g];
        }

        return Published.Round(sum / _outcomes.Length);
    }

    /// <summary>
    /// The 5 % and 95 % points of a statement's common ground over resamples, widened where needed to hold the score.
    /// </summary>
    public (double Low, double High) Interval(int statement, double score)
    {
        double[] scores = Array.ConvertAll(_outcomes, o => o.CommonGround[statement]);
        Array.Sort(scores);
        int trim = (int)(0.05 * (scores.Length - 1));
        return (Math.Min(score, scores[trim]), Math.Max(score, scores[scores.Length - 1 - trim]));
    }

    private Outcome Draw(int resample, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var generator = new SeededGenerator(_seed, $"resample/{resample}");
        int people = _groupOf.Length;
        int[] weights = new int[people];
        for (int i = 0; i < people; i++)
        {
            weights[generator.NextBelow(people)]++;
        }

        var centered = new CenteredVotes(_votes, null, weights, 1, cancel);
        PrincipalComponents pca = PrincipalComponents.Of(centered, Tolerance, _components);
        (double[] x, double[] y) = Projection.Participants(
            centered, pca.Components, _scaleStatements, _voteCount);
        int[] rows = [.. Enumerable.Range(0, people).Where(i => _groupOf[i] >= 0 && weights[i] > 0)];
        var points = new PlanePoints(
            Array.ConvertAll(rows, i => x[i]),
            Array.ConvertAll(rows, i => y[i]),
            Array.ConvertAll(rows, i => (double)weights[i]));
        Grouping? grouping = Grouping.Of(points, Starts, Cells, generator);
        bool separates = grouping is not null
            && (_separated || Separation.Of(_votes, rows, weights, generator, 1, cancel).Holds);
        int[] published = Array.ConvertAll(rows, i => _groupOf[i]);
        int[] own = separates ? grouping!.Labels : new int[rows.Length];
        int[] alike = SameNumber(grouping, rows.Length);
        return new Outcome(
            separates ? grouping!.Groups : 1,
            AdjustedRand.Index(published, own),
            BestJaccard(published, alike),
            Scores(rows, alike, weights));
    }

    /// <summary>The resample's partition into the published number of groups, or the nearest that exists.</summary>
    private int[] SameNumber(Grouping? grouping, int count)
    {
        if (_groups < Grouping.Fewest || grouping is null)
        {
            return new int[count];
        }

        return grouping.Partitions[Math.Min(_groups - Grouping.Fewest, grouping.Partitions.Length - 1)];
    }

    private double[] BestJaccard(int[] published, int[] found)
    {
        int[,] both = new int[_groups, KMeans.MostGroups];
        int[] first = new int[_groups];
        int[] second = new int[KMeans.MostGroups];
        for (int i = 0; i < published.Length; i++)
        {
            both[published[i], found[i]]++;
            first[published[i]]++;
            second[found[i]]++;
        }

        double[] best = new double[_groups];
        for (int g = 0; g < _groups; g++)
        {
            for (int h = 0; h < second.Length; h++)
            {
                int union = first[g] + second[h] - both[g, h];
                best[g] = Math.Max(best[g], union == 0 ? 0 : (double)both[g, h] / union);
            }
        }

        return best;
    }

    private double[] Scores(int[] rows, int[] labels, int[] weights)
    {
        int[] groupOf = new int[_groupOf.Length];
        Array.Fill(groupOf, -1);
        int groups = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            groupOf[rows[i]] = labels[i];
            groups = Math.Max(groups, labels[i] + 1);
        }

        VoteCounts[][] tallies = GroupTally.Of(_votes, groupOf, groups, weights);
        double[] scores = new double[_votes.Statements.Count];
        for (int j = 0; j < scores.Length; j++)
        {
            scores[j] = GroupTally.CommonGround(tallies, j);
        }

        return scores;
    }

    private sealed record Outcome(int Groups, double Agreement, double[] Jaccard, double[] CommonGround);
}
