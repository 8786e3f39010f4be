using Gouvernail.Choice.Opinions;

namespace Gouvernail.Choice.Tests.Opinions;

public sealed class RoutingTests
{
    [Fact]
    public void A_statement_nobody_saw_gets_a_hearing() =>
        Routing.Priority(new VoteCounts(0, 0, 0), 0, false).ShouldBe(0.25 * 9 * (0.25 * 9), 1e-15);

    [Fact]
    public void A_meta_statement_has_a_fixed_priority() =>
        Routing.Priority(new VoteCounts(5, 5, 10), 3, true).ShouldBe(49);

    [Fact]
    public void Seen_ten_times_with_two_passes_and_six_agreements()
    {
        double importance = (1 - (3.0 / 12)) * 1.5 * (7.0 / 12);
        double expected = importance * (1 + (8 * 0.25));

        Routing.Priority(new VoteCounts(6, 2, 10), 0.5, false).ShouldBe(expected * expected, 1e-14);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(23)]
    [InlineData(5000)]
    public void The_novelty_term_is_two_to_the_minus_seen_over_five(int seen)
    {
        double importance = (1 - (1.0 / (seen + 2))) * ((seen + 1.0) / (seen + 2));
        double priority = Routing.Priority(new VoteCounts(seen, 0, seen), 0, false);

        ((Math.Sqrt(priority) / importance) - 1).ShouldBe(8 * double.Exp2(-seen / 5.0), 1e-12);
    }
}
