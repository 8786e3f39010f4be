using Gouvernail.Choice.Opinions;

namespace Gouvernail.Choice.Tests.Opinions;

public sealed class AdjustedRandTests
{
    [Fact]
    public void The_same_partition_under_other_names_is_one() =>
        AdjustedRand.Index([0, 0, 1, 1, 2], [2, 2, 0, 0, 1]).ShouldBe(1);

    [Fact]
    public void The_example_of_two_against_three_groups()
    {
        // Contingency 2 0 0 / 0 1 1 … pairs together: 1; expected 2·1/6; largest (2+1)/2.
        AdjustedRand.Index([0, 0, 1, 1], [0, 0, 1, 2]).ShouldBe((1 - (2.0 / 6)) / (1.5 - (2.0 / 6)), 1e-15);
    }

    [Fact]
    public void Crossed_halves_agree_less_than_chance() =>
        AdjustedRand.Index([0, 0, 1, 1], [0, 1, 0, 1]).ShouldBe(-0.5, 1e-15);

    [Fact]
    public void People_without_a_group_are_left_out() =>
        AdjustedRand.Index([0, -1, 1, 1], [1, 0, 0, 0]).ShouldBe(1);

    [Fact]
    public void Labelings_of_different_length_are_refused() =>
        Should.Throw<ArgumentException>(() => AdjustedRand.Index([0], [0, 1]));
}
