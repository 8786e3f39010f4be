using System.Globalization;

namespace Gouvernail.Choice.Opinions;

/// <summary>
/// The method <c>opinion-map/1</c>: a pure function of the votes, whatever order they arrived in, with figures that say
/// how sure it is. docs/methods/opinion-map.md gives every formula and choice.
/// </summary>
public static class OpinionMapMethod
{
    /// <summary>Name and version.</summary>
    public const string Name = "opinion-map/1";

    private const double Tolerance = 1e-12;

    /// <summary>Computes the map of a table of votes.</summary>
    /// <param name="votes">Any table, in any order; rejected statements are left out, meta statements not used.</param>
    /// <param name="options">Resamples, threads, progress.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>A map whose participants and statements are sorted by id (ordinal).</returns>
    /// <exception cref="ArgumentOutOfRangeException">Negative resamples, or less than one thread.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static OpinionMap Compute(VoteTable votes, MapOptions? options = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(votes);
        options ??= new MapOptions();
        ArgumentOutOfRangeException.ThrowIfNegative(options.Resamples, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1, nameof(options));

        VoteTable whole = votes.Canonical();
        VoteCounts[] totals = GroupTally.Totals(whole, options.Threads);
        int[] kept = [.. Enumerable.Range(0, totals.Length)
            .Where(j => whole.Statements[j].Moderation != Moderation.Rejected)];
        int[] columns = [.. kept.Where(j => !whole.Statements[j].IsMeta)];
        VoteTable used = columns.Length == totals.Length ? whole : whole.SelectColumns(columns);
        int seen = columns.Count(j => totals[j].Seen > 0);

        options.Progress?.Report(new MapProgress(MapStage.Components, 0, 1));
        var centered = new CenteredVotes(
            used, null, null, options.Threads, cancel, GroupTally.CellCounts(totals, columns));
        byte[] seed = [];
        PrincipalComponents? found = null;
        FixedChunks.Both(
            options.Threads,
            () => seed = used.Hash(),
            () => found = PrincipalComponents.Of(centered, Tolerance, null),
            cancel);
        PrincipalComponents pca = found!;
        Projection.Orient(pca.Components, used.Statements);
        int[] voteCount = used.RowLengths();
        (double[] x, double[] y) = Projection.Participants(centered, pca.Components, seen, voteCount);

        options.Progress?.Report(new MapProgress(MapStage.Groups, 0, 1));
        int[] rows = InConversation.Rows(voteCount, seen);
        (int[] groupOf, int groups, Separation separation, SortedDictionary<int, double> silhouette) =
            Group(used, rows, x, y, seed, options.Threads, cancel);

        Resampling? resampling = null;
        if (options.Resamples > 0 && groups > 0)
        {
            resampling = new Resampling(
                used, voteCount, seen, pca.Components, groupOf, groups, separation.Holds, seed,
                options.Resamples);
            resampling.Run(options.Threads, options.Progress, cancel);
        }

        VoteCounts[][] tallies = GroupTally.Of(whole, groupOf, groups, null, options.Threads);
        VoteCounts[] together = GroupTally.Together(tallies, totals.Length);
        StatementPoint[] statementPoints = MapParts.StatementPoints(centered, pca.Components, seen, columns);
        int[] columnOf = new int[totals.Length];
        for (int c = 0; c < columns.Length; c++)
        {
            columnOf[columns[c]] = c;
        }

        int[][] members = MapParts.Members(groupOf, groups);
        return new OpinionMap
        {
            Method = Name,
            Parameters = Parameters(options, seed, separation),
            Participants = whole.Participants,
            Statements = whole.Statements,
            VoteCount = whole.VoteCount,
            Totals = totals,
            Columns = columns,
            Center = Array.ConvertAll(centered.Center, Published.Round),
            Components = [.. pca.Components.Select(c => Array.ConvertAll(c, Published.Round))],
            Explained = MapParts.Explained(pca, centered),
            Points = MapParts.Points(x, y, groupOf),
            StatementPoints = statementPoints,
            Groups = [.. members.Select((m, g) => new OpinionGroup(
                m,
                resampling?.GroupStability(g),
                Representativeness.Of(tallies[g], together, columns),
                tallies[g]))],
            Consensus = Representativeness.ConsensusOf(totals, columns),
            CommonGround = MapParts.CommonGround(
                tallies, columns, resampling is null ? null : (j, s) => resampling.Interval(columnOf[j], s)),
            Divisive = MapParts.Divisive(tallies, columns),
            Routing = MapParts.Routes(kept, together, whole.Statements, statementPoints),
            Stability = resampling?.Stability(),
            Silhouette = silhouette,
        };
    }

    private static (int[] GroupOf, int Groups, Separation Separation, SortedDictionary<int, double> Silhouette) Group(
        VoteTable votes, int[] rows, double[] x, double[] y, byte[] seed, int threads, CancellationToken cancel)
    {
        int[] groupOf = new int[x.Length];
        Array.Fill(groupOf, -1);
        var silhouette = new SortedDictionary<int, double>();
        var points = new PlanePoints(Array.ConvertAll(rows, i => x[i]), Array.ConvertAll(rows, i => y[i]));
        Grouping? grouping = null;
        var separation = new Separation(0, 0);
        FixedChunks.Both(
            threads,
            () => grouping = Grouping.Of(
                points, KMeans.Starts, Silhouette.ExactUpTo, new SeededGenerator(seed, "groups"), threads),
            () => separation = Separation.Of(
                votes, rows, null, new SeededGenerator(seed, "separation"), threads, cancel),
            cancel);
        int groups = rows.Length > 0 ? 1 : 0;
        int[] labels = new int[rows.Length];
        if (grouping is null)
        {
            separation = new Separation(0, 0);
        }
        else
        {
            for (int p = 0; p < grouping.Silhouettes.Length; p++)
            {
                silhouette[p + Grouping.Fewest] = Published.Round(grouping.Silhouettes[p]);
            }

            if (separation.Holds)
            {
                groups = grouping.Groups;
                labels = Renumber(grouping.Labels, groups);
            }
        }

        for (int i = 0; i < rows.Length; i++)
        {
            groupOf[rows[i]] = labels[i];
        }

        return (groupOf, groups, separation, silhouette);
    }

    /// <summary>Largest group first; between equals, the one whose first member has the lowest id.</summary>
    private static int[] Renumber(int[] labels, int groups)
    {
        int[] size = new int[groups];
        int[] first = new int[groups];
        for (int i = labels.Length - 1; i >= 0; i--)
        {
            size[labels[i]]++;
            first[labels[i]] = i;
        }

        int[] order = [.. Enumerable.Range(0, groups).OrderByDescending(g => size[g]).ThenBy(g => first[g])];
        int[] rank = new int[groups];
        for (int r = 0; r < groups; r++)
        {
            rank[order[r]] = r;
        }

        return Array.ConvertAll(labels, l => rank[l]);
    }

    private static SortedDictionary<string, string> Parameters(
        MapOptions options, byte[] seed, Separation separation) =>
        new(StringComparer.Ordinal)
        {
            ["enoughVotes"] = Text(InConversation.EnoughVotes),
            ["fewestParticipants"] = Text(InConversation.FewestParticipants),
            ["resamples"] = Text(options.Resamples),
            ["seed"] = Convert.ToHexStringLower(seed),
            ["separation"] = Text(separation.Alpha),
            ["separationThreshold"] = Text(separation.Threshold),
            ["silhouetteExactUpTo"] = Text(Silhouette.ExactUpTo),
            ["starts"] = Text(KMeans.Starts),
        };

    private static string Text(double number) => Published.Round(number).ToString("R", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
