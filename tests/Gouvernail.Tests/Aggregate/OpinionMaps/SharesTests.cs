using FsCheck;
using FsCheck.Fluent;
using Gouvernail.Aggregate.OpinionMaps;
using Gouvernail.Choice.Opinions;

namespace Gouvernail.Tests.Aggregate.OpinionMaps;

public sealed class SharesTests
{
    [Fact]
    public void Thirds_add_to_a_hundred_with_the_odd_one_to_agree() =>
        Shares.Of(new VoteCounts(1, 1, 3)).ShouldBe(new Shares(34, 33, 33));

    [Fact]
    public void Nobody_has_no_shares() => Shares.Of(default).ShouldBeNull();

    [Fact]
    public void Shares_add_to_a_hundred_and_are_less_than_one_away_from_the_truth() =>
        Prop.ForAll<NonNegativeInt, NonNegativeInt, NonNegativeInt>((agree, disagree, pass) =>
        {
            int seen = agree.Get + disagree.Get + pass.Get;
            if (seen == 0)
            {
                return true;
            }

            Shares shares = Shares.Of(new VoteCounts(agree.Get, disagree.Get, seen))!.Value;
            return shares.Agree + shares.Disagree + shares.Pass == 100
                && Math.Abs(shares.Agree - (100.0 * agree.Get / seen)) < 1
                && Math.Abs(shares.Disagree - (100.0 * disagree.Get / seen)) < 1
                && Math.Abs(shares.Pass - (100.0 * pass.Get / seen)) < 1;
        }).QuickCheckThrowOnFailure();
}
