using System.Text;
using Gouvernail.Audits;
using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;
using Gouvernail.Journals.Sqlite;
using Gouvernail.People;

namespace Gouvernail.Cli.Tests.Logs;

public sealed class ExportTests : IDisposable
{
    private readonly PublicLog _log = new();

    [Fact]
    public void Nothing_secret_and_nothing_unpublished_is_in_a_bundle()
    {
        long first = _log.Community.Journal.Size;
        _log.Import(Publication.Nothing);
        var secrets = new List<byte[]>();
        using (SqliteJournalStore store = SqliteJournalStore.OpenToRead(_log.Community.Folder.Database))
        {
            foreach (string id in (string[])["c1", "c2"])
            {
                secrets.Add(store.ReadSecret(Pseudonyms.SecretOf(id))!);
            }

            secrets.AddRange(store.Read(first, long.MaxValue / 2, opened: true)
                .Where(entry => entry.Content is not null).Select(entry => entry.Content!.Key));
        }

        string key = File.ReadAllText(_log.Community.Folder.Key).Trim();
        secrets.Add(Convert.FromBase64String(key.Split('+', 5)[4])[1..]);
        secrets.Count.ShouldBeGreaterThan(10);
        foreach (string file in Directory.GetFiles(_log.Export(), "*", SearchOption.AllDirectories))
        {
            byte[] bytes = File.ReadAllBytes(file);
            foreach (byte[] secret in secrets)
            {
                bytes.AsSpan().IndexOf(secret).ShouldBe(-1, file);
                bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Convert.ToBase64String(secret))).ShouldBe(-1, file);
            }
        }
    }

    [Fact]
    public void A_place_that_is_taken_is_refused_and_left_alone()
    {
        Directory.CreateDirectory(_log["taken"]);
        File.WriteAllText(Path.Combine(_log["taken"], "mine"), "mine");
        Running.Cli("export", _log.Folder, _log["taken"]).Code.ShouldBe(ExitCode.CannotWrite);
        Directory.GetFiles(_log["taken"]).Length.ShouldBe(1);
        Running.Cli("export", _log.Folder).Code.ShouldBe(ExitCode.Usage);
        Running.Cli("export", _log["nowhere"], _log["out"]).Code.ShouldBe(ExitCode.NoInput);
        _log.Names().ShouldBe(["data", "taken"]);
    }

    [Fact]
    public void An_export_that_is_stopped_leaves_nothing()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Should.Throw<OperationCanceledException>(
            () => BundleExport.Write(_log.Community.Folder, _log["out"], cancellation: stop.Token));
        Should.Throw<JournalException>(() => BundleExport.Write(
            _log.Community.Folder, _log["out"],
            (_, _) => throw new JournalException(JournalFault.Disk, new("no", "non"))));
        _log.Names().ShouldBe(["data"]);
    }

    [Fact]
    public void What_is_erased_all_the_while_never_gets_out()
    {
        int at = 8;
        Should.Throw<JournalException>(() => BundleExport.Write(_log.Community.Folder, _log["out"], (note, _) =>
        {
            _log.Community.Erase(new Tombstone(at++, "g", "a")).Refusal.ShouldBeNull();
            return note;
        })).Fault.ShouldBe(JournalFault.InUse);
        _log.Names().ShouldBe(["data"]);
    }

    public void Dispose() => _log.Dispose();
}
