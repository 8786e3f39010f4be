using Gouvernail.CrashWriter;
using Gouvernail.Journals;
using Gouvernail.Log;

namespace Gouvernail.Tests.Journals;

public sealed class JournalTests
{
    [Theory, InlineData(false), InlineData(true)]
    public void An_accepted_act_is_there_when_the_log_is_opened_again(bool onDisk)
    {
        using var desk = new JournalDesk(onDisk);
        Outcome outcome = desk.Log(Note.Public("one"), Note.Sealed("two"));
        (outcome.First, outcome.Count, outcome.Refusal).ShouldBe((0, 2, null));
        JournalDesk.CheckpointOf(outcome.Checkpoint.ShouldNotBeNull()).Size.ShouldBe(2);
        string known = desk.Notebook.ToString();
        desk.Reopen();
        desk.Journal.Size.ShouldBe(2);
        desk.Notebook.ToString().ShouldBe(known);
        desk.Notebook.Count.ShouldBe(2);
        desk.Log(Note.Public("three")).First.ShouldBe(2);
        Rebuilt.ShouldEqual(desk.Store, desk.Head);
    }

    [Fact]
    public void An_acknowledged_act_is_in_the_file_before_anybody_is_told()
    {
        using var desk = new JournalDesk(onDisk: true);
        for (int i = 0; i < 20; i++)
        {
            desk.Log(Note.Public($"note {i}"));
            using var reader = Gouvernail.Journals.Sqlite.SqliteJournalStore.OpenToRead(desk.Folder.Database);
            reader.Head().Size.ShouldBe(i + 1);
            new Rebuilt(reader).Notebook.ToString().ShouldBe(desk.Notebook.ToString());
        }
    }

    [Theory, InlineData(false), InlineData(true)]
    public void A_refused_act_leaves_nothing(bool onDisk)
    {
        using var desk = new JournalDesk(onDisk);
        desk.Submit(_ => Decision.Refuse("not-yet", new("Not yet.", "Pas encore."))).ShouldBe(
            new Outcome { Refusal = new Refusal("not-yet", new("Not yet.", "Pas encore.")) });
        desk.Journal.Checkpoint.ShouldBeNull();
        desk.Log(Note.Public("one"));
        Checkpoint head = desk.Head;
        desk.Submit(_ => Decision.Refuse("no", new("No.", "Non."))).Checkpoint.ShouldBeNull();
        desk.Reopen();
        desk.Head.ShouldBe(head);
        desk.Store.Read(0, 10, opened: false).Count().ShouldBe(1);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Callers_at_the_same_time_get_consecutive_places_in_one_order(bool onDisk)
    {
        using var desk = new JournalDesk(onDisk);
        Journal journal = desk.Journal;
        Outcome[] outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(caller => Task.Run(async () =>
        {
            var own = new List<Outcome>();
            for (int i = 0; i < 60; i++)
            {
                Draft[] drafts = [.. Enumerable.Range(0, 1 + (i % 3)).Select(n => Note.Public($"{caller} {i} {n}"))];
                Outcome outcome = await journal.SubmitAsync(
                    _ => Decision.Log(drafts), TestContext.Current.CancellationToken);
                long covered = JournalDesk.CheckpointOf(outcome.Checkpoint!).Size;
                covered.ShouldBeGreaterThanOrEqualTo(outcome.First + outcome.Count);
                journal.Size.ShouldBeGreaterThanOrEqualTo(covered);
                own.Add(outcome);
            }

            own.Select(outcome => outcome.First).ShouldBeInOrder();
            return own;
        }))).ContinueWith(all => all.Result.SelectMany(own => own).ToArray(), TaskScheduler.Default);
        long next = 0;
        foreach (Outcome outcome in outcomes.OrderBy(outcome => outcome.First))
        {
            outcome.First.ShouldBe(next);
            next += outcome.Count;
        }

        next.ShouldBe(8 * 60 * 2);
        Rebuilt rebuilt = Rebuilt.ShouldEqual(desk.Store, desk.Head);
        rebuilt.Notebook.ToString().ShouldBe(desk.Notebook.ToString());
        foreach (Outcome outcome in outcomes)
        {
            Checkpoint told = JournalDesk.CheckpointOf(outcome.Checkpoint!);
            told.Root.ShouldBe(rebuilt.RootAt(told.Size));
        }
    }

    [Theory, InlineData(false), InlineData(true)]
    public void An_act_decides_on_what_all_acts_before_it_have_logged(bool onDisk)
    {
        using var desk = new JournalDesk(onDisk);
        Journal journal = desk.Journal;
        Parallel.For(0, 100, i => desk.Submit(_ => desk.Notebook.Count < 7
            ? Decision.Log(Note.Public($"seat {i}"))
            : Decision.Refuse("full", new("Full.", "Complet."))));
        journal.Size.ShouldBe(7);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task An_act_that_breaks_midway_leaves_nothing_and_harms_no_other(bool onDisk)
    {
        using var desk = new JournalDesk(onDisk);
        desk.Fill(300);
        Journal journal = desk.Journal;
        Task<Outcome>[] tasks = [.. HeldTogether(journal, 40, i => i % 10 == 3
            ? Decision.Log(Breaking())
            : Decision.Log([Note.Public($"{i} a"), Note.Sealed($"{i} b")]))];
        await Task.WhenAll(tasks).ContinueWith(_ => { }, TaskScheduler.Default);
        for (int i = 0; i < tasks.Length; i++)
        {
            (tasks[i].Exception?.InnerException is TimeoutException).ShouldBe(i % 10 == 3, $"act {i}");
        }

        journal.Size.ShouldBe(300 + (36 * 2));
        Rebuilt rebuilt = Rebuilt.ShouldEqual(desk.Store, desk.Head);
        rebuilt.Notebook.ToString().ShouldBe(desk.Notebook.ToString());
        tasks.Where(task => task.IsCompletedSuccessfully).Select(task => task.Result.First).Order()
            .ShouldBe(Enumerable.Range(0, 36).Select(i => 300L + (2 * i)));
    }

    [Theory, InlineData(false), InlineData(true)]
    public void An_act_that_breaks_alone_leaves_the_projections_as_they_were(bool onDisk)
    {
        using var desk = new JournalDesk(onDisk);
        desk.Log(Note.Sealed("kept"));
        string known = desk.Notebook.ToString();
        Should.Throw<TimeoutException>(() => desk.Log(Breaking()));
        desk.Submit(_ => desk.Notebook.ToString() == known
            ? Decision.Log(Note.Public("as before"))
            : Decision.Refuse("changed", new("Changed.", "Changé."))).Refusal.ShouldBeNull();
        desk.Journal.Size.ShouldBe(2);
    }

    public static TheoryData<Draft> Unreadable => new(
        new Draft(""),
        new Draft(new string('k', 65)) { Body = "{}"u8.ToArray() },
        new Draft("kind") { Body = "[]"u8.ToArray() },
        new Draft("kind") { Body = "{"u8.ToArray() },
        new Draft("kind") { Body = [] },
        new Draft("kind") { Body = "{}"u8.ToArray(), Payload = "{}"u8.ToArray() },
        new Draft("kind") { Body = "{}"u8.ToArray(), Consultation = "" },
        new Draft("kind") { Body = "{}"u8.ToArray(), Pseudonym = new string('p', 65) },
        new Draft("kind") { Body = "{}"u8.ToArray(), Pseudonym = "\ud800" },
        new Draft("kind") { Body = [.. "{\"a\":\""u8, .. new byte[70_000].Select(_ => (byte)'a'), .. "\"}"u8] });

    [Theory, MemberData(nameof(Unreadable))]
    public void A_draft_that_no_reader_could_read_back_is_not_logged(Draft draft)
    {
        using var desk = new JournalDesk(onDisk: true);
        desk.Fill(3);
        Should.Throw<Exception>(() => desk.Log(Note.Public("before"), draft)).ShouldNotBeOfType<JournalException>();
        desk.Log(Note.Public("after"), new Draft("kind") { Body = "{ \"b\": 1, \"a\": 1.0 }"u8.ToArray() });
        string known = desk.Notebook.ToString();
        desk.Reopen();
        desk.Journal.Size.ShouldBe(5);
        desk.Notebook.ToString().ShouldBe(known, "a replay sees what the journal saw");
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task An_act_withdrawn_before_its_turn_has_no_effect(bool onDisk)
    {
        using var desk = new JournalDesk(onDisk);
        Journal journal = desk.Journal;
        using var withdrawn = new CancellationTokenSource();
        using var gate = new ManualResetEventSlim();
        Task<Outcome> first = journal.SubmitAsync(_ => Held(gate), CancellationToken.None);
        Task<Outcome> second = journal.SubmitAsync(_ => Decision.Log(Note.Public("withdrawn")), withdrawn.Token);
        Task<Outcome> third = journal.SubmitAsync(_ => Decision.Log(Note.Public("third")), CancellationToken.None);
        await withdrawn.CancelAsync();
        gate.Set();
        await Should.ThrowAsync<OperationCanceledException>(second);
        (await first).First.ShouldBe(0);
        (await third).First.ShouldBe(1);
        journal.Size.ShouldBe(2);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task What_was_submitted_is_durable_when_the_journal_is_closed(bool onDisk)
    {
        using var desk = new JournalDesk(onDisk);
        Journal journal = desk.Journal;
        Task<Outcome>[] tasks = [.. HeldTogether(journal, 600, i => Decision.Log(Note.Public($"{i}")))];
        desk.Reopen();
        desk.Journal.Size.ShouldBe(600);

        // Callers are told on threads of their own, which may lag behind the closing.
        Outcome[] outcomes = await Task.WhenAll(tasks).WaitAsync(
            TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        outcomes.Select(outcome => outcome.First).ShouldBe(Enumerable.Range(0, 600).Select(i => (long)i));
    }

    /// <summary>Submits acts while the writer is held, so that all but the first stand in one batch.</summary>
    private static List<Task<Outcome>> HeldTogether(Journal journal, int count, Func<int, Decision> decide)
    {
        using var gate = new ManualResetEventSlim();
        Task<Outcome> holding = journal.SubmitAsync(_ =>
        {
            gate.Wait();
            return Decision.Refuse("held", new("Held.", "Tenu."));
        });
        List<Task<Outcome>> tasks =
            [.. Enumerable.Range(0, count).Select(i => journal.SubmitAsync(_ => decide(i)))];
        gate.Set();
        holding.GetAwaiter().GetResult();
        return tasks;
    }

    private static Decision Held(ManualResetEventSlim gate)
    {
        gate.Wait();
        return Decision.Log(Note.Public("first"));
    }

    private static IEnumerable<Draft> Breaking()
    {
        yield return Note.Public("never");
        yield return Note.Sealed("never either");
        throw new TimeoutException("the source of the events broke");
    }
}
