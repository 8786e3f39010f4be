using Gouvernail.CrashWriter;

namespace Gouvernail.Tests.Journals;

public sealed class SnapshotTests
{
    [Theory, InlineData(false), InlineData(true)]
    public void A_projection_is_the_same_from_a_snapshot_and_from_the_log(bool onDisk)
    {
        using var desk = Filled(onDisk);
        string known = desk.Notebook.ToString();
        desk.Reopen();
        desk.Notebook.ToString().ShouldBe(known);
        desk.Notebook.Shown.ShouldBe(0, "all of it comes from the snapshot");
        desk.Fill(5);
        known = desk.Notebook.ToString();
        desk.Reopen();
        desk.Notebook.ToString().ShouldBe(known);
        Directory.Delete(desk.Folder.Snapshots, recursive: true);
        desk.Reopen();
        desk.Notebook.ToString().ShouldBe(known);
        desk.Notebook.Shown.ShouldBe((int)desk.Journal.Size);
    }

    [Fact]
    public void A_snapshot_that_is_behind_saves_what_it_stands_for()
    {
        using var desk = Filled(onDisk: true);
        desk.Close();
        byte[] older = File.ReadAllBytes(PathOf(desk));
        desk.Reopen();
        desk.Fill(7);
        string known = desk.Notebook.ToString();
        desk.Close();
        File.WriteAllBytes(PathOf(desk), older);
        desk.Reopen();
        desk.Notebook.Shown.ShouldBe(7);
        desk.Notebook.ToString().ShouldBe(known);
    }

    [Fact]
    public void A_damaged_snapshot_is_passed_over()
    {
        using var desk = Filled(onDisk: true);
        string known = desk.Notebook.ToString();
        desk.Close();
        byte[] whole = File.ReadAllBytes(PathOf(desk));
        foreach (int place in (int[])[0, 7, 8, 39, 40, 71, 72, whole.Length - 1])
        {
            byte[] damaged = [.. whole];
            damaged[place] ^= 1;
            ShouldBePassedOver(desk, damaged, known);
        }

        ShouldBePassedOver(desk, [], known);
        ShouldBePassedOver(desk, whole[..40], known);
        ShouldBePassedOver(desk, whole[..^1], known);
    }

    [Fact]
    public void A_snapshot_of_another_log_is_passed_over()
    {
        using var desk = Filled(onDisk: true);
        using var other = Filled(onDisk: true);
        string known = desk.Notebook.ToString();
        desk.Close();
        other.Close();
        ShouldBePassedOver(desk, File.ReadAllBytes(PathOf(other)), known);
    }

    [Fact]
    public void A_snapshot_of_a_longer_log_is_passed_over()
    {
        using var desk = Filled(onDisk: true);
        string known = desk.Notebook.ToString();
        desk.Close();
        byte[] copy = File.ReadAllBytes(desk.Folder.Database);
        desk.Reopen();
        desk.Fill(1);
        desk.Close();
        File.WriteAllBytes(desk.Folder.Database, copy);
        ShouldBePassedOver(desk, File.ReadAllBytes(PathOf(desk)), known);
    }

    [Fact]
    public void A_snapshot_older_than_the_last_erasure_is_passed_over()
    {
        using var desk = Filled(onDisk: true);
        desk.Close();
        byte[] older = File.ReadAllBytes(PathOf(desk));
        desk.Reopen();
        desk.Log(Note.Erases(Sealed(desk)));
        string known = desk.Notebook.ToString();
        desk.Close();
        ShouldBePassedOver(desk, older, known);
    }

    [Fact]
    public void An_erasure_deletes_the_snapshots_and_new_ones_are_made_after_it()
    {
        using var desk = Filled(onDisk: true);
        desk.Reopen();
        File.Exists(PathOf(desk)).ShouldBeTrue();
        desk.Log(Note.Erases(Sealed(desk)));
        File.Exists(PathOf(desk)).ShouldBeFalse();
        string known = desk.Notebook.ToString();
        desk.Reopen();
        desk.Reopen();
        desk.Notebook.Shown.ShouldBe(0);
        desk.Notebook.ToString().ShouldBe(known);
    }

    [Fact]
    public void Snapshots_that_cannot_be_deleted_or_written_harm_no_act()
    {
        using var desk = Filled(onDisk: true);
        desk.Reopen();
        File.Delete(PathOf(desk));
        Directory.CreateDirectory(Path.Combine(PathOf(desk), "in the way"));
        long size = desk.Journal.Size;
        Parallel.For(0, 30, i => desk.Log(Note.Public($"note {i}"), Note.Erases(0)));
        desk.Journal.Size.ShouldBe(size + 60);
        string known = desk.Notebook.ToString();
        desk.Reopen();
        desk.Notebook.ToString().ShouldBe(known);
    }

    [Fact]
    public void The_folder_can_go_at_any_time()
    {
        using var desk = Filled(onDisk: true);
        desk.Reopen();
        Directory.Delete(desk.Folder.Snapshots, recursive: true);
        desk.Fill(1);
        desk.Log(Note.Erases(Sealed(desk)));
        File.WriteAllText(desk.Folder.Snapshots, "a file in its place");
        desk.Log(Note.Sealed("one"));
        desk.Log(Note.Erases(desk.Journal.Size - 1));
        string known = desk.Notebook.ToString();
        desk.Reopen();
        desk.Notebook.ToString().ShouldBe(known);
    }

    private static JournalDesk Filled(bool onDisk)
    {
        var desk = new JournalDesk(onDisk) { KeepsSnapshots = true };
        desk.Fill(300);
        desk.Log(Note.Sealed("one"), Note.Sealed("two"), Note.Erases(301));
        desk.Fill(10);
        return desk;
    }

    private static long Sealed(JournalDesk desk) =>
        new Rebuilt(desk.Store).Entries.First(e => e.Stored.Content is not null).Stored.Position;

    private static string PathOf(JournalDesk desk) => Path.Combine(desk.Folder.Snapshots, desk.Notebook.Name);

    private static void ShouldBePassedOver(JournalDesk desk, byte[] snapshot, string known)
    {
        File.WriteAllBytes(PathOf(desk), snapshot);
        desk.Reopen();
        desk.Notebook.Shown.ShouldBe((int)desk.Journal.Size);
        desk.Notebook.ToString().ShouldBe(known);
        desk.Close();
    }
}
