using Gouvernail.Choice.Opinions;

namespace Gouvernail.Choice.Tests;

/// <summary>Votes and points for tests, drawn from a seed.</summary>
internal static class Draws
{
    public static SeededGenerator Generator(int seed, string purpose = "test") =>
        new(BitConverter.GetBytes(seed), purpose);

    /// <summary>Votes of planted groups: group g agrees with a statement with its own probability.</summary>
    public static List<(string Participant, string Statement, int Vote)> Votes(
        int seed, int people, int statements, int perPerson, int groups)
    {
        SeededGenerator draw = Generator(seed);
        double[] lean = new double[groups * statements];
        for (int i = 0; i < lean.Length; i++)
        {
            lean[i] = draw.NextUnit() < 0.5 ? 0.1 : 0.9;
        }

        var votes = new List<(string, string, int)>();
        for (int i = 0; i < people; i++)
        {
            for (int n = 0; n < perPerson; n++)
            {
                int j = draw.NextBelow(statements);
                int vote = draw.NextUnit() < 0.1 ? 0 : draw.NextUnit() < lean[(i % groups * statements) + j] ? 1 : -1;
                votes.Add(($"p{i}", $"s{j}", vote));
            }
        }

        return votes;
    }

    /// <summary>Points in loose clumps, some of them in the same place.</summary>
    public static PlanePoints Points(int seed, int count)
    {
        SeededGenerator draw = Generator(seed, "points");
        double[] x = new double[count];
        double[] y = new double[count];
        double[] weight = new double[count];
        for (int i = 0; i < count; i++)
        {
            x[i] = (3 * draw.NextBelow(3)) + draw.NextUnit() + draw.NextUnit();
            y[i] = (2 * draw.NextBelow(2)) + draw.NextUnit();
            weight[i] = 1 + draw.NextBelow(3);
            if (i > 0 && draw.NextBelow(5) == 0)
            {
                x[i] = x[i - 1];
                y[i] = y[i - 1];
            }
        }

        return new PlanePoints(x, y, weight);
    }

    public static T[] Shuffled<T>(IEnumerable<T> items, int seed)
    {
        T[] order = [.. items];
        Generator(seed, "shuffle").Shuffle(order.AsSpan());
        return order;
    }
}
