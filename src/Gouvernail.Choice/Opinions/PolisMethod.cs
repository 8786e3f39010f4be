namespace Gouvernail.Choice.Opinions;

/// <summary>
/// The method <c>polis/1</c>: what Polis would publish on a cold start, for comparison and migration. Its groups depend
/// on the order of rows; <see cref="OpinionMapMethod"/> does not.
/// </summary>
/// <remarks>Small, Bjorkegren, Erkkilä, Shaw and Megill (2021), "Polis: Scaling deliberation by mapping high
/// dimensional opinion spaces"; docs/methods/opinion-map.md gives every formula.</remarks>
public static class PolisMethod
{
    /// <summary>Name and version.</summary>
    public const string Name = "polis/1";

    private const double Tolerance = 1e-13;

    /// <summary>Computes the map. Rows and columns count in the order of the table.</summary>
    /// <param name="votes">The votes; a column that nobody voted on is left out, as Polis does.</param>
    /// <param name="options">What to pin.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ArgumentException">
    /// A pinned participant is not in the table, or stands in two base clusters; both kinds of pin are given; a base
    /// cluster has no member; or there is less than one thread.
    /// </exception>
    public static OpinionMap Compute(VoteTable votes, PolisOptions? options = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(votes);
        options ??= new PolisOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1, nameof(options));
        VoteCounts[] totals = GroupTally.Totals(votes);
        int[] voted = [.. Enumerable.Range(0, totals.Length).Where(j => totals[j].Seen > 0)];
        if (voted.Length < totals.Length)
        {
            votes = votes.SelectColumns(voted);
            totals = Array.ConvertAll(voted, j => totals[j]);
        }

        IReadOnlyList<StatementColumn> columns = votes.Statements;
        int[] all = [.. Enumerable.Range(0, columns.Count)];
        bool[] zeroed = [.. columns.Select(c => c.Moderation == Moderation.Rejected || c.IsMeta)];
        var centered = new CenteredVotes(votes, zeroed, null, options.Threads, cancel);
        PrincipalComponents pca = PrincipalComponents.Of(centered, Tolerance, null);
        if (votes.Participants.Count == 1 || columns.Count == 1)
        {
            Array.Clear(pca.Components[0]);
            Array.Clear(pca.Components[1]);
        }

        Projection.Orient(pca.Components, columns);
        (double[] x, double[] y) = Projection.Participants(
            centered, pca.Components, columns.Count, VotesWithZeroed(votes, zeroed));
        StatementPoint[] statementPoints = MapParts.StatementPoints(centered, pca.Components, columns.Count, all);

        (int[] groupOf, int groups, SortedDictionary<int, double> silhouette, int bases) =
            Group(votes, x, y, options);
        VoteCounts[][] tallies = GroupTally.Of(votes, groupOf, groups);
        VoteCounts[] together = GroupTally.Together(tallies, columns.Count);
        int[] eligible = [.. all.Where(j => !zeroed[j])];
        int[][] members = MapParts.Members(groupOf, groups);
        return new OpinionMap
        {
            Method = Name,
            Parameters = new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["baseClusters"] = options.BaseClusters is null ? $"computed, {bases}" : $"given, {bases}",
                ["inConversation"] = options.BaseClusters is not null ? "members of the base clusters"
                    : options.InConversation is not null ? "given" : "7 votes, at least 15 people",
            },
            Participants = votes.Participants,
            Statements = columns,
            VoteCount = votes.VoteCount,
            Totals = totals,
            Columns = all,
            Center = Array.ConvertAll(centered.Center, Published.Round),
            Components = [.. pca.Components.Select(c => Array.ConvertAll(c, Published.Round))],
            Explained = MapParts.Explained(pca, centered),
            Points = MapParts.Points(x, y, groupOf),
            StatementPoints = statementPoints,
            Groups = [.. members.Select((m, g) => new OpinionGroup(
                m, null, Representativeness.Of(tallies[g], together, eligible), tallies[g]))],
            Consensus = Representativeness.ConsensusOf(totals, eligible),
            CommonGround = MapParts.CommonGround(tallies, all, null),
            Divisive = MapParts.Divisive(tallies, eligible),
            Routing = MapParts.Routes(all, together, columns, statementPoints),
            Stability = null,
            Silhouette = silhouette,
        };
    }

    /// <summary>Each participant's number of votes, where a zeroed column counts as voted by everyone.</summary>
    private static int[] VotesWithZeroed(VoteTable votes, bool[] zeroed)
    {
        int everyone = zeroed.Count(z => z);
        int[] counts = new int[votes.Participants.Count];
        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] = everyone;
            foreach (int cell in votes.Row(i))
            {
                counts[i] += zeroed[VoteTable.StatementOf(cell)] ? 0 : 1;
            }
        }

        return counts;
    }

    private static (int[] GroupOf, int Groups, SortedDictionary<int, double> Silhouette, int Bases) Group(
        VoteTable votes, double[] x, double[] y, PolisOptions options)
    {
        List<(int[] Rows, double X, double Y)> bases;
        if (options.BaseClusters is not null)
        {
            RequireDisjoint(options);
            Dictionary<string, int> rowOf = RowsById(votes);
            bases = [.. options.BaseClusters.OrderBy(b => b.Id).Select(b =>
                (Rows(rowOf, b.Members), b.X, b.Y))];
        }
        else
        {
            int[] rows = options.InConversation is not null
                ? [.. Rows(RowsById(votes), options.InConversation).Distinct().Order()]
                : InConversation.Rows(votes.RowLengths(), votes.Statements.Count);
            List<PolisGrouping.Cluster> clusters = PolisGrouping.Bases(
                Array.ConvertAll(rows, i => x[i]), Array.ConvertAll(rows, i => y[i]));
            bases = [.. clusters.Select(c => (c.Members.Select(m => rows[m]).ToArray(), c.X, c.Y))];
        }

        (List<PolisGrouping.Cluster> groups, SortedDictionary<int, double> silhouette) = PolisGrouping.Groups(
            [.. bases.Select(b => b.X)],
            [.. bases.Select(b => b.Y)],
            [.. bases.Select(b => (double)b.Rows.Length)]);
        int[] groupOf = new int[votes.Participants.Count];
        Array.Fill(groupOf, -1);
        for (int g = 0; g < groups.Count; g++)
        {
            foreach (int row in groups[g].Members.SelectMany(b => bases[b].Rows))
            {
                groupOf[row] = g;
            }
        }

        return (groupOf, groups.Count, silhouette, bases.Count);
    }

    private static void RequireDisjoint(PolisOptions options)
    {
        if (options.InConversation is not null)
        {
            throw new ArgumentException("Base clusters already say who is in the conversation: give one of the two.");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (BaseCluster cluster in options.BaseClusters!)
        {
            if (cluster.Members.Count == 0)
            {
                throw new ArgumentException($"Base cluster {cluster.Id} has no member.");
            }

            foreach (string id in cluster.Members)
            {
                if (!seen.Add(id))
                {
                    throw new ArgumentException($"Participant \"{id}\" stands twice in the base clusters.");
                }
            }
        }
    }

    private static Dictionary<string, int> RowsById(VoteTable votes)
    {
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < votes.Participants.Count; i++)
        {
            rows[votes.Participants[i]] = i;
        }

        return rows;
    }

    private static int[] Rows(Dictionary<string, int> rowOf, IEnumerable<string> ids) =>
        [.. ids.Select(id => rowOf.TryGetValue(id, out int row)
            ? row
            : throw new ArgumentException($"No participant \"{id}\" voted in this conversation."))];
}
