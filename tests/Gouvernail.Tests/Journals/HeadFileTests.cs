using System.Text;
using Gouvernail.CrashWriter;
using Gouvernail.Journals;
using Gouvernail.Log;
using Gouvernail.Log.Notes;

namespace Gouvernail.Tests.Journals;

public sealed class HeadFileTests
{
    [Fact]
    public void The_file_holds_the_last_checkpoint()
    {
        using var desk = new JournalDesk(onDisk: true) { KeepsHead = true };
        for (int size = 1; size < 120; size++)
        {
            desk.Fill(1);
            Stored(desk).ShouldBe(desk.Head);
        }

        desk.Reopen();
        Stored(desk).ShouldBe(desk.Head);
    }

    [Fact]
    public void An_older_copy_of_the_store_beside_it_is_refused()
    {
        using var desk = new JournalDesk(onDisk: true) { KeepsHead = true };
        foreach (int size in (int[])[0, 3, 300])
        {
            desk.Fill(size);
            desk.Close();
            byte[] copy = File.ReadAllBytes(desk.Folder.Database);
            desk.Reopen();
            desk.Fill(1);
            desk.Close();
            byte[] newer = File.ReadAllBytes(desk.Folder.Database);
            File.WriteAllBytes(desk.Folder.Database, copy);
            Should.Throw<JournalException>(desk.Reopen).Fault.ShouldBe(JournalFault.Behind);
            desk.Close();
            File.ReadAllBytes(desk.Folder.Database).ShouldBe(copy);
            File.WriteAllBytes(desk.Folder.Database, newer);
            desk.Reopen();
        }
    }

    [Theory, InlineData(3, 3), InlineData(300, 300), InlineData(300, 700), InlineData(256, 512)]
    public void Another_history_beside_it_is_refused(int size, int otherSize)
    {
        using var desk = new JournalDesk(onDisk: true) { KeepsHead = true };
        desk.Fill(1);
        desk.Close();
        byte[] fork = File.ReadAllBytes(desk.Folder.Database);
        desk.Reopen();
        desk.Fill(size - 1);
        desk.Close();
        byte[] head = File.ReadAllBytes(desk.Folder.Checkpoint);
        File.Delete(desk.Folder.Checkpoint);
        File.WriteAllBytes(desk.Folder.Database, fork);
        desk.Reopen();
        desk.Log(Note.Public("another history"));
        desk.Fill(otherSize - 2);
        desk.Close();
        File.WriteAllBytes(desk.Folder.Checkpoint, head);
        Should.Throw<JournalException>(desk.Reopen).Fault.ShouldBe(JournalFault.Damaged);
    }

    [Fact]
    public void A_file_older_than_the_store_says_nothing_against_it()
    {
        using var desk = new JournalDesk(onDisk: true) { KeepsHead = true };
        desk.Fill(200);
        byte[] older = File.ReadAllBytes(desk.Folder.Checkpoint);
        desk.Fill(400);
        desk.Close();
        File.WriteAllBytes(desk.Folder.Checkpoint, older);
        desk.Reopen();
        desk.Journal.Size.ShouldBe(600);
        Stored(desk).ShouldBe(desk.Head, "it is brought up to the head at once");
    }

    [Fact]
    public void A_torn_or_absent_file_says_nothing()
    {
        using var desk = new JournalDesk(onDisk: true) { KeepsHead = true };
        desk.Fill(3);
        desk.Close();
        byte[] whole = File.ReadAllBytes(desk.Folder.Checkpoint);
        foreach (byte[] torn in (byte[][])[
            [], whole[..1], whole[..^1], whole[..(whole.Length / 2)], new byte[whole.Length],
            [.. whole, .. whole], Encoding.UTF8.GetBytes("nonsense\n"), new byte[5000]])
        {
            File.WriteAllBytes(desk.Folder.Checkpoint, torn);
            desk.Reopen();
            desk.Close();
            File.ReadAllBytes(desk.Folder.Checkpoint).ShouldBe(whole);
        }

        File.Delete(desk.Folder.Checkpoint);
        desk.Reopen();
        desk.Fill(1);
        Stored(desk).ShouldBe(desk.Head);
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_told_before_anything_is_logged()
    {
        using var desk = new JournalDesk(onDisk: true) { KeepsHead = true };
        desk.Fill(3);
        desk.Close();
        File.Delete(desk.Folder.Checkpoint);
        Directory.CreateDirectory(desk.Folder.Checkpoint);
        Should.Throw<JournalException>(desk.Reopen).Reason.French.ShouldContain("checkpoint");
    }

    [Fact]
    public void An_act_is_acknowledged_once_though_the_file_cannot_be_written_afterwards()
    {
        // The first checkpoint makes the file; a folder in its place lets the commit succeed and the file fail.
        using var desk = new JournalDesk(onDisk: true) { KeepsHead = true };
        _ = desk.Journal;
        Directory.CreateDirectory(desk.Folder.Checkpoint);
        Outcome[] outcomes = new Outcome[40];
        Parallel.For(0, outcomes.Length, i => outcomes[i] = desk.Log(Note.Public($"note {i}")));
        outcomes.Select(outcome => outcome.First).Order().ShouldBe(Enumerable.Range(0, 40).Select(i => (long)i));
        desk.Journal.Size.ShouldBe(40);
        Directory.Delete(desk.Folder.Checkpoint);
        desk.Fill(1);
        Stored(desk).ShouldBe(desk.Head);
    }

    private static Checkpoint Stored(JournalDesk desk)
    {
        SignedNote.TryParse(File.ReadAllBytes(desk.Folder.Checkpoint), out SignedNote? note, out _).ShouldBeTrue();
        note!.TryVerify([desk.Key.Verifier], out _, out _).ShouldBeTrue();
        return JournalDesk.CheckpointOf(note);
    }
}
