using System.Text.Json;
using Gouvernail.Choice;
using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;

namespace Gouvernail.Cli.Tests.Logs;

public sealed class ImportCommandTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public void A_conversation_becomes_a_consultation()
    {
        Outcome outcome = _city.Run("import", _city.Desk.Conversation());
        outcome.Error.ShouldBe("");
        outcome.Code.ShouldBe(ExitCode.Done);
        string[] lines = outcome.Output.Split('\n');
        lines[0].ShouldMatch(@"^Imported as consultation c1: 30 statements, [\d,]+ votes by 120 participants\.$");
        lines[1].ShouldMatch(@"^That is [\d,]+ entries of the log, from 1 to [\d,]+\.$");
        lines[2].ShouldBe($"Next: gouvernail result {_city.Folder} c1");
        string french = _city.Run("import", _city.Desk.Conversation(), "--lang", "fr").Output;
        french.ShouldStartWith("Importée comme consultation c2\u00a0: 30 énoncés, ");
        french.ShouldContain($"Ensuite\u00a0: gouvernail result {_city.Folder} c2\n");
    }

    [Fact]
    public void A_program_reads_one_object()
    {
        JsonElement done = _city.Import();
        City.Names(done).ShouldBe(
            ["consultation", "first", "entries", "statements", "votes", "participants", "checkpoint"]);
        done.GetProperty("consultation").GetString().ShouldBe("c1");
        done.GetProperty("first").GetInt64().ShouldBe(1);
        done.GetProperty("statements").GetInt32().ShouldBe(30);
        done.GetProperty("participants").GetInt32().ShouldBe(120);
        IReadOnlyList<Entry> entries = _city.Entries();
        done.GetProperty("entries").GetInt64().ShouldBe(entries.Count - 1);
        done.GetProperty("votes").GetInt64().ShouldBe(entries.Count(e => e.Kind == VoteCast.Kind));
        JsonElement checkpoint = done.GetProperty("checkpoint");
        City.Names(checkpoint).ShouldBe(["origin", "size", "root"]);
        checkpoint.GetProperty("origin").GetString().ShouldBe(City.Origin);
        checkpoint.GetProperty("size").GetInt64().ShouldBe(entries.Count);
        File.ReadAllText(Path.Combine(_city.Folder, "checkpoint"))
            .ShouldStartWith($"{City.Origin}\n{entries.Count}\n{checkpoint.GetProperty("root").GetString()}\n");
    }

    [Theory]
    [InlineData("statements,votes", Publication.Statements | Publication.Votes)]
    [InlineData("statements", Publication.Statements)]
    [InlineData("nothing", Publication.Nothing)]
    public void What_the_public_may_open_is_said_once(string words, Publication publishes)
    {
        _city.Done("import", _city.Desk.Conversation(), "--publish", words);
        ConsultationOpened.Read(_city.Entries()[1])!.Publishes.ShouldBe(publishes);
    }

    [Fact]
    public void By_default_anyone_can_count_again()
    {
        _city.Import();
        ConsultationOpened.Read(_city.Entries()[1])!.Publishes.ShouldBe(Publication.Statements | Publication.Votes);
    }

    [Fact]
    public void Nobody_is_named_and_two_consultations_cannot_be_joined()
    {
        _city.Import();
        _city.Import();
        string[] first = _city.Pseudonyms("c1");
        string[] second = _city.Pseudonyms("c2");
        first.Length.ShouldBe(120);
        second.Length.ShouldBe(120);
        first.Intersect(second).ShouldBeEmpty();
        first.ShouldAllBe(name => name.Length == 22);
    }

    [Theory]
    [InlineData("import", "which data folder?")]
    [InlineData("import a", "which conversation?")]
    [InlineData("import a b --publish all", "Expected: statements,votes, statements, nothing")]
    [InlineData("import a b --agree-is 2", "Expected: 1, -1")]
    public void A_fault_of_usage_is_named(string line, string message)
    {
        Outcome outcome = Running.Cli(line.Split(' '));
        outcome.Code.ShouldBe(ExitCode.Usage);
        outcome.Error.ShouldContain(message);
        Outcome french = Running.Cli([.. line.Split(' '), "--lang=fr"]);
        french.Code.ShouldBe(ExitCode.Usage);
        french.Error.ShouldNotContain(message);
    }

    [Fact]
    public void What_is_wrong_with_the_conversation_is_told_as_map_tells_it_and_changes_nothing()
    {
        string before = _city.State();
        string bad = _city.Desk.File("bad.csv", "participant,statement,vote\na,1,x\n");
        Outcome outcome = _city.Run("import", bad);
        outcome.Code.ShouldBe(ExitCode.BadInput);
        outcome.Error.ShouldBe(Running.Cli("map", bad).Error);
        _city.Run("import", _city.Desk.At("nothing")).Code.ShouldBe(ExitCode.NoInput);
        _city.State().ShouldBe(before);
    }

    [Fact]
    public void The_number_that_means_agree_can_be_said()
    {
        string votes = _city.Desk.File("votes.csv", "participant,statement,vote\na,1,1\nb,1,1\n");
        _city.Done("import", votes, "--agree-is", "-1");
        _city.Replay("c1").Conversation.Votes.Row(0).ToArray().ShouldBe([VoteTable.CellOf(0, -1)]);
    }

    [Fact]
    public void Texts_that_no_entry_can_hold_are_refused_with_the_reason()
    {
        string folder = _city.Desk.Conversation();
        File.WriteAllText(Path.Combine(folder, "summary.csv"), $"topic,{new string('a', 20_000)}\nurl,\nvoters,120\n");
        string before = _city.State();
        Outcome outcome = _city.Run("import", folder);
        outcome.Code.ShouldBe(ExitCode.BadInput);
        outcome.Error.ShouldContain("Shorten the description.");
        _city.Run("import", folder, "--lang", "fr").Error.ShouldContain("Raccourcissez la description.");
        _city.State().ShouldBe(before);
    }

    [Fact]
    public void An_import_that_is_interrupted_leaves_nothing()
    {
        string conversation = _city.Desk.Conversation();
        string before = _city.State();
        using var stop = new CancellationTokenSource();
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var here = new Surroundings
        {
            Output = output,
            Error = new StopsAtLogging(error, stop),
            ErrorIsTerminal = true,
            Variable = _ => null,
            Clock = new RunningClock(),
        };
        ExitCode code = Gouvernail.Cli.Cli.Run(["import", _city.Folder, conversation], here, stop.Token);
        code.ShouldBe(ExitCode.Interrupted);
        error.ToString().ShouldContain("\rWriting to the log ");
        output.ToArray().ShouldBeEmpty();
        _city.State().ShouldBe(before);

        JsonElement done = _city.Import();
        done.GetProperty("consultation").GetString().ShouldBe("c1");
        done.GetProperty("first").GetInt64().ShouldBe(1);
    }

    [Fact]
    public void A_log_that_is_written_to_elsewhere_is_left_alone()
    {
        using (Community.Open(new DataFolder(_city.Folder), TimeProvider.System))
        {
            Outcome outcome = _city.Run("import", _city.Desk.Conversation());
            outcome.Code.ShouldBe(ExitCode.CannotWrite);
            outcome.Error.ShouldContain("another process writes to this folder");
            _city.Run("result", "c1").Code.ShouldBe(ExitCode.CannotWrite);
            _city.Run("erase", "0", "--ground", "a").Code.ShouldBe(ExitCode.CannotWrite);
            _city.Run("prove", "0").Code.ShouldBe(ExitCode.Done);
        }

        _city.Size.ShouldBe(1);
    }

    [Fact]
    public void A_folder_without_a_log_is_told_how_to_get_one()
    {
        foreach (string[] line in (string[][])[
            ["import", "a", "b"], ["result", "a", "c1"], ["prove", "a", "0"], ["erase", "a", "0", "--ground", "b"]])
        {
            Outcome outcome = Running.Cli(line);
            outcome.Code.ShouldBe(ExitCode.NoInput);
            outcome.Error.ShouldContain("gouvernail init a --origin NAME");
        }
    }

    [Fact]
    public void A_log_that_was_tampered_with_is_not_written_to()
    {
        File.WriteAllText(Path.Combine(_city.Folder, "journal.db"), "this is no database at all, only words");
        foreach (string[] line in (string[][])[
            ["import", _city.Desk.Conversation()], ["result", "c1"], ["prove", "0"], ["erase", "0", "--ground", "b"]])
        {
            Outcome outcome = _city.Run(line);
            outcome.Code.ShouldBe(ExitCode.Tampered);
            outcome.Error.ShouldStartWith($"gouvernail: {_city.Folder}: ");
        }
    }

    [Fact]
    public void A_store_older_than_what_was_signed_is_not_written_to()
    {
        string copy = _city.Desk.At("copy.db");
        File.Copy(Path.Combine(_city.Folder, "journal.db"), copy);
        _city.Import();
        foreach (string rest in (string[])["-wal", "-shm"])
        {
            File.Delete(Path.Combine(_city.Folder, "journal.db" + rest));
        }

        File.Copy(copy, Path.Combine(_city.Folder, "journal.db"), overwrite: true);
        Outcome outcome = _city.Run("import", _city.Desk.Conversation());
        outcome.Code.ShouldBe(ExitCode.Tampered);
        outcome.Error.ShouldContain("entries are missing");
    }

    /// <summary>Ctrl+C as soon as the log is being written.</summary>
    private sealed class StopsAtLogging(StringWriter error, CancellationTokenSource stop) : StringWriter
    {
        public override void Write(string? value)
        {
            error.Write(value);
            if (value?.Contains("Writing to the log", StringComparison.Ordinal) == true)
            {
                stop.Cancel();
            }
        }

        public override void WriteLine(string? value) => error.WriteLine(value);
    }

    /// <summary>Two seconds pass at each look.</summary>
    private sealed class RunningClock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Add(ref _now, 2);
    }
}
