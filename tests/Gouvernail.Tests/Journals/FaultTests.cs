using Gouvernail.CrashWriter;
using Gouvernail.Journals;

namespace Gouvernail.Tests.Journals;

public sealed class FaultTests
{
    public static TheoryData<bool, Fault> Faults
    {
        get
        {
            var data = new TheoryData<bool, Fault>();
            foreach (bool onDisk in (bool[])[false, true])
            {
                data.Add(onDisk, Fault.AtBegin);
                data.Add(onDisk, Fault.AtAdd);
                data.Add(onDisk, Fault.AtTile);
                data.Add(onDisk, Fault.BeforeCommit);
                data.Add(onDisk, Fault.AfterCommit);
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Faults))]
    public void A_journal_goes_on_by_itself_when_the_disk_does(bool onDisk, Fault fault)
    {
        using var desk = new JournalDesk(onDisk) { KeepsHead = true, KeepsSnapshots = true };
        var store = new FaultyStore(desk.Store);
        desk.Store = store;
        desk.Fill(250);
        string known = desk.Notebook.ToString();
        store.Fault = fault;
        for (int i = 0; i < 3; i++)
        {
            Should.Throw<JournalException>(() => desk.Log(Ten(i))).Fault.ShouldBe(JournalFault.Disk);
        }

        store.Failures.ShouldBe(3);
        bool isThere = fault == Fault.AfterCommit;
        store.Fault = Fault.None;
        bool wasAsBefore = false;
        desk.Submit(_ =>
        {
            wasAsBefore = desk.Notebook.ToString() == known;
            return Decision.Log(Note.Public("again"));
        }).First.ShouldBe(isThere ? 280 : 250, "what the disk had confirmed stays, though nobody was told");
        wasAsBefore.ShouldBe(!isThere);
        desk.Fill(20);
        string last = desk.Notebook.ToString();
        Rebuilt.ShouldEqual(desk.Store, desk.Head).Notebook.ToString().ShouldBe(last);
        if (onDisk)
        {
            desk.Reopen();
            Rebuilt.ShouldEqual(desk.Store, desk.Head).Notebook.ToString().ShouldBe(last);
        }
    }

    [Theory, InlineData(Fault.AtBegin), InlineData(Fault.AtAdd), InlineData(Fault.BeforeCommit)]
    public async Task A_failed_commit_is_told_to_all_of_its_batch_and_to_nobody_else(Fault fault)
    {
        using var desk = new JournalDesk(onDisk: true);
        var store = new FaultyStore(desk.Store);
        desk.Store = store;
        desk.Fill(3);
        Journal journal = desk.Journal;
        store.Fault = fault;
        Task<Outcome>[] failing = [.. Enumerable.Range(0, 50).Select(i =>
            journal.SubmitAsync(_ => Decision.Log(Ten(i)), TestContext.Current.CancellationToken))];
        await Task.WhenAll(failing).ContinueWith(_ => { }, TaskScheduler.Default);
        failing.ShouldAllBe(task => task.Exception!.InnerException is JournalException);
        store.Fault = Fault.None;
        desk.Log(Ten(0)).First.ShouldBe(3);
        Rebuilt.ShouldEqual(desk.Store, desk.Head);
    }

    [Fact]
    public void An_erasure_stands_though_the_cleaning_fails_and_is_cleaned_later()
    {
        string mark = Note.MarkerOf(7);
        using var desk = new JournalDesk(onDisk: true);
        var store = new FaultyStore(desk.Store);
        desk.Store = store;
        desk.Log(Note.Sealed(mark));
        store.Fault = Fault.AtScrub;
        desk.Log(Note.Erases(0)).First.ShouldBe(1);
        desk.Store.ReadSealed(0).ShouldBeNull();
        desk.FilesHold(mark).ShouldBeTrue("else this test shows nothing");
        desk.Fill(1);
        store.Fault = Fault.None;
        desk.Fill(1);
        desk.FilesHold(mark).ShouldBeFalse();
        desk.Journal.Size.ShouldBe(4);
    }

    [Fact]
    public async Task A_projection_that_cannot_be_saved_leaves_nobody_waiting()
    {
        using var desk = new JournalDesk(onDisk: false);
        using var journal = Journal.Open(desk.Store, desk.Key, [new Unsaveable()], new JournalOptions
        {
            Snapshots = desk.Snapshots,
        });
        Outcome logged = journal.Submit(
            _ => Decision.Log(Enumerable.Range(0, 100_000).Select(_ => Note.Public("one"))),
            TestContext.Current.CancellationToken);
        logged.Count.ShouldBe(100_000);
        await Should.ThrowAsync<Exception>(journal
            .SubmitAsync(_ => Decision.Log(Note.Public("two")), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    private static IEnumerable<Draft> Ten(int act) =>
        Enumerable.Range(0, 10).Select(i => i % 2 == 0 ? Note.Public($"{act} {i}") : Note.Sealed($"{act} {i}"));

    private sealed class Unsaveable : IProjection
    {
        public string Name => "unsaveable-1";

        public void Apply(long position, Entry entry, ReadOnlyMemory<byte> payload)
        {
            // It knows nothing.
        }

        public void Clear()
        {
            // There is nothing to forget.
        }

        public void Save(Stream stream) => throw new NotSupportedException("a defect of this test");

        public bool TryLoad(Stream stream) => false;
    }
}
