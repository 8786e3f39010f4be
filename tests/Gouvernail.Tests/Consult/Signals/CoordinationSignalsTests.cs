using System.Globalization;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Live;
using Gouvernail.Consult.Signals;

namespace Gouvernail.Tests.Consult.Signals;

public sealed class CoordinationSignalsTests
{
    private const long Minute = 60_000;
    private const long Start = 1_800_000_000_000 / (10 * Minute) * (10 * Minute);

    [Fact]
    public void Nobody_gives_no_signal() => CoordinationSignals.Of([]).IsEmpty.ShouldBeTrue();

    [Fact]
    public void A_quiet_consultation_gives_no_signal()
    {
        LiveParticipant[] people =
            [.. Enumerable.Range(0, 40).Select(p => Person(p, 10, s => (p >> (s % 6)) & 1, p * 11))];
        CoordinationSignals.Of(people).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Far_more_votes_than_usual_are_a_burst()
    {
        LiveParticipant[] usual = [.. Enumerable.Range(0, 12).Select(p => Person(p, 4, s => (p + s) % 2, p * 10))];
        LiveParticipant[] crowd =
            [.. Enumerable.Range(20, 8).Select(p => Person(p, 4, s => (p * s) % 3 - 1, 200 + p % 8))];
        VoteBurst burst = CoordinationSignals.Of([.. usual, .. crowd]).Bursts.ShouldHaveSingleItem();
        burst.ShouldBe(new VoteBurst(Start + (200 * Minute), 32, 8, 4, 29));
    }

    [Fact]
    public void Below_thirty_votes_nothing_is_a_burst_nor_before_there_is_a_usual()
    {
        LiveParticipant[] few = [.. Enumerable.Range(0, 12).Select(p => Person(p, 2, s => (p + s) % 2, p * 10))];
        LiveParticipant[] some = [.. Enumerable.Range(20, 7).Select(p => Person(p, 4, _ => 1, 200 + p % 7))];
        CoordinationSignals.Of([.. few, .. some]).Bursts.ShouldBeEmpty();
        LiveParticipant[] crowd = [.. Enumerable.Range(20, 30).Select(p => Person(p, 4, _ => 1, p % 10))];
        CoordinationSignals.Of([.. few[..4], .. crowd]).Bursts.ShouldBeEmpty();
    }

    [Fact]
    public void The_same_votes_on_the_same_statements_are_told_whatever_their_order()
    {
        LiveParticipant[] same = [.. Enumerable.Range(0, 3).Select(p => Person(p, 8, s => s % 2, p * 100))];
        same[1] = same[1] with { Ballots = [.. same[1].Ballots.Reverse()] };
        LiveParticipant other = Person(7, 8, s => s == 7 ? -1 : s % 2, 500);
        SameVotes found = CoordinationSignals.Of([.. same, other]).SameVotes.ShouldHaveSingleItem();
        found.Pseudonyms.ShouldBe(["p0", "p1", "p2"]);
        found.Votes.ShouldBe(8);
        found.Agree.ShouldBe(4);
        CoordinationSignals.Of([.. same[..2], other]).SameVotes.ShouldBeEmpty();
        CoordinationSignals.Of([.. Enumerable.Range(0, 9).Select(p => Person(p, 7, _ => 1, p * 100))])
            .SameVotes.ShouldBeEmpty();
    }

    [Fact]
    public void Many_first_votes_in_a_minute_are_told_unless_the_hour_is_busy()
    {
        LiveParticipant[] five = [.. Enumerable.Range(0, 5).Select(p => Person(p, 1, _ => 1, 60))];
        Arrivals found = CoordinationSignals.Of(five).Arrivals.ShouldHaveSingleItem();
        found.Start.ShouldBe(Start + (60 * Minute));
        found.Pseudonyms.Count.ShouldBe(5);
        found.Expected.ShouldBe(0);
        CoordinationSignals.Of(five[..4]).Arrivals.ShouldBeEmpty();
        LiveParticipant[] busy = [.. Enumerable.Range(10, 60).Select(p => Person(p, 1, _ => 1, p % 60))];
        CoordinationSignals.Of([.. five, .. busy]).Arrivals.ShouldBeEmpty();
        LiveParticipant[] ten = [.. Enumerable.Range(100, 5).Select(p => Person(p, 1, _ => 1, 60)), .. five];
        CoordinationSignals.Of([.. ten, .. busy]).Arrivals.ShouldHaveSingleItem().Expected.ShouldBe(0.5);
    }

    [Fact]
    public void An_invitation_on_several_devices_is_told()
    {
        LiveParticipant shared = Person(0, 1, _ => 1, 0) with { Invitation = 7, Devices = ["a", "b", "a"] };
        LiveParticipant alone = Person(1, 1, _ => 1, 50) with { Invitation = 8, Devices = ["c"] };
        CoordinationSignals.Of([shared, alone]).Shared.ShouldBe([new SharedInvitation(7, "p0", 2)]);
    }

    private static LiveParticipant Person(int number, int votes, Func<int, int> vote, int minute) =>
        new("p" + number.ToString(CultureInfo.InvariantCulture), Rung.Open)
        {
            Entries = [],
            Ballots = [.. Enumerable.Range(0, votes).Select(s => new Ballot(
                s.ToString(CultureInfo.InvariantCulture), vote(s), false, 0, Start + (minute * Minute) + s))],
        };
}
