using Gouvernail.Choice;

namespace Gouvernail.Consult.Simulation;

/// <summary>
/// How many statements each participant votes on: unequal, with a heavy tail as in real conversations (Pareto's law of
/// exponent 2, cut at <see cref="LongestShare"/>), and of the asked mean.
/// </summary>
internal static class Turnout
{
    /// <summary>What nearly everybody does before leaving.</summary>
    public const int Habit = 8;

    private const double SteadyShare = 0.65;
    private const double LongestShare = 4;

    /// <summary>One number a participant, from 1 to the number of statements.</summary>
    public static int[] Draw(SimulationOptions options, SeededGenerator chance)
    {
        int most = options.Statements;
        double mean = options.Density * most;
        int least = Math.Min(Habit, most);
        if (mean < least)
        {
            least = 1;
        }

        double[] share = new double[options.Participants];
        for (int i = 0; i < share.Length; i++)
        {
            double tail = Math.Min(0.5 / Math.Sqrt(1 - chance.NextUnit()), LongestShare);
            share[i] = SteadyShare + ((1 - SteadyShare) * tail);
        }

        // The scale at which the rounded numbers add up to the asked total, by bisection.
        double wanted = mean * share.Length;
        double low = 0;
        double high = most / SteadyShare;
        for (int step = 0; step < 50; step++)
        {
            double scale = (low + high) / 2;
            long total = 0;
            foreach (double s in share)
            {
                total += Count(s, scale, least, most);
            }

            if (total < wanted)
            {
                low = scale;
            }
            else
            {
                high = scale;
            }
        }

        int[] counts = new int[share.Length];
        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] = Count(share[i], high, least, most);
        }

        return counts;
    }

    private static int Count(double share, double scale, int least, int most) =>
        Math.Clamp((int)((share * scale) + 0.5), least, most);
}
