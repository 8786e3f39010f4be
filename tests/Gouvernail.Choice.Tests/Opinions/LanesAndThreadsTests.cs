using FsCheck;
using FsCheck.Fluent;
using Gouvernail.Choice.Opinions;

namespace Gouvernail.Choice.Tests.Opinions;

/// <summary>What is done several at a time gives the bits of what is done one by one.</summary>
public sealed class LanesAndThreadsTests
{
    [Fact]
    public void Starts_drawn_at_once_are_those_drawn_one_after_the_other() =>
        Prop.ForAll<int>(seed =>
        {
            SeededGenerator draw = Draws.Generator(seed, "sizes");
            PlanePoints points = Draws.Points(seed, 1 + draw.NextBelow(40));
            int starts = 1 + draw.NextBelow(9);
            SeededGenerator alone = Draws.Generator(seed);
            Centre[][] oneByOne = new Centre[starts][];
            for (int s = 0; s < starts; s++)
            {
                oneByOne[s] = KMeansStarts.DrawOne(points, 5, alone);
            }

            SeededGenerator together = Draws.Generator(seed);
            Centre[][] atOnce = KMeansStarts.Draw(points, starts, 5, together, 1 + draw.NextBelow(3));
            return oneByOne.Zip(atOnce).All(pair => pair.First.SequenceEqual(pair.Second))
                && alone.NextBits() == together.NextBits();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_tree_grown_on_two_threads_or_three_is_that_of_one()
    {
        PlanePoints points = Draws.Points(1, 20_000);
        Centre[] centres = [new(1, 1), new(4, 2), new(6.5, 0.5), new(8, 3)];
        var sums = new CentreSum[3][];
        for (int threads = 1; threads <= 3; threads++)
        {
            var tree = new PointTree(points, threads);
            sums[threads - 1] = new CentreSum[centres.Length];
            tree.Assign(centres, sums[threads - 1]);
            tree.Cells(2048).ShouldBe(new PointTree(points).Cells(2048));
        }

        sums[1].ShouldBe(sums[0]);
        sums[2].ShouldBe(sums[0]);
    }

    [Fact]
    public void Silhouettes_add_up_as_they_do_one_point_after_the_other() =>
        Prop.ForAll<int>(seed =>
        {
            SeededGenerator draw = Draws.Generator(seed, "labels");
            PlanePoints points = Draws.Points(seed, 1 + draw.NextBelow(30));
            int[][] labels = new int[1 + draw.NextBelow(3)][];
            for (int p = 0; p < labels.Length; p++)
            {
                labels[p] = [.. Enumerable.Range(0, points.Count).Select(_ => draw.NextBelow(2 + p))];
            }

            return Silhouette.Exact(points, labels).SequenceEqual(labels.Select(label => OneByOne(points, label)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Tallies_of_groups_are_the_same_for_any_number_of_threads()
    {
        VoteTable votes = VoteTable.FromVotes(Draws.Votes(1, 50, 10, 6, 3));
        int[] groupOf = [.. Enumerable.Range(0, 50).Select(i => (i % 4) - 1)];

        GroupTally.Of(votes, groupOf, 3, null, 2).ShouldBe(GroupTally.Of(votes, groupOf, 3));
        GroupTally.CellCounts(GroupTally.Totals(votes), [.. Enumerable.Range(0, votes.Statements.Count)])
            .ShouldBe(CenteredVotes.CountCells(votes, null));
    }

    private static double OneByOne(PlanePoints points, int[] label)
    {
        int groups = label.Max() + 1;
        double[] size = new double[groups];
        for (int i = 0; i < points.Count; i++)
        {
            size[label[i]] += points.Weight[i];
        }

        double mean = 0;
        for (int i = 0; i < points.Count; i++)
        {
            double[] sum = new double[groups];
            for (int j = 0; j < points.Count; j++)
            {
                sum[label[j]] += points.Weight[j] * Math.Sqrt(points.SquareTo(j, points.X[i], points.Y[i]));
            }

            double[] outside = [.. Enumerable.Range(0, groups)
                .Where(g => g != label[i] && size[g] > 0).Select(g => sum[g] / size[g])];
            if (size[label[i]] > 1 && outside.Length > 0)
            {
                double inside = sum[label[i]] / (size[label[i]] - 1);
                double larger = Math.Max(inside, outside.Min());
                mean += points.Weight[i] * (larger > 0 ? (outside.Min() - inside) / larger : 0);
            }
        }

        return mean / points.TotalWeight;
    }
}
