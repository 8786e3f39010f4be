using Gouvernail.Choice.Opinions;

namespace Gouvernail.Choice.Tests.Opinions;

public sealed class SilhouetteTests
{
    [Fact]
    public void Four_points_on_a_line_by_hand()
    {
        // Points 0 and 1 against 5 and 6: each is 1 from its own; 5.5 or 4.5 on average from the others.
        // (5.5−1)/5.5 and (4.5−1)/4.5, twice each.
        double expected = (((5.5 - 1) / 5.5) + ((4.5 - 1) / 4.5)) / 2;

        Silhouette.Exact(new PlanePoints([0, 1, 5, 6], [0, 0, 0, 0]), [[0, 0, 1, 1]])[0].ShouldBe(expected, 1e-15);
    }

    [Fact]
    public void A_point_alone_in_its_group_counts_as_zero()
    {
        double far = (((9.0 - 1) / 9) + ((10.0 - 1) / 10)) / 3;

        Silhouette.Exact(new PlanePoints([0, 1, 10], [0, 0, 0]), [[0, 0, 1]])[0].ShouldBe(far, 1e-15);
    }

    [Fact]
    public void A_weight_is_a_number_of_people()
    {
        double weighted = Silhouette.Exact(new PlanePoints([0, 1, 7], [0, 0, 0], [2, 1, 3]), [[0, 0, 1]])[0];
        double repeated = Silhouette.Exact(
            new PlanePoints([0, 0, 1, 7, 7, 7], [0, 0, 0, 0, 0, 0]), [[0, 0, 0, 1, 1, 1]])[0];

        weighted.ShouldBe(repeated, 1e-15);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Merged_into_cells_the_mean_is_within_a_thousandth_of_the_exact_one(int seed)
    {
        PlanePoints points = Draws.Points(seed, 4_000);
        var tree = new PointTree(points);
        var kMeans = new KMeans(points, tree, 5, Draws.Generator(seed));
        int[][] partitions = [.. Enumerable.Range(2, 4).Select(k => kMeans.Labels(kMeans.Best(k)))];

        double[] near = Silhouette.Means(points, tree, partitions);

        double[] exact = Silhouette.Exact(points, partitions);
        for (int p = 0; p < exact.Length; p++)
        {
            near[p].ShouldBe(exact[p], 0.001);
        }
    }
}
