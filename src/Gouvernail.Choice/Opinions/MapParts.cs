namespace Gouvernail.Choice.Opinions;

/// <summary>The parts of a published map that both methods form in the same way from groups and places.</summary>
internal static class MapParts
{
    /// <summary>Published places of the participants.</summary>
    public static ParticipantPoint[] Points(double[] x, double[] y, int[] groupOf)
    {
        var points = new ParticipantPoint[x.Length];
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = new ParticipantPoint(Published.Round(x[i]), Published.Round(y[i]), groupOf[i]);
        }

        return points;
    }

    /// <summary>Published places of the statements.</summary>
    public static StatementPoint[] StatementPoints(
        CenteredVotes centered, double[][] components, int statements, IReadOnlyList<int> columns)
    {
        var points = new StatementPoint[columns.Count];
        for (int j = 0; j < points.Length; j++)
        {
            (double x, double y, double extremity) = Projection.Statement(centered, components, statements, j);
            points[j] = new StatementPoint(
                columns[j], Published.Round(x), Published.Round(y), Published.Round(extremity));
        }

        return points;
    }

    /// <summary>Members of each group, ascending.</summary>
    public static int[][] Members(int[] groupOf, int groups)
    {
        var members = new List<int>[groups];
        for (int g = 0; g < groups; g++)
        {
            members[g] = [];
        }

        for (int i = 0; i < groupOf.Length; i++)
        {
            if (groupOf[i] >= 0)
            {
                members[groupOf[i]].Add(i);
            }
        }

        return Array.ConvertAll(members, m => m.ToArray());
    }

    /// <summary>Common ground of each statement, best first, ties in statement order.</summary>
    public static CommonGround[] CommonGround(
        VoteCounts[][] groups, IReadOnlyList<int> statements, Func<int, double, (double Low, double High)>? interval)
    {
        if (groups.Length == 0)
        {
            return [];
        }

        var list = new CommonGround[statements.Count];
        for (int i = 0; i < list.Length; i++)
        {
            int j = statements[i];
            double score = GroupTally.CommonGround(groups, j);
            (double Low, double High)? ends = interval?.Invoke(j, score);
            list[i] = new CommonGround(
                j,
                Published.Round(score),
                ends is null ? null : Published.Round(ends.Value.Low),
                ends is null ? null : Published.Round(ends.Value.High));
        }

        return [.. list.OrderByDescending(c => c.Score)];
    }

    /// <summary>What divides the groups, most first, ties in statement order.</summary>
    public static Divisive[] Divisive(VoteCounts[][] groups, IReadOnlyList<int> statements) =>
        groups.Length < 2
            ? []
            : [.. statements.Select(j => new Divisive(j, Published.Round(GroupTally.Spread(groups, j))))
                .OrderByDescending(d => d.Spread)];

    /// <summary>Routing priorities in statement order.</summary>
    public static RoutingPriority[] Routes(
        IReadOnlyList<int> statements,
        VoteCounts[] together,
        IReadOnlyList<StatementColumn> columns,
        StatementPoint[] points)
    {
        var extremity = new double[columns.Count];
        foreach (StatementPoint point in points)
        {
            extremity[point.Statement] = point.Extremity;
        }

        return [.. statements.Select(j => new RoutingPriority(
            j, Published.Round(Routing.Priority(together[j], extremity[j], columns[j].IsMeta))))];
    }

    /// <summary>Shares of the variance.</summary>
    public static double[] Explained(PrincipalComponents components, CenteredVotes centered) =>
        centered.TotalVariance > 0
            ? [.. components.Eigenvalues.Select(e => Published.Round(e / centered.TotalVariance))]
            : [0, 0];
}
