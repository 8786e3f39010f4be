using Gouvernail.CrashWriter;
using Gouvernail.Journals;

namespace Gouvernail.Tests.Journals;

public sealed class JournalClockTests
{
    [Fact]
    public void Entries_bear_the_clocks_time_to_the_millisecond()
    {
        using var desk = new JournalDesk(onDisk: false);
        desk.Clock.Now = desk.Clock.Now.AddTicks(4321);
        desk.Log(Note.Public("one"));
        TimeOf(desk, 0).ShouldBe(new DateTimeOffset(2030, 1, 2, 3, 4, 5, 678, TimeSpan.Zero));
    }

    [Fact]
    public void The_time_that_an_act_decides_on_is_the_one_its_entries_bear()
    {
        using var desk = new JournalDesk(onDisk: false);
        DateTimeOffset told = default;
        desk.Submit(now =>
        {
            told = now;
            return Decision.Log(Note.Public("one"));
        });
        TimeOf(desk, 0).ShouldBe(told);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void A_clock_set_back_by_minutes_never_sets_entries_back(bool reopens)
    {
        using var desk = new JournalDesk(onDisk: true);
        desk.Log(Note.Public("one"));
        DateTimeOffset last = TimeOf(desk, 0);
        desk.Clock.Now = desk.Clock.Now.AddMinutes(-5);
        if (reopens)
        {
            desk.Reopen();
        }

        desk.Log(Note.Public("two"));
        TimeOf(desk, 1).ShouldBe(last);
        desk.Clock.Now = desk.Clock.Now.AddMinutes(6);
        desk.Log(Note.Public("three"));
        TimeOf(desk, 2).ShouldBe(last.AddMinutes(1));
    }

    [Theory, InlineData(false), InlineData(true)]
    public void A_clock_set_back_by_an_hour_is_refused_until_it_is_right(bool reopens)
    {
        using var desk = new JournalDesk(onDisk: true);
        desk.Log(Note.Public("one"));
        desk.Clock.Now = desk.Clock.Now.AddHours(-1);
        if (reopens)
        {
            desk.Reopen();
        }

        bool wasAsked = false;
        Outcome outcome = desk.Submit(_ =>
        {
            wasAsked = true;
            return Decision.Log(Note.Public("two"));
        });
        outcome.Refusal.ShouldNotBeNull().Code.ShouldBe("clock-behind");
        outcome.Refusal!.Reason.French.ShouldContain("2030-01-02T02:04:05.678Z");
        wasAsked.ShouldBeFalse();
        desk.Journal.Size.ShouldBe(1);
        desk.Clock.Now = desk.Clock.Now.AddMinutes(50);
        desk.Log(Note.Public("two")).First.ShouldBe(1);
        TimeOf(desk, 1).ShouldBe(TimeOf(desk, 0));
    }

    private static DateTimeOffset TimeOf(JournalDesk desk, long position)
    {
        byte[] bytes = desk.Store.Read(position, position + 1, opened: false).Single().Bytes;
        return Entry.TryParse(bytes, out Entry? entry, out _) ? entry.Time : throw new InvalidOperationException();
    }
}
