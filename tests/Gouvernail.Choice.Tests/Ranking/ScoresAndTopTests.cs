using FsCheck;
using FsCheck.Fluent;
using Gouvernail.Choice.Ranking;

namespace Gouvernail.Choice.Tests.Ranking;

public sealed class ScoresAndTopTests
{
    [Fact]
    public void A_score_is_the_weights_times_the_features_added_up()
    {
        var features = new Features([1f, 2f, 3f, 0f, 1f, 0f], 3);

        LinearScores.Of(features, [10, 1, 0.5]).ShouldBe([13.5, 1]);
    }

    [Fact]
    public void Scores_have_the_bits_of_a_plain_loop_on_any_number_of_threads() =>
        Prop.ForAll<int>(seed =>
        {
            SeededGenerator draw = Draws.Generator(seed, "sizes");
            int items = draw.NextBelow(50);
            int width = 1 + draw.NextBelow(20);
            Features features = Feeds.Table(seed, items, width, draw.NextBelow(2) == 0);
            double[] weights = Feeds.Weights(seed, width);
            double[] plain = new double[items];
            for (int i = 0; i < items; i++)
            {
                for (int j = 0; j < width; j++)
                {
                    plain[i] += weights[j] * features[i, j];
                }
            }

            return LinearScores.Of(features, weights).SequenceEqual(plain)
                && LinearScores.Of(features, weights, 3).SequenceEqual(plain);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_not_a_finite_number_is_refused_and_named(double bad)
    {
        var features = new Features([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, bad], 4);

        Should.Throw<ArgumentException>(() => LinearScores.Of(features, [1, 1, 1, 0])).Message.ShouldContain("item 4");
        Should.Throw<ArgumentException>(() => LinearScores.Of(features, [1, bad, 1, 0])).Message
            .ShouldContain("Weight 1");
        Should.Throw<ArgumentException>(() => new Candidates([0, bad])).Message.ShouldContain("item 1");
        Should.Throw<ArgumentException>(() => MarginalRelevance.Select(new Candidates(new double[5]), features, 1, 0.5))
            .Message.ShouldContain("item 4");
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Should.Throw<ArgumentException>(() => new Features([1f, 2f, 3f], 2));
        Should.Throw<ArgumentException>(() => LinearScores.Of(new Features([1f, 2f], 2), [1]));
        Should.Throw<ArgumentException>(() => LinearScores.Compute(new Features([1f, 2f], 2), [1, 1], new double[2]));
        Should.Throw<ArgumentException>(() => new Candidates([1, 2], [1]));
        Should.Throw<ArgumentOutOfRangeException>(() => TopItems.Of(new Candidates([1]), -1));
    }

    [Fact]
    public void The_best_come_first_and_between_equals_the_smaller_number()
    {
        var candidates = new Candidates([5, 9, 5, 7], [40, 30, 20, 10]);

        TopItems.Of(candidates, 3).ShouldBe([1, 3, 2]);
        TopItems.Of(candidates, 9).ShouldBe([1, 3, 2, 0]);
        TopItems.Of(candidates, 0).ShouldBeEmpty();
    }

    [Fact]
    public void The_best_few_are_those_of_a_full_sort() =>
        Prop.ForAll<int>(seed =>
        {
            SeededGenerator draw = Draws.Generator(seed, "sizes");
            Candidates candidates = Feeds.Tied(seed, draw.NextBelow(300), 1 + draw.NextBelow(60));
            int places = draw.NextBelow(40);
            double[] scores = candidates.Scores.ToArray();
            IEnumerable<int> sorted = Enumerable.Range(0, scores.Length)
                .OrderByDescending(i => scores[i]).ThenBy(candidates.Id).Take(places);
            return TopItems.Of(candidates, places).SequenceEqual(sorted);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(0)]
    public void Scores_that_rise_fall_or_are_all_equal_are_no_special_case(int slope)
    {
        double[] scores = [.. Enumerable.Range(0, 5_000).Select(i => (double)(slope * i))];

        TopItems.Of(new Candidates(scores), 100).ShouldBe(
            Enumerable.Range(0, 100).Select(i => slope > 0 ? 4_999 - i : i));
    }

    [Fact]
    public void A_logarithm_is_that_of_the_library_to_the_last_places() =>
        Prop.ForAll<int>(seed =>
        {
            SeededGenerator draw = Draws.Generator(seed, "x");
            double x = draw.NextUnit() * Math.ScaleB(1, draw.NextBelow(1200) - 600);
            double expected = Math.Log10(x) * 2.302585092994046;
            return x == 0 || Math.Abs(Logarithm.Natural(x) - expected) <= 1e-15 * Math.Max(Math.Abs(expected), 0.7);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Powers_of_two_have_whole_logarithms()
    {
        for (int e = -1074; e < 1024; e++)
        {
            Logarithm.BaseTwo(Math.ScaleB(1, e)).ShouldBe(e, 1e-300 + (Math.Abs(e) * 3e-16));
        }

        Logarithm.Natural(1).ShouldBe(0);
        Should.Throw<ArgumentOutOfRangeException>(() => Logarithm.Natural(0));
    }
}
