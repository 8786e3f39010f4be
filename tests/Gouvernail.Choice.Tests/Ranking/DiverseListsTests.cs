using FsCheck;
using FsCheck.Fluent;
using Gouvernail.Choice.Ranking;

namespace Gouvernail.Choice.Tests.Ranking;

/// <summary>Lists that weigh difference, a mix of categories or discovery against scores.</summary>
public sealed class DiverseListsTests
{
    [Fact]
    public void A_near_copy_of_the_first_gives_way_to_something_else()
    {
        var candidates = new Candidates([10, 9, 5, 0]);
        var features = new Features([1.0, 0, 1, 0.01, 0, 1, 1, 1], 2);

        MarginalRelevance.Select(candidates, features, 2, lambda: 1).ShouldBe([0, 1]);
        MarginalRelevance.Select(candidates, features, 2, lambda: 0.6).ShouldBe([0, 2]);
    }

    [Fact]
    public void Marginal_relevance_is_its_definition_place_by_place() =>
        Prop.ForAll<int>(seed =>
        {
            SeededGenerator draw = Draws.Generator(seed, "sizes");
            Candidates candidates = Feeds.Tied(seed, 1 + draw.NextBelow(60), 5);
            Features features = Feeds.Table(seed, candidates.Count, 1 + draw.NextBelow(9));
            double lambda = draw.NextBelow(5) / 4.0;
            int[] list = MarginalRelevance.Select(candidates, features, 12, lambda);
            (Candidates other, int[] from) = Feeds.Reordered(candidates, seed);
            int[] again = MarginalRelevance.Select(other, Feeds.Reordered(features, from), 12, lambda);
            return list.SequenceEqual(ByDefinition(candidates, features, 12, lambda))
                && Feeds.Ids(other, again).SequenceEqual(Feeds.Ids(candidates, list));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_half_and_half_target_gives_a_half_and_half_list()
    {
        // Four of the first category score best; the target asks for as much of the second.
        var candidates = new Candidates([9, 8, 7, 6, 1, 0.5]);
        var categories = new Features([1.0, 0, 1, 0, 1, 0, 1, 0, 0, 1, 0, 1], 2);

        Calibrated.Select(candidates, categories, [1, 1], 4, lambda: 0).ShouldBe([0, 1, 2, 3]);
        Calibrated.Select(candidates, categories, [1, 1], 4, lambda: 0.9).ShouldBe([0, 4, 1, 5]);
        Calibrated.Select(candidates, categories, [20, 20], 4, lambda: 0.9).ShouldBe([0, 4, 1, 5]);
    }

    [Fact]
    public void Calibration_is_its_definition_place_by_place() =>
        Prop.ForAll<int>(seed =>
        {
            SeededGenerator draw = Draws.Generator(seed, "sizes");
            Candidates candidates = Feeds.Tied(seed, 1 + draw.NextBelow(40), 5);
            double[] rows = [.. Enumerable.Range(0, candidates.Count * 4).Select(_ => (double)draw.NextBelow(2))];
            var categories = new Features(rows, 4);
            double[] target = [1, draw.NextBelow(3), draw.NextBelow(3), 2];
            int[] list = Calibrated.Select(candidates, categories, target, 8, 0.5);
            (Candidates other, int[] from) = Feeds.Reordered(candidates, seed);
            int[] again = Calibrated.Select(other, Feeds.Reordered(categories, from), target, 8, 0.5);
            return list.SequenceEqual(ByDefinition(candidates, categories, target, 8))
                && Feeds.Ids(other, again).SequenceEqual(Feeds.Ids(candidates, list));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Three_of_every_ten_places_are_drawn_from_the_tail()
    {
        double[] scores = [.. Enumerable.Range(0, 100).Select(i => 100.0 - i)];
        bool[] tail = [.. scores.Select(score => score <= 50)];

        QuotaAnswer answer = Exploration.Guaranteed(new Candidates(scores), tail, 20, 3, 10, [1]);

        int[] drawn = [.. answer.List!.Select((placed, place) => (placed.Why, Place: place + 1))
            .Where(placed => placed.Why == PlacedFor.Exploration).Select(placed => placed.Place)];
        drawn.ShouldBe([4, 7, 10, 14, 17, 20]);
        answer.List!.Where(p => p.Why == PlacedFor.Exploration).ShouldAllBe(p => tail[p.Item]);
        answer.List!.Where(p => p.Why == PlacedFor.Score).Select(p => p.Item).ShouldBe(Enumerable.Range(0, 14));
    }

    [Fact]
    public void One_seed_draws_one_list_in_any_order_of_arrival() =>
        Prop.ForAll<int>(seed =>
        {
            Candidates candidates = Feeds.Tied(seed, 40, 6);
            bool[] tail = [.. Enumerable.Range(0, 40).Select(i => candidates.Id(i) % 2 == 0)];
            (Candidates other, int[] from) = Feeds.Reordered(candidates, seed);
            bool[] otherTail = [.. from.Select(i => tail[i])];
            QuotaAnswer first = Exploration.Guaranteed(candidates, tail, 10, 2, 5, [7]);
            QuotaAnswer second = Exploration.Guaranteed(other, otherTail, 10, 2, 5, [7]);
            return Feeds.Ids(candidates, first.List!.Select(p => p.Item))
                .SequenceEqual(Feeds.Ids(other, second.List!.Select(p => p.Item)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Each_item_of_the_tail_is_drawn_about_as_often()
    {
        var candidates = new Candidates([9, 0, 0, 0, 0]);
        int[] times = new int[5];
        for (int n = 0; n < 4_000; n++)
        {
            QuotaAnswer answer = Exploration.Guaranteed(
                candidates, [false, true, true, true, true], 2, 1, 2, BitConverter.GetBytes(n));
            times[answer.List![1].Item]++;
        }

        times[0].ShouldBe(0);
        times[1..].ShouldAllBe(n => n > 900 && n < 1_100);
    }

    [Fact]
    public void A_guarantee_that_the_tail_is_too_short_for_is_refused() =>
        Exploration.Guaranteed(new Candidates([3, 2, 1]), [false, true, false], 3, 1, 1, [])
            .Conflict.ShouldNotBeNull().Kind.ShouldBe(QuotaConflictKind.TooFewMembers);

    [Fact]
    public void A_soft_weight_does_next_to_nothing_and_then_nearly_everything()
    {
        // Scores of the tail lie under the others': below one half no place, from there on every place.
        double[] scores = [.. Enumerable.Range(0, 100).Select(i => i < 50 ? 1 - (i / 1000.0) : (i - 50) / 1000.0)];
        bool[] tail = [.. Enumerable.Range(0, 100).Select(i => i >= 50)];
        var candidates = new Candidates(scores);
        double Share(double weight) => ListMeasures.LongTailShare(
            TopItems.Of(new Candidates(Exploration.Soft(candidates, tail, weight)), 10), tail);

        Share(0.45).ShouldBe(0);
        Share(0.55).ShouldBe(1);
    }

    [Fact]
    public void An_explicit_mix_adds_up_objectives_of_one_scale()
    {
        ExplicitMix.Of([[0, 5, 10], [300, 100, 200]], [0.75, 0.25]).ShouldBe([0.25, 0.375, 0.875]);
        ExplicitMix.Of([[4, 4]], [1]).ShouldBe([0, 0]);
        Should.Throw<ArgumentException>(() => ExplicitMix.Of([[1, 2], [3, 4]], [0.5, 0.6]));
        Should.Throw<ArgumentException>(() => ExplicitMix.Of([[1, 2], [3, 4]], [1.5, -0.5]));
        Should.Throw<ArgumentException>(() => ExplicitMix.Of([[1, 2], [3]], [0.5, 0.5]));
        Should.Throw<ArgumentException>(() => ExplicitMix.Of([[1, double.NaN]], [1]));
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        var one = new Candidates([1]);
        Should.Throw<ArgumentException>(() => MarginalRelevance.Select(one, new Features([1.0], 1), 1, 1.1));
        Should.Throw<ArgumentException>(() => MarginalRelevance.Select(one, new Features([1.0, 2], 1), 1, 1));
        Should.Throw<ArgumentException>(() => Calibrated.Select(one, new Features([1.0], 1), [0], 1, 1));
        Should.Throw<ArgumentException>(() => Calibrated.Select(one, new Features([1.0], 1), [1, 1], 1, 1));
        Should.Throw<ArgumentException>(() => Calibrated.Select(one, new Features([-1.0], 1), [1], 1, 1));
        Should.Throw<ArgumentException>(() => Calibrated.Select(one, new Features([1.0], 1), [1], 1, double.NaN));
        Should.Throw<ArgumentException>(() => Exploration.Guaranteed(one, [true, false], 1, 1, 1, []));
        Should.Throw<ArgumentException>(() => Exploration.Soft(one, [true], -0.1));
    }

    private static int[] ByDefinition(Candidates candidates, Features features, int places, double lambda)
    {
        double[] scaled = candidates.Scaled();
        double[] units = features.UnitColumns();
        double Cosine(int a, int b)
        {
            double sum = 0;
            for (int at = 0; at < units.Length; at += candidates.Count)
            {
                sum += units[at + a] * units[at + b];
            }

            return sum;
        }

        return Greedy(candidates, places, (item, list) =>
            (lambda * scaled[item]) - (list.Count == 0 ? 0 : (1 - lambda) * list.Max(above => Cosine(above, item))));
    }

    private static int[] ByDefinition(Candidates candidates, Features categories, double[] target, int places)
    {
        double[] scaled = candidates.Scaled();
        return Greedy(candidates, places, (item, list) =>
            (0.5 * scaled[item]) - (0.5 * ListMeasures.Divergence([.. list, item], categories, target)));
    }

    private static int[] Greedy(Candidates candidates, int places, Func<int, List<int>, double> value)
    {
        var list = new List<int>();
        while (list.Count < Math.Min(places, candidates.Count))
        {
            list.Add(Enumerable.Range(0, candidates.Count).Where(item => !list.Contains(item))
                .OrderByDescending(item => value(item, list)).ThenBy(item => candidates.At(item)).First());
        }

        return [.. list];
    }
}
