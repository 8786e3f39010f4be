using Gouvernail.Journals;
using Gouvernail.Log.Notes;
using Microsoft.Data.Sqlite;

namespace Gouvernail.Tests.Journals;

public sealed class OpeningTests
{
    private const string AlterLastEntry = """
        UPDATE entry SET bytes = CAST(replace(CAST(bytes AS TEXT), 'note ', 'nope ') AS BLOB) WHERE position = {0}
        """;

    [Theory]
    [InlineData(AlterLastEntry)]
    [InlineData("DELETE FROM entry WHERE position = {0}")]
    [InlineData("INSERT INTO entry SELECT {0} + 1, bytes FROM entry WHERE position = {0}")]
    [InlineData("UPDATE tile SET hashes = zeroblob(8192) WHERE place = (SELECT max(place) FROM tile)")]
    [InlineData("UPDATE tile SET hashes = substr(hashes, 1, 8191) WHERE place = (SELECT max(place) FROM tile)")]
    [InlineData("DELETE FROM tile WHERE place = (SELECT max(place) FROM tile)")]
    [InlineData("UPDATE head SET size = size - 1")]
    [InlineData("UPDATE head SET size = size + 1")]
    [InlineData("UPDATE head SET size = 0")]
    [InlineData("UPDATE head SET size = -1")]
    [InlineData("UPDATE head SET checkpoint = x''")]
    [InlineData("UPDATE head SET checkpoint = CAST(replace(CAST(checkpoint AS TEXT), '— ', '— x') AS BLOB)")]
    [InlineData("DELETE FROM head")]
    public void An_altered_end_is_refused_and_nothing_is_written(string change)
    {
        foreach (int size in (int[])[257, 300, 512])
        {
            using var desk = new JournalDesk(onDisk: true);
            desk.Fill(size);
            desk.Close();
            Alter(desk.Folder, string.Format(System.Globalization.CultureInfo.InvariantCulture, change, size - 1));
            byte[] before = File.ReadAllBytes(desk.Folder.Database);
            Should.Throw<JournalException>(desk.Reopen).Fault.ShouldBe(JournalFault.Damaged, $"{size}: {change}");
            desk.Close();
            File.ReadAllBytes(desk.Folder.Database).ShouldBe(before);
        }
    }

    [Fact]
    public void A_head_with_any_byte_altered_is_refused()
    {
        using var desk = new JournalDesk(onDisk: true);
        desk.Fill(300);
        byte[] head = desk.Store.Head().Checkpoint;
        desk.Close();
        for (int i = 0; i < head.Length; i++)
        {
            byte[] altered = [.. head];
            altered[i] ^= 1;
            Alter(desk.Folder, $"UPDATE head SET checkpoint = x'{Convert.ToHexString(altered)}'");
            Should.Throw<JournalException>(desk.Reopen).Fault.ShouldBe(JournalFault.Damaged, $"byte {i}");
            desk.Close();
        }

        Alter(desk.Folder, $"UPDATE head SET checkpoint = x'{Convert.ToHexString(head)}'");
        desk.Reopen();
    }

    [Fact]
    public void A_log_is_not_taken_up_with_another_key()
    {
        using var desk = new JournalDesk(onDisk: true);
        desk.Fill(3);
        foreach (string name in (string[])[desk.Key.Verifier.Name, "tests.example/other"])
        {
            using SignerKey other = SignerKey.Generate(name, SignatureKind.Ed25519);
            Should.Throw<JournalException>(() => Journal.Open(desk.Store, other, []))
                .Fault.ShouldBe(JournalFault.Damaged);
        }
    }

    [Fact]
    public void What_is_no_journal_is_refused()
    {
        using var desk = new JournalDesk(onDisk: true);
        desk.Close();
        Alter(desk.Folder, "PRAGMA user_version = 2");
        Should.Throw<JournalException>(desk.Reopen).Fault.ShouldBe(JournalFault.Damaged);
        File.WriteAllText(desk.Folder.Database, string.Concat(Enumerable.Repeat("This is no database. ", 500)));
        Should.Throw<JournalException>(desk.Reopen).Fault.ShouldBe(JournalFault.Damaged);
        File.Delete(desk.Folder.Database);
        Should.Throw<JournalException>(desk.Reopen).Fault.ShouldBe(JournalFault.Missing);
    }

    internal static void Alter(DataFolder folder, string change)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = folder.Database, Pooling = false };
        using var connection = new SqliteConnection(settings.ToString());
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The changes are written in these tests.
        command.CommandText = change;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
