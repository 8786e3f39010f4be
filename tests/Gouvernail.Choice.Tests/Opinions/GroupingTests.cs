using FsCheck;
using FsCheck.Fluent;
using Gouvernail.Choice.Opinions;

namespace Gouvernail.Choice.Tests.Opinions;

public sealed class GroupingTests
{
    [Fact]
    public void The_tree_gives_each_point_to_its_nearest_centre() =>
        Prop.ForAll<int>(seed =>
        {
            PlanePoints points = Draws.Points(seed, 200);
            SeededGenerator draw = Draws.Generator(seed, "centres");
            var centres = new Centre[4];
            for (int c = 0; c < centres.Length; c++)
            {
                int at = draw.NextBelow(points.Count);
                centres[c] = new Centre(points.X[at], points.Y[at]);
            }

            var sums = new CentreSum[4];
            new PointTree(points).Assign(centres, sums);
            double[] expected = new double[4];
            for (int i = 0; i < points.Count; i++)
            {
                expected[Centre.Nearest(centres, 0b1111, points.X[i], points.Y[i])] += points.Weight[i];
            }

            return expected.SequenceEqual(sums.Select(s => s.Weight));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_partition_is_a_fixed_point_of_lloyds_step()
    {
        PlanePoints points = Draws.Points(4, 500);
        var tree = new PointTree(points);
        var kMeans = new KMeans(points, tree, KMeans.Starts, Draws.Generator(1));

        Centre[] centres = kMeans.Best(3);

        int[] labels = kMeans.Labels(centres);
        for (int c = 0; c < 3; c++)
        {
            double weight = 0;
            double x = 0;
            for (int i = 0; i < labels.Length; i++)
            {
                weight += labels[i] == c ? points.Weight[i] : 0;
                x += labels[i] == c ? points.Weight[i] * points.X[i] : 0;
            }

            (x / weight).ShouldBe(centres[c].X, 1e-12);
        }
    }

    [Fact]
    public void Two_clumps_far_apart_are_two_groups()
    {
        double[] x = [0, 0.1, 0.2, 9, 9.1, 9.2];
        double[] y = [0, 0.1, 0, 5, 5.1, 5];

        Grouping grouping = Grouping.Of(new PlanePoints(x, y), KMeans.Starts, 100, Draws.Generator(1))!;

        grouping.Groups.ShouldBe(2);
        AdjustedRand.Index(grouping.Labels, [0, 0, 0, 1, 1, 1]).ShouldBe(1);
    }

    [Fact]
    public void Points_all_in_one_place_are_not_partitioned() =>
        Grouping.Of(new PlanePoints([1, 1, 1], [2, 2, 2]), KMeans.Starts, 100, Draws.Generator(1)).ShouldBeNull();

    [Fact]
    public void Two_places_give_at_most_two_groups()
    {
        Grouping grouping = Grouping.Of(
            new PlanePoints([1, 1, 4, 4], [2, 2, 2, 2]), KMeans.Starts, 100, Draws.Generator(1))!;

        grouping.Partitions.Length.ShouldBe(1);
        grouping.BestSilhouette.ShouldBe(1);
    }
}
