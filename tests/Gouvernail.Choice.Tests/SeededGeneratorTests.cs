using FsCheck;
using FsCheck.Fluent;

namespace Gouvernail.Choice.Tests;

public sealed class SeededGeneratorTests
{
    [Fact]
    public void The_sequence_is_the_published_one_and_never_changes()
    {
        // SHA-256("" ‖ 0x00 ‖ "test") read as the state of xoshiro256**; the first output is rotl(5·s1, 7)·9.
        byte[] state = System.Security.Cryptography.SHA256.HashData([0, (byte)'t', (byte)'e', (byte)'s', (byte)'t']);
        ulong second = System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(state.AsSpan(8));
        ulong expected = ulong.RotateLeft(second * 5, 7) * 9;

        new SeededGenerator([], "test").NextBits().ShouldBe(expected);
    }

    [Fact]
    public void Two_purposes_of_one_seed_draw_differently()
    {
        new SeededGenerator([1], "a").NextBits().ShouldNotBe(new SeededGenerator([1], "b").NextBits());
    }

    [Fact]
    public void A_whole_number_stays_below_its_bound_and_a_unit_below_one() =>
        Prop.ForAll<int, PositiveInt>((seed, bound) =>
        {
            SeededGenerator draw = Draws.Generator(seed);
            int n = draw.NextBelow(bound.Get);
            double u = draw.NextUnit();
            return n >= 0 && n < bound.Get && u >= 0 && u < 1;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Each_side_of_a_die_comes_up_about_as_often()
    {
        SeededGenerator draw = Draws.Generator(7);
        int[] seen = new int[6];
        for (int i = 0; i < 60_000; i++)
        {
            seen[draw.NextBelow(6)]++;
        }

        seen.ShouldAllBe(n => n > 9_600 && n < 10_400);
    }

    [Fact]
    public void A_bound_of_zero_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Draws.Generator(1).NextBelow(0));
}
