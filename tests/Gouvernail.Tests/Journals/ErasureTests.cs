using System.Text;
using Gouvernail.Choice;
using Gouvernail.CrashWriter;
using Gouvernail.Journals;
using Gouvernail.Log;
using Gouvernail.Log.Witnesses;
using Microsoft.Data.Sqlite;

namespace Gouvernail.Tests.Journals;

public sealed class ErasureTests
{
    private static readonly string _mark = Note.MarkerOf(0x1234_5678_9abc_def0);

    [Theory, InlineData(false), InlineData(true)]
    public void A_sealed_entry_commits_to_its_payload_and_does_not_show_it(bool onDisk)
    {
        using var desk = new JournalDesk(onDisk);
        desk.Log(Note.Sealed(_mark), Note.Sealed(_mark));
        Rebuilt rebuilt = Rebuilt.ShouldEqual(desk.Store, desk.Head);
        foreach ((Entry entry, StoredEntry stored) in rebuilt.Entries)
        {
            entry.IsSealed.ShouldBeTrue();
            entry.Body.IsEmpty.ShouldBeTrue();
            Encoding.UTF8.GetString(stored.Bytes).ShouldNotContain(Note.Marker);
            Sealed content = desk.Store.ReadSealed(stored.Position).ShouldNotBeNull();
            Encoding.UTF8.GetString(content.Payload).ShouldBe($$"""{"text":"{{_mark}}"}""");
            content.Opens(entry.Seal.Span).ShouldBeTrue();
        }

        rebuilt.Entries[0].Entry.Seal.ToArray().ShouldNotBe(
            rebuilt.Entries[1].Entry.Seal.ToArray(), "each has a key of its own");
        rebuilt.Entries[0].Stored.Content!.Opens(rebuilt.Entries[1].Entry.Seal.Span).ShouldBeFalse();
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Erasing_deletes_key_and_payload_and_leaves_entry_and_receipts(bool onDisk)
    {
        using var desk = new JournalDesk(onDisk);
        desk.Log(Note.Sealed(_mark), Note.Sealed("another"));
        byte[] entry = desk.Store.Read(0, 1, opened: false).Single().Bytes;
        Receipt before = desk.Journal.Prove(0).ShouldNotBeNull();
        desk.Log(Note.Erases(0));
        desk.Store.ReadSealed(0).ShouldBeNull();
        desk.Store.ReadSealed(1).ShouldNotBeNull();
        desk.Store.Read(0, 1, opened: true).Single().Content.ShouldBeNull();
        desk.Store.Read(0, 1, opened: false).Single().Bytes.ShouldBe(entry);
        foreach (Receipt receipt in (Receipt[])[before, desk.Journal.Prove(0).ShouldNotBeNull()])
        {
            receipt.TryVerify(entry, TrustPolicy.Of(desk.Key.Verifier), out _, out _).ShouldBeTrue();
        }

        Rebuilt.ShouldEqual(desk.Store, desk.Head).Notebook.ToString().ShouldBe(desk.Notebook.ToString());
        desk.Store.Head().LastErasure.ShouldBe(2);
    }

    [Fact]
    public void Nothing_of_an_erased_payload_is_left_in_any_file_once_it_is_acknowledged()
    {
        using var desk = new JournalDesk(onDisk: true) { KeepsSnapshots = true };
        desk.Fill(10);
        desk.Log(Note.Sealed(_mark + new string('.', 30_000)), Note.Sealed("another"));
        string key = Encoding.Latin1.GetString(desk.Store.ReadSealed(10)!.Key);
        desk.FilesHold(_mark).ShouldBeTrue();
        desk.FilesHold(key).ShouldBeTrue();
        desk.Log(Note.Erases(10));
        desk.FilesHold(Note.Marker).ShouldBeFalse();
        desk.FilesHold("..........").ShouldBeFalse();
        desk.FilesHold(key).ShouldBeFalse();
        desk.Reopen();
        desk.FilesHold(_mark).ShouldBeFalse();
    }

    [Fact]
    public void Payloads_erased_in_any_order_leave_no_trace_on_the_pages_they_were_moved_between()
    {
        using var desk = new JournalDesk(onDisk: true);
        var chance = new SeededGenerator([], "erasures");
        const int Count = 400;
        desk.Log(Enumerable.Range(0, Count).Select(i =>
            Note.Sealed(Note.MarkerOf((ulong)i) + new string('.', chance.NextBelow(900)))));
        long[] order = [.. Enumerable.Range(0, Count).Select(i => (long)i)];
        chance.Shuffle<long>(order);
        for (int done = 0; done < Count; done += 40)
        {
            desk.Log(order.AsSpan(done, 40).ToArray().Select(Note.Erases));
            string raw = JournalDesk.RawFiles(desk.Folder);
            order[..(done + 40)].Where(i => raw.Contains(Note.MarkerOf((ulong)i), StringComparison.Ordinal))
                .ShouldBeEmpty($"after {done + 40} erasures");
        }
    }

    [Fact]
    public void A_reader_that_holds_the_write_ahead_log_delays_the_cleaning_and_does_not_prevent_it()
    {
        using var desk = new JournalDesk(onDisk: true);
        desk.Log(Note.Sealed(_mark));
        using (var reader = new SqliteConnection($"Data Source={desk.Folder.Database};Pooling=False"))
        {
            reader.Open();
            using SqliteTransaction held = reader.BeginTransaction(deferred: true);
            using SqliteCommand read = reader.CreateCommand();
            read.CommandText = "SELECT size FROM head";
            read.Transaction = held;
            read.ExecuteScalar().ShouldBe(1L);
            desk.Log(Note.Erases(0)).Refusal.ShouldBeNull();
            desk.FilesHold(_mark).ShouldBeTrue("else this test shows nothing");
        }

        desk.Fill(1);
        desk.FilesHold(_mark).ShouldBeFalse();
    }

    [Fact]
    public void An_erasure_cut_short_before_the_cleaning_is_cleaned_when_the_log_is_opened()
    {
        using var desk = new JournalDesk(onDisk: true);
        desk.Log(Note.Sealed(_mark), Note.Erases(0));
        desk.Close();
        // What a process leaves that is killed between the commit and the cleaning: the payload in the log of writes.
        using var torn = new JournalDesk(onDisk: true) { Key = desk.Key };
        torn.Log(Note.Sealed(_mark));
        using (IJournalBatch batch = torn.Store.Begin(1))
        {
            batch.Forget(0);
            batch.Commit(torn.Store.Head());
        }

        CopyWithLog(torn.Folder, desk.Folder);
        desk.FilesHold(_mark).ShouldBeTrue("else this test shows nothing");
        desk.Reopen();
        desk.FilesHold(_mark).ShouldBeFalse();
    }

    [Fact]
    public void Secrets_are_kept_replaced_and_destroyed_without_a_trace()
    {
        using var desk = new JournalDesk(onDisk: true) { KeepsSnapshots = true };
        byte[] first = Encoding.ASCII.GetBytes("the first secret, of thirty bytes");
        byte[] second = Encoding.ASCII.GetBytes("the second secret");
        desk.Log(Note.Public("key made") with { Secrets = [new Secret("consultation/1", first)] });
        desk.Store.ReadSecret("consultation/1").ShouldBe(first);
        desk.Log(Note.Public("key replaced") with { Secrets = [new Secret("consultation/1", second)] });
        desk.Store.ReadSecret("consultation/1").ShouldBe(second);
        desk.FilesHold("the first secret").ShouldBeFalse();
        desk.Reopen();
        desk.Store.ReadSecret("consultation/1").ShouldBe(second);
        desk.Store.ReadSecret("consultation/2").ShouldBeNull();
        desk.Log(Note.Public("key destroyed") with { Secrets = [new Secret("consultation/1", [])] });
        desk.Store.ReadSecret("consultation/1").ShouldBeNull();
        desk.FilesHold("the second secret").ShouldBeFalse();
        Rebuilt.ShouldEqual(desk.Store, desk.Head);
    }

    [Fact]
    public void Many_secrets_destroyed_in_any_order_leave_no_trace()
    {
        using var desk = new JournalDesk(onDisk: true);
        var chance = new SeededGenerator([], "secrets");
        const int Count = 300;
        int[] order = [.. Enumerable.Range(0, Count)];
        chance.Shuffle<int>(order);
        desk.Log(order.Select(i => Holding(i, Note.MarkerOf((ulong)i) + new string('.', chance.NextBelow(50)))));
        chance.Shuffle<int>(order);
        for (int done = 0; done < Count; done += 50)
        {
            desk.Log(order.AsSpan(done, 50).ToArray().Select(i => Holding(i, i % 2 == 0 ? "" : "another secret")));
            string raw = JournalDesk.RawFiles(desk.Folder);
            order[..(done + 50)].Where(i => raw.Contains(Note.MarkerOf((ulong)i), StringComparison.Ordinal))
                .ShouldBeEmpty($"after {done + 50}");
        }

        desk.Store.ReadSecret("2").ShouldBeNull();
        desk.Store.ReadSecret("3").ShouldBe(Encoding.ASCII.GetBytes("another secret"));
    }

    [Theory, InlineData(false), InlineData(true)]
    public void A_secret_of_an_act_that_breaks_is_not_kept(bool onDisk)
    {
        using var desk = new JournalDesk(onDisk);
        Should.Throw<ArgumentException>(() => desk.Log(
            Note.Public("key made") with { Secrets = [new Secret("key", [1, 2, 3])] }, new Draft("neither")));
        desk.Store.ReadSecret("key").ShouldBeNull();
        desk.Journal.Size.ShouldBe(0);
    }

    private static Draft Holding(int name, string secret) => Note.Public("a secret changed") with
    {
        Secrets = [new Secret($"{name}", Encoding.ASCII.GetBytes(secret))],
    };

    private static void CopyWithLog(DataFolder from, DataFolder to)
    {
        foreach (string ending in (string[])["", "-wal"])
        {
            File.Copy(from.Database + ending, to.Database + ending, overwrite: true);
        }
    }
}
