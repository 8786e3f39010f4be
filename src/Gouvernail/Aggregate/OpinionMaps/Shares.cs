using Gouvernail.Choice.Opinions;

namespace Gouvernail.Aggregate.OpinionMaps;

/// <summary>
/// Votes in hundredths of those who voted, whole and adding to 100 (largest remainders; ties to agree, then disagree),
/// so that a bar, its caption and its table show the same numbers.
/// </summary>
internal readonly record struct Shares(int Agree, int Disagree, int Pass)
{
    /// <summary>The shares of <paramref name="votes"/>; null where nobody voted.</summary>
    public static Shares? Of(VoteCounts votes)
    {
        if (votes.Seen <= 0)
        {
            return null;
        }

        Span<int> whole = stackalloc int[3];
        Span<long> rest = stackalloc long[3];
        int left = 100;
        for (int i = 0; i < 3; i++)
        {
            long hundredfold = 100L * (i == 0 ? votes.Agree : i == 1 ? votes.Disagree : votes.Pass);
            whole[i] = (int)(hundredfold / votes.Seen);
            rest[i] = hundredfold % votes.Seen;
            left -= whole[i];
        }

        for (; left > 0; left--)
        {
            int largest = rest[1] > rest[0] ? 1 : 0;
            largest = rest[2] > rest[largest] ? 2 : largest;
            whole[largest]++;
            rest[largest] = -1;
        }

        return new Shares(whole[0], whole[1], whole[2]);
    }

    /// <summary>The share of one side.</summary>
    public int On(Side side) => side == Side.Agree ? Agree : Disagree;

    /// <summary>A share of 1 in whole hundredths.</summary>
    public static int Hundredths(double share) => (int)Math.Round(100 * share, MidpointRounding.ToEven);

    /// <summary><paramref name="part"/> of <paramref name="whole"/> in whole hundredths; 0 of nothing.</summary>
    public static int Hundredths(int part, int whole) => whole == 0 ? 0 : Hundredths((double)part / whole);
}
