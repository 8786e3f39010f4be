using FsCheck;
using FsCheck.Fluent;
using Gouvernail.Choice.Ranking;

namespace Gouvernail.Choice.Tests.Ranking;

/// <summary>Lists under quotas against all lists there are, on feeds small enough to try them all.</summary>
public sealed class QuotaPropertiesTests
{
    private enum Sets
    {
        Apart,
        Nested,
        Overlapping,
    }

    [Fact]
    public void Quotas_apart_give_the_best_of_all_lists() => Check(Sets.Apart, running: false);

    [Fact]
    public void Quotas_within_each_other_give_the_best_of_all_lists() => Check(Sets.Nested, running: false);

    [Fact]
    public void Quotas_that_overlap_give_the_best_of_all_lists() => Check(Sets.Overlapping, running: false);

    [Fact]
    public void Running_quotas_apart_are_met_and_best_where_they_are_lower_bounds() =>
        Check(Sets.Apart, running: true);

    [Fact]
    public void Running_quotas_within_each_other_are_met_or_shown_to_be_impossible() =>
        Check(Sets.Nested, running: true);

    [Fact]
    public void Running_quotas_that_overlap_are_met_or_shown_to_be_impossible() =>
        Check(Sets.Overlapping, running: true);

    [Fact]
    public void The_order_of_the_candidates_changes_nothing() =>
        Prop.ForAll<int>(seed =>
        {
            Case drawn = Draw(seed, (Sets)(Math.Abs((long)seed) % 3), running: seed % 2 == 0);
            (Candidates other, int[] from) = Feeds.Reordered(drawn.Candidates, seed);
            QuotaAnswer first = Quotas.Fill(drawn.Candidates, drawn.Members, drawn.Quotas, drawn.Places);
            ushort[] members = [.. from.Select(i => drawn.Members[i])];
            QuotaAnswer second = Quotas.Fill(other, members, drawn.Quotas, drawn.Places);
            return first.List is null
                ? second.List is null && first.Conflict!.Quotas.SequenceEqual(second.Conflict!.Quotas)
                : first.List.Select(p => (drawn.Candidates.Id(p.Item), p.Why, string.Join(',', p.Quotas)))
                    .SequenceEqual(second.List!.Select(p => (other.Id(p.Item), p.Why, string.Join(',', p.Quotas))));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_large_list_under_quotas_that_overlap_is_met_and_proven()
    {
        SeededGenerator draw = Draws.Generator(3);
        double[] scores = [.. Enumerable.Range(0, 20_000).Select(_ => draw.NextUnit())];
        ushort[] members = [.. scores.Select(score => (ushort)(
            (draw.NextUnit() < 0.1 ? 1 : 0) | (draw.NextUnit() < 0.2 ? 2 : 0) | (score > 0.7 ? 4 : 0)))];
        Quota[] quotas = [Quota.OfTheList(30), Quota.OfTheList(40, 45), Quota.OfTheList(0, 80)];

        QuotaAnswer answer = Quotas.Fill(new Candidates(scores), members, quotas, 100);

        answer.Guarantee.ShouldBe(QuotaGuarantee.Best);
        int[] have = [.. Enumerable.Range(0, 3).Select(q => answer.List!.Count(p => (members[p.Item] >> q & 1) == 1))];
        have[0].ShouldBeGreaterThanOrEqualTo(30);
        have[1].ShouldBeInRange(40, 45);
        have[2].ShouldBeLessThanOrEqualTo(80);
    }

    private static void Check(Sets sets, bool running) => Prop.ForAll<int>(seed =>
    {
        Case drawn = Draw(seed, sets, running);
        double[] scores = drawn.Candidates.Scores.ToArray();
        double? best = Best(drawn, scores);
        QuotaAnswer answer = Quotas.Fill(drawn.Candidates, drawn.Members, drawn.Quotas, drawn.Places);
        if (answer.List is null)
        {
            return best is null && answer.Conflict!.Kind != QuotaConflictKind.Undecided && Irreducible(drawn, answer);
        }

        int[] list = [.. answer.List.Select(placed => placed.Item)];
        double sum = list.Sum(item => (decimal)scores[item]) is var exact ? (double)exact : 0;
        bool lengths = drawn.Quotas.Any(quota => quota.Every is not null);
        bool mustBeBest = answer.Guarantee == QuotaGuarantee.Best || !lengths
            || (sets == Sets.Apart && drawn.Quotas.All(quota => quota.AtMost is null));
        return list.Distinct().Count() == drawn.Places
            && Enumerable.Range(1, drawn.Places).All(length => Holds(drawn, list, length))
            && (!mustBeBest || (answer.Guarantee == QuotaGuarantee.Best && sum == best));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithEndSize(100_000));

    /// <summary>Without any one of the quotas named there is a list.</summary>
    private static bool Irreducible(Case drawn, QuotaAnswer answer) =>
        answer.Conflict!.Kind != QuotaConflictKind.Together
        || answer.Conflict.Quotas.All(named =>
        {
            Quota[] without = [.. drawn.Quotas.Select((quota, q) =>
                q == named || !answer.Conflict.Quotas.Contains(q) ? Quota.OfTheList(0) : quota)];
            return Best(drawn with { Quotas = without }, drawn.Candidates.Scores.ToArray()) is not null;
        });

    private static Case Draw(int seed, Sets sets, bool running)
    {
        SeededGenerator draw = Draws.Generator(seed, "quotas");
        int places = 1 + draw.NextBelow(4);
        int items = places + draw.NextBelow(4);
        int count = 1 + draw.NextBelow(3);
        ushort[] members = new ushort[items];
        for (int i = 0; i < items; i++)
        {
            int set = draw.NextBelow(count + 1);
            members[i] = (ushort)(sets switch
            {
                Sets.Apart => set == count ? 0 : 1 << set,
                Sets.Nested => (1 << set) - 1,
                _ => draw.NextBelow(1 << count),
            });
        }

        int upper = draw.NextBelow(2);
        var quotas = new Quota[count];
        for (int q = 0; q < count; q++)
        {
            int every = running && draw.NextBelow(3) > 0 ? 1 + draw.NextBelow(places + 1) : 0;
            int least = draw.NextBelow(every > 0 ? Math.Min(every, 2) + 1 : Math.Min(3, places + 1));
            int? most = upper == 0 || draw.NextBelow(2) == 0 ? null : least + draw.NextBelow(3);
            quotas[q] = every > 0 ? Quota.OfEvery(every, least, most) : Quota.OfTheList(least, most);
        }

        return new Case(Feeds.Tied(seed, items, 2 + draw.NextBelow(30)), members, quotas, places);
    }

    private static double? Best(Case drawn, double[] scores)
    {
        double? best = null;
        var list = new List<int>();
        void Extend(double sum)
        {
            if (list.Count > 0 && !Holds(drawn, list, list.Count))
            {
                return;
            }

            if (list.Count == drawn.Places)
            {
                best = best is null ? sum : Math.Max(best.Value, sum);
                return;
            }

            for (int i = 0; i < scores.Length; i++)
            {
                if (!list.Contains(i))
                {
                    list.Add(i);
                    Extend(sum + scores[i]);
                    list.RemoveAt(list.Count - 1);
                }
            }
        }

        Extend(0);
        return best;
    }

    /// <summary>The bounds of one prefix, by their definition.</summary>
    private static bool Holds(Case drawn, IReadOnlyList<int> list, int length)
    {
        for (int q = 0; q < drawn.Quotas.Length; q++)
        {
            Quota quota = drawn.Quotas[q];
            int have = 0;
            for (int t = 0; t < length; t++)
            {
                have += drawn.Members[list[t]] >> q & 1;
            }

            bool holds = quota.Every is { } every
                ? (have + 1) * every > length * quota.AtLeast
                    && (quota.AtMost is null || (have - 1) * every < length * quota.AtMost)
                : (length < drawn.Places || have >= quota.AtLeast) && !(have > quota.AtMost);
            if (!holds)
            {
                return false;
            }
        }

        return true;
    }

    private sealed record Case(Candidates Candidates, ushort[] Members, Quota[] Quotas, int Places);
}
