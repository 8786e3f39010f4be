using Gouvernail.Choice.Ranking;

namespace Gouvernail.Choice.Tests.Ranking;

/// <summary>What a quota does to a list, told so that who wrote the quota can check it.</summary>
public sealed class QuotasTests
{
    private const ushort A = 1;
    private const ushort B = 2;

    [Fact]
    public void Two_local_pieces_at_least_of_the_first_four()
    {
        // Six pieces by score; the last three are local.
        QuotaAnswer answer = Fill([60, 50, 40, 30, 20, 10], [0, 0, 0, A, A, A], 4, Quota.OfTheList(2));

        Items(answer).ShouldBe([0, 1, 3, 4]);
        answer.Guarantee.ShouldBe(QuotaGuarantee.Best);
        answer.List![1].ShouldBe(new Placed(1, 50, PlacedFor.Score, [], null), Same);
        answer.List[2].ShouldBe(new Placed(3, 30, PlacedFor.AtLeast, [0], 2), Same);
    }

    [Fact]
    public void One_source_has_two_places_at_most()
    {
        QuotaAnswer answer = Fill([60, 50, 40, 30, 20], [A, A, A, 0, 0], 4, Quota.OfTheList(0, 2));

        Items(answer).ShouldBe([0, 1, 3, 4]);
        answer.List![2].ShouldBe(new Placed(3, 30, PlacedFor.AtMost, [0], 2), Same);
    }

    [Fact]
    public void One_of_every_three_is_there_for_who_stops_after_three()
    {
        QuotaAnswer answer = Fill([9, 8, 7, 6, 5, 4, 1, 1], [0, 0, 0, 0, 0, 0, A, A], 6, Quota.OfEvery(3, 1));

        Items(answer).ShouldBe([0, 1, 6, 2, 3, 7]);
        answer.List![2].Why.ShouldBe(PlacedFor.AtLeast);
        answer.List[2].InsteadOf.ShouldBe(2);
    }

    [Fact]
    public void A_quota_that_the_scores_meet_changes_nothing()
    {
        QuotaAnswer answer = Fill([9, 8, 7, 6], [A, 0, A, 0], 3, Quota.OfTheList(1));

        Items(answer).ShouldBe([0, 1, 2]);
        answer.List!.ShouldAllBe(placed => placed.Why == PlacedFor.Score);
    }

    [Fact]
    public void One_item_can_serve_two_quotas()
    {
        QuotaAnswer answer = Fill([10, 9, 8, 4], [0, 0, 0, A | B], 3, Quota.OfTheList(1), Quota.OfTheList(1));

        Items(answer).ShouldBe([0, 1, 3]);
        answer.List![2].ShouldBe(new Placed(3, 4, PlacedFor.AtLeast, [0, 1], 2), Same);
    }

    [Fact]
    public void The_best_sum_counts_where_quotas_overlap_and_not_the_best_second_place()
    {
        // 10 and 9 would leave the last place to the 1, which alone is in both sets: 20 in all. Without the 9 it is 22.
        QuotaAnswer answer = Fill(
            [10, 9, 6, 6, 1], [0, 0, A, B, A | B], 3, Quota.OfTheList(1), Quota.OfTheList(1));

        Items(answer).ShouldBe([0, 2, 3]);
        answer.Guarantee.ShouldBe(QuotaGuarantee.Best);
        answer.List![1].ShouldBe(new Placed(2, 6, PlacedFor.AtLeast, [0], 1), Same);
        answer.List[2].ShouldBe(new Placed(3, 6, PlacedFor.AtLeast, [1], 1), Same);
    }

    [Fact]
    public void Too_few_members_are_said_with_their_number() =>
        Conflict([9, 8, 7], [A, 0, 0], 3, Quota.OfTheList(2))
            .ShouldBe(new QuotaConflict(QuotaConflictKind.TooFewMembers, [0], 2, 1), SameConflict);

    [Fact]
    public void Too_few_others_are_said_with_their_number() =>
        Conflict([9, 8, 7], [A, A, 0], 3, Quota.OfTheList(0, 1))
            .ShouldBe(new QuotaConflict(QuotaConflictKind.TooFewOthers, [0], 2, 1), SameConflict);

    [Fact]
    public void More_places_than_the_list_has_cannot_be_guaranteed() =>
        Conflict([9, 8, 7], [A, A, A], 2, Quota.OfTheList(3))
            .ShouldBe(new QuotaConflict(QuotaConflictKind.TooFewPlaces, [0], 3, 2), SameConflict);

    [Fact]
    public void Fewer_candidates_than_places_is_no_list() =>
        Conflict([9], [0], 2).ShouldBe(new QuotaConflict(QuotaConflictKind.TooFewCandidates, [], 2, 1), SameConflict);

    [Fact]
    public void Of_quotas_that_cannot_hold_together_only_those_are_named()
    {
        // Two places of A and two of B do not fit in three; the third quota is innocent.
        QuotaConflict conflict = Conflict(
            [9, 8, 7, 6, 5], [A, A, B, B, 4], 3, Quota.OfTheList(2), Quota.OfTheList(2), Quota.OfTheList(0, 2));

        conflict.Kind.ShouldBe(QuotaConflictKind.Together);
        conflict.Quotas.ShouldBe([0, 1]);
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        Should.Throw<ArgumentException>(() => Quota.OfTheList(2, 1));
        Should.Throw<ArgumentException>(() => Quota.OfTheList(-1));
        Should.Throw<ArgumentException>(() => Quota.OfEvery(3, 4));
        Should.Throw<ArgumentException>(() => Fill([1], [A], 1)).Message.ShouldContain("Item 0");
        Should.Throw<ArgumentException>(() => Fill([1, 2], [A], 1, Quota.OfTheList(0)));
        Should.Throw<ArgumentException>(() => Fill([1], [A], 0, Quota.OfTheList(0)));
    }

    private static QuotaAnswer Fill(double[] scores, ushort[] memberships, int places, params Quota[] quotas) =>
        Quotas.Fill(new Candidates(scores), memberships, quotas, places);

    private static QuotaConflict Conflict(
        double[] scores, ushort[] memberships, int places, params Quota[] quotas) =>
        Fill(scores, memberships, places, quotas).Conflict.ShouldNotBeNull();

    private static int[] Items(QuotaAnswer answer) =>
        [.. answer.List.ShouldNotBeNull().Select(placed => placed.Item)];

    private static IEqualityComparer<Placed> Same { get; } = EqualityComparer<Placed>.Create(
        (a, b) => a! with { Quotas = b!.Quotas } == b && a.Quotas.SequenceEqual(b.Quotas));

    private static IEqualityComparer<QuotaConflict> SameConflict { get; } = EqualityComparer<QuotaConflict>.Create(
        (a, b) => a! with { Quotas = b!.Quotas } == b && a.Quotas.SequenceEqual(b.Quotas));
}
