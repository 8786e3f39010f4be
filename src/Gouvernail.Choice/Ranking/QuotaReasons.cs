using System.Numerics;

namespace Gouvernail.Choice.Ranking;

/// <summary>
/// Why each item is in its place: by its score where no item left was better; else for the quotas that set it apart
/// from the best item it was put before, and that have not one member too many, or too few, at that place or further
/// down.
/// </summary>
internal static class QuotaReasons
{
    public static Placed[] Of(QuotaPool pool, int[] kinds)
    {
        int[] lastLeast = new int[pool.Quotas.Count];
        int[] lastMost = new int[pool.Quotas.Count];
        int[] have = new int[pool.Quotas.Count];
        for (int place = 0; place < kinds.Length; place++)
        {
            for (int q = 0; q < have.Length; q++)
            {
                have[q] += pool.Masks[kinds[place]] >> q & 1;
                int least = pool.Quotas[q].Least(place + 1, pool.Places);
                lastLeast[q] = least > 0 && have[q] == least ? place + 1 : lastLeast[q];
                lastMost[q] = have[q] == pool.Quotas[q].Most(place + 1) ? place + 1 : lastMost[q];
            }
        }

        int[] taken = new int[pool.Masks.Length];
        var list = new Placed[kinds.Length];
        for (int place = 0; place < list.Length; place++)
        {
            int kind = kinds[place];
            Ranked item = pool.Items[kind][taken[kind]];
            int before = kind;
            Ranked best = item;
            for (int other = 0; other < taken.Length; other++)
            {
                if (taken[other] < pool.Items[other].Length && pool.Items[other][taken[other]].CompareTo(best) < 0)
                {
                    (before, best) = (other, pool.Items[other][taken[other]]);
                }
            }

            taken[kind]++;
            list[place] = before == kind
                ? new Placed(item.Item, item.Score, PlacedFor.Score, [], null)
                : Reason(pool, item, pool.Masks[kind], pool.Masks[before], best.Item, place, lastLeast, lastMost);
        }

        return list;
    }

    private static Placed Reason(
        QuotaPool pool, Ranked item, int own, int other, int instead, int place, int[] lastLeast, int[] lastMost)
    {
        int needed = 0;
        int full = 0;
        for (int q = 0; q < pool.Quotas.Count; q++)
        {
            needed |= lastLeast[q] > place ? own & ~other & (1 << q) : 0;
            full |= pool.Quotas[q].AtMost is not null && lastMost[q] > place ? other & ~own & (1 << q) : 0;
        }

        PlacedFor why = needed != 0 || full == 0 ? PlacedFor.AtLeast : PlacedFor.AtMost;
        int named = why == PlacedFor.AtLeast ? needed : full;
        int[] quotas = new int[BitOperations.PopCount((uint)named)];
        for (int q = 0, n = 0; n < quotas.Length; q++)
        {
            if ((named >> q & 1) == 1)
            {
                quotas[n++] = q;
            }
        }

        return new Placed(item.Item, item.Score, why, quotas, instead);
    }
}
