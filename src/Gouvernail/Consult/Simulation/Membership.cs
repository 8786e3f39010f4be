using Gouvernail.Choice;

namespace Gouvernail.Consult.Simulation;

/// <summary>Which group each participant is planted in: sizes unequal, none tiny, order drawn by chance.</summary>
internal static class Membership
{
    /// <summary>One group number a participant.</summary>
    public static byte[] Draw(int participants, int groups, SeededGenerator chance)
    {
        double[] upTo = new double[groups];
        double all = 0;
        for (int g = 0; g < groups; g++)
        {
            all += (0.9 + (0.2 * chance.NextUnit())) / (1 + (0.4 * g));
            upTo[g] = all;
        }

        // One place is kept for each group, so that none is empty; the others follow the weights.
        byte[] group = new byte[participants];
        int at = 0;
        for (int g = 0; g < groups; g++)
        {
            int end = g + 1 == groups ? participants : g + 1 + (int)(upTo[g] / all * (participants - groups));
            group.AsSpan(at, end - at).Fill((byte)g);
            at = end;
        }

        chance.Shuffle(group.AsSpan());
        return group;
    }
}
