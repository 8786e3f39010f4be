using Gouvernail.Choice.Ranking;

namespace Gouvernail.Choice.Tests.Ranking;

/// <summary>Small feeds for tests, drawn from a seed.</summary>
internal static class Feeds
{
    public static Features Table(int seed, int items, int width, bool single = true)
    {
        SeededGenerator draw = Draws.Generator(seed, "features");
        float[] values = new float[items * width];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (float)(draw.NextUnit() - 0.5);
        }

        return single
            ? new Features(values, width)
            : new Features(Array.ConvertAll(values, value => (double)value), width);
    }

    public static double[] Weights(int seed, int width)
    {
        SeededGenerator draw = Draws.Generator(seed, "weights");
        return [.. Enumerable.Range(0, width).Select(_ => draw.NextUnit() - 0.3)];
    }

    /// <summary>Whole scores with many ties, so that sums are exact.</summary>
    public static Candidates Tied(int seed, int items, int different)
    {
        SeededGenerator draw = Draws.Generator(seed, "scores");
        return new Candidates(
            [.. Enumerable.Range(0, items).Select(_ => (double)draw.NextBelow(different))],
            Draws.Shuffled(Enumerable.Range(100, items).Select(id => (long)id), seed));
    }

    /// <summary>The same candidates in another order; and where each of the new stood before.</summary>
    public static (Candidates Candidates, int[] From) Reordered(Candidates candidates, int seed)
    {
        int[] from = Draws.Shuffled(Enumerable.Range(0, candidates.Count), seed + 1);
        double[] scores = candidates.Scores.ToArray();
        return (new([.. from.Select(i => scores[i])], [.. from.Select(candidates.Id)]), from);
    }

    public static Features Reordered(Features features, int[] from)
    {
        double[] rows = [.. from.SelectMany(i => Enumerable.Range(0, features.Width).Select(j => features[i, j]))];
        return new Features(rows, features.Width);
    }

    public static long[] Ids(Candidates candidates, IEnumerable<int> list) => [.. list.Select(candidates.Id)];
}
