using System.Text.Json;
using Gouvernail.Journals;
using Gouvernail.Log;

namespace Gouvernail.Cli.Tests.Logs;

public sealed class ProveCommandTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public void The_receipt_is_printed_as_others_read_it()
    {
        Outcome outcome = _city.Run("prove", "0");
        outcome.Error.ShouldBe("");
        Receipt.TryParse(outcome.Bytes, out Receipt? receipt, out _).ShouldBeTrue();
        receipt!.Index.ShouldBe(0);
        receipt.ToBytes().ShouldBe(outcome.Bytes);
        string file = _city.Desk.At("a.tlog-proof");
        File.WriteAllBytes(file, outcome.Bytes);
        Running.Cli("check-receipt", file, "--vkey", _city.Vkey).Code.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public void It_can_go_to_a_file()
    {
        string file = _city.Desk.At("a.tlog-proof");
        Outcome outcome = _city.Run("prove", "0", "--out", file);
        outcome.Output.ShouldBe($"Wrote {file}, the receipt of entry 0.\n"
            + $"Next: gouvernail check-receipt {file} --vkey \"$(cat {Path.Combine(_city.Folder, "vkey")})\"\n");
        File.ReadAllBytes(file).ShouldBe(_city.Run("prove", "0").Bytes);
        _city.Run("prove", "0", "--out", file, "--lang", "fr").Output.ShouldStartWith("Écrit dans ");
    }

    [Fact]
    public void A_program_reads_one_object()
    {
        string file = _city.Desk.At("a.tlog-proof");
        JsonElement printed = _city.Done("prove", "0");
        City.Names(printed).ShouldBe(["index", "receipt", "checkpoint"]);
        JsonElement written = _city.Done("prove", "0", "--out", file);
        City.Names(written).ShouldBe(["index", "file", "receipt", "checkpoint"]);
        written.GetProperty("receipt").GetString().ShouldBe(File.ReadAllText(file));
        printed.GetProperty("checkpoint").GetProperty("size").GetInt64().ShouldBe(1);
    }

    [Fact]
    public void Beyond_the_log_its_size_is_told()
    {
        Outcome outcome = _city.Run("prove", "1");
        outcome.Code.ShouldBe(ExitCode.BadInput);
        outcome.Bytes.ShouldBeEmpty();
        outcome.Error.ShouldContain("the log has 1 entry, counted from 0; there is no entry 1.");
        _city.Run("prove", "1", "--lang", "fr").Error.ShouldContain("le registre a 1 entrée, ");
        _city.Run("prove", "9223372036854775807").Code.ShouldBe(ExitCode.BadInput);
        _city.Import();
        _city.Run("prove", "99999999").Error.ShouldMatch(@"the log has [\d,]+ entries, counted from 0");
    }

    [Theory]
    [InlineData("prove", "which data folder?")]
    [InlineData("prove a", "which entry?")]
    [InlineData("prove a first", "a whole number from 0")]
    [InlineData("prove a 1.5", "a whole number from 0")]
    [InlineData("prove a 99999999999999999999", "a whole number from 0")]
    [InlineData("prove -- a -1", "a whole number from 0")]
    [InlineData("prove a 0 --out", "--out needs a value")]
    public void A_fault_of_usage_is_named(string line, string message)
    {
        Outcome outcome = Running.Cli(line.Split(' '));
        outcome.Code.ShouldBe(ExitCode.Usage);
        outcome.Error.ShouldContain(message);
        Running.CliIn(new() { ["LANG"] = "fr" }, line.Split(' ')).Error.ShouldNotContain(message);
    }

    [Fact]
    public void A_place_where_nothing_can_be_written_is_told()
    {
        Outcome outcome = _city.Run("prove", "0", "--out", _city.Desk.At("no/where"));
        outcome.Code.ShouldBe(ExitCode.CannotWrite);
        outcome.Error.ShouldContain("its folder does not exist");
    }

    [Fact]
    public void Beside_a_writer_it_proves_what_is_committed()
    {
        _city.Import();
        using Community community = Community.Open(new DataFolder(_city.Folder), TimeProvider.System);
        CancellationToken cancel = TestContext.Current.CancellationToken;
        community.Erase(new Tombstone(2, "asked for", "facilitators"), cancel).Refusal.ShouldBeNull();
        long last = community.Journal.Size - 1;
        _city.Done("prove", $"{last}").GetProperty("checkpoint").GetProperty("size").GetInt64().ShouldBe(last + 1);
    }

    [Fact]
    public void A_folder_that_may_only_be_read_is_enough()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has other rights");
            return;
        }

        string[] before = Directory.GetFileSystemEntries(_city.Folder);
        File.SetUnixFileMode(_city.Folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            _city.Run("prove", "0").Code.ShouldBe(ExitCode.Done);
        }
        finally
        {
            File.SetUnixFileMode(
                _city.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        // Whoever may write everywhere leaves the empty files with which SQLite readers and writers meet.
        Directory.GetFileSystemEntries(_city.Folder).Where(file => new FileInfo(file) is not { Extension: ".db-wal" }
            and not { Extension: ".db-shm" }).ShouldBe(before, ignoreOrder: true);
    }
}
