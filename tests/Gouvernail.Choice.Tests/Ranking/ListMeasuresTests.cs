using Gouvernail.Choice.Ranking;

namespace Gouvernail.Choice.Tests.Ranking;

public sealed class ListMeasuresTests
{
    [Fact]
    public void A_relevant_item_counts_less_the_further_down_it_is()
    {
        // One relevant item of two is found, in the third place: (1/log₂ 4) / (1/log₂ 2 + 1/log₂ 3).
        double[] gains = [0, 0, 1, 1, 0];

        ListMeasures.Ndcg([0, 1, 2], gains, 3)!.Value.ShouldBe(0.5 / (1 + 0.6309297535714575), 1e-15);
        ListMeasures.Ndcg([3, 2], gains, 10).ShouldBe(1);
        ListMeasures.Ndcg([0, 1, 2], gains, 2).ShouldBe(0);
        ListMeasures.Ndcg([0], [0, 0], 1).ShouldBeNull();
        Should.Throw<ArgumentException>(() => ListMeasures.Ndcg([0], [-1], 1));
    }

    [Fact]
    public void The_tail_and_the_catalogue_are_counted()
    {
        ListMeasures.LongTailShare([0, 1, 2, 3], [true, false, false, false]).ShouldBe(0.25);
        ListMeasures.LongTailShare([], []).ShouldBe(0);
        ListMeasures.Coverage([[0, 1], [1, 2]], 10).ShouldBe(0.3);
    }

    [Fact]
    public void A_list_with_the_target_mix_does_not_diverge_and_one_without_it_does_most()
    {
        var categories = new Features([1.0, 0, 0, 2, 3, 3], 2);

        ListMeasures.Divergence([0, 1], categories, [1, 1]).ShouldBe(0);
        ListMeasures.Divergence([2], categories, [4, 4]).ShouldBe(0);
        ListMeasures.Divergence([0], categories, [0, 1]).ShouldBe(4.605170185988092, 1e-14);
        ListMeasures.MeanDivergence([[0], [1]], categories, [[0, 1], [0, 1]]).ShouldBe(4.605170185988092 / 2, 1e-14);
    }

    [Fact]
    public void Two_items_are_as_far_apart_as_their_features_point_apart()
    {
        var features = new Features([1.0, 0, 0, 5, 2, 0, -1, 0, 0, 0], 2);

        ListMeasures.IntraListDistance([0, 2], features).ShouldBe(0);
        ListMeasures.IntraListDistance([0, 1], features).ShouldBe(1);
        ListMeasures.IntraListDistance([0, 3], features).ShouldBe(2);
        ListMeasures.IntraListDistance([0, 4], features).ShouldBe(1);
        ListMeasures.IntraListDistance([0, 1, 2], features).ShouldBe(2 / 3.0, 1e-15);
        ListMeasures.IntraListDistance([0], features).ShouldBe(0);
    }
}
