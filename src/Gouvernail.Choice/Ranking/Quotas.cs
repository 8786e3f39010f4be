namespace Gouvernail.Choice.Ranking;

/// <summary>
/// A list of so many places under hard quotas, as good in scores as they allow, and why each item is in it.
/// Quotas of the whole list: the sum of scores is the largest possible, where sets overlap unless a search reached
/// its limit. Quotas of every so many places: the largest where sets are apart and bounds are lower ones (Celis,
/// Straszak and Vishnoi 2018); else each place has the best item that the quotas leave it.
/// <see cref="QuotaAnswer.Guarantee"/> tells which.
/// </summary>
public static class Quotas
{
    /// <summary>Quotas on one list.</summary>
    public const int Most = 16;

    /// <summary>The list, or why there is none.</summary>
    /// <param name="candidates">What may be in it.</param>
    /// <param name="memberships">Of each item, bit q set where it is a member of quota q.</param>
    /// <param name="quotas">At most <see cref="Most"/>.</param>
    /// <param name="places">Length of the list, 1 or more.</param>
    public static QuotaAnswer Fill(
        Candidates candidates, ReadOnlySpan<ushort> memberships, IReadOnlyList<Quota> quotas, int places)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(quotas);
        ArgumentOutOfRangeException.ThrowIfLessThan(places, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quotas.Count, Most);
        if (memberships.Length != candidates.Count)
        {
            throw new ArgumentException(
                $"Memberships of {memberships.Length} items, scores of {candidates.Count}.", nameof(memberships));
        }

        if (candidates.Count < places)
        {
            return No(new(QuotaConflictKind.TooFewCandidates, [], places, candidates.Count));
        }

        QuotaPool pool = QuotaPool.Of(candidates, memberships, quotas, places);
        if (Alone(pool) is { } conflict)
        {
            return No(conflict);
        }

        int all = (1 << quotas.Count) - 1;
        (int[]? kinds, QuotaGuarantee guarantee, bool certain) = Solve(pool, all);
        if (kinds is not null)
        {
            return new QuotaAnswer { List = QuotaReasons.Of(pool, kinds), Guarantee = guarantee };
        }

        return No(certain
            ? new(QuotaConflictKind.Together, Culprits(pool, all), 0, 0)
            : new(QuotaConflictKind.Undecided, [.. Enumerable.Range(0, quotas.Count)], 0, 0));
    }

    private static QuotaAnswer No(QuotaConflict conflict) => new() { Conflict = conflict };

    /// <summary>The first quota that could not hold if it were the only one.</summary>
    private static QuotaConflict? Alone(QuotaPool pool)
    {
        for (int q = 0; q < pool.Quotas.Count; q++)
        {
            int least = pool.Quotas[q].Least(pool.Places, pool.Places);
            int others = pool.Places - pool.Quotas[q].Most(pool.Places);
            if (least > pool.Places)
            {
                return new(QuotaConflictKind.TooFewPlaces, [q], least, pool.Places);
            }

            if (least > pool.Available(q, members: true))
            {
                return new(QuotaConflictKind.TooFewMembers, [q], least, pool.Available(q, members: true));
            }

            if (others > pool.Available(q, members: false))
            {
                return new(QuotaConflictKind.TooFewOthers, [q], others, pool.Available(q, members: false));
            }
        }

        return null;
    }

    /// <summary>The kind in each place under some of the quotas.</summary>
    private static (int[]? Kinds, QuotaGuarantee Guarantee, bool Certain) Solve(QuotaPool pool, int active)
    {
        QuotaFamily[] families = QuotaFamily.Of(pool, active);
        var byPlace = new PlaceByPlace(pool, families, active);
        int[]? kinds = byPlace.Fill();
        bool running = Any(pool, active, quota => quota.Every is not null);
        if (families.Length == 1 || running)
        {
            // Once lengths have bounds of their own, the best item of an outer set may take a place that an inner one
            // needs later, and an upper bound may set aside what a later place could have had.
            bool best = families.Length == 1 && (!running
                || (families[0].Apart && !Any(pool, active, quota => quota.AtMost is not null)));
            return (
                kinds,
                best ? QuotaGuarantee.Best : QuotaGuarantee.PlaceByPlace,
                kinds is not null || byPlace.Exhausted);
        }

        if (kinds is null && byPlace.Exhausted)
        {
            return (null, QuotaGuarantee.Best, true);
        }

        int[]? known = kinds is null ? null : new int[pool.Masks.Length];
        foreach (int kind in kinds ?? [])
        {
            known![kind]++;
        }

        var search = new WholeListSearch(pool, active);
        search.Run(known);
        QuotaGuarantee guarantee = search.Exhausted ? QuotaGuarantee.Best : QuotaGuarantee.BestFound;
        return search.Counts is null
            ? (null, guarantee, search.Exhausted)
            : (ByScore(pool, search.Counts), guarantee, true);
    }

    private static bool Any(QuotaPool pool, int active, Func<Quota, bool> holds) =>
        pool.Quotas.Where((quota, q) => (active >> q & 1) == 1 && holds(quota)).Any();

    /// <summary>So many of each kind, in the order of their scores.</summary>
    private static int[] ByScore(QuotaPool pool, int[] counts) =>
        [.. counts
            .SelectMany((count, kind) => pool.Items[kind].Take(count).Select(item => (Item: item, Kind: kind)))
            .OrderBy(taken => taken.Item)
            .Select(taken => taken.Kind)];

    /// <summary>Quotas that cannot hold together though they could without any one of them.</summary>
    private static int[] Culprits(QuotaPool pool, int all)
    {
        int kept = all;
        for (int q = 0; q < pool.Quotas.Count; q++)
        {
            (int[]? kinds, _, bool certain) = Solve(pool, kept & ~(1 << q));
            if (kinds is null && certain)
            {
                kept &= ~(1 << q);
            }
        }

        return [.. Enumerable.Range(0, pool.Quotas.Count).Where(q => (kept >> q & 1) == 1)];
    }
}
