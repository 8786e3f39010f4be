using System.Text.Json;
using Gouvernail.Cli.Tests.Logs;

namespace Gouvernail.Cli.Tests.Petitions;

public sealed class PetitionCommandTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public void From_the_threshold_to_the_answer_everything_is_done_by_commands_and_the_log_holds()
    {
        string[] codes = Codes(5);
        JsonElement set = Done("thresholds", "--debate", "4", "--roll", "c1", "--days", "10");
        City.Names(set).ShouldBe(["debate", "rung", "roll", "days", "index", "checkpoint"]);
        set.GetProperty("rung").GetString().ShouldBe("code");

        JsonElement started = Start(codes[0]);
        City.Names(started).ShouldBe(["petition", "signatures", "threshold", "passed", "index", "checkpoint"]);
        started.GetProperty("petition").GetString().ShouldBe("p1");
        started.GetProperty("signatures").GetInt32().ShouldBe(1);
        Done("sign", "p1", "--code", codes[1].ToLowerInvariant()).GetProperty("signatures").GetInt32().ShouldBe(2);

        string piped = $"{codes[2]}\n\n  {codes[3]}  \r\n{codes[1]}\n0000-0000-0000-0000\n{codes[4]}";
        JsonElement many = City.Object(Running.CliFrom(
            piped, "petition", "sign", _city.Folder, "p1", "--codes", "-", "--json"));
        many.GetProperty("signed").GetInt32().ShouldBe(3);
        many.GetProperty("refused").EnumerateArray()
            .Select(one => (one.GetProperty("line").GetInt32(), one.GetProperty("why").GetString()))
            .ShouldBe([(4, "signed-already"), (5, "no-such-code")]);
        many.GetProperty("passed").GetBoolean().ShouldBeTrue();
        many.GetProperty("signatures").GetInt32().ShouldBe(5);
        _city.Entries().Count(entry => entry.Kind == "petition-passed").ShouldBe(1);

        Done("answer", "p1", "--from", "The council", "--text", "We plant ten limes.");
        Refused("this petition has passed: what it decided stands", "close", "p1", "--reason", "Enough.");
        JsonElement shown = Done("show", "p1");
        shown.GetProperty("answers").GetInt32().ShouldBe(1);
        shown.GetProperty("passed").GetString().ShouldNotBeNull();
        Done("list").GetProperty("petitions").GetArrayLength().ShouldBe(1);

        Running.Cli("verify", _city.Folder).Code.ShouldBe(ExitCode.Done);
        string bundle = _city.Desk.At("public");
        Running.Cli("export", _city.Folder, bundle).Code.ShouldBe(ExitCode.Done);
        Outcome verified = Running.Cli("verify", bundle, "--vkey", _city.Vkey);
        verified.Code.ShouldBe(ExitCode.Done, verified.Output + verified.Error);
        verified.Output.ShouldNotContain("sealed payloads are not published");
    }

    [Fact]
    public void What_is_said_to_people_names_numbers_lines_and_reasons_and_never_a_code()
    {
        string[] codes = Codes(2);
        Done("thresholds", "--suspension", "1000", "--debate", "3", "--roll", "c1");
        Start(codes[0]);
        Outcome signed = Running.CliFrom(
            codes[0] + "\n" + codes[1] + "\n", "petition", "sign", _city.Folder, "p1", "--codes", "-");
        signed.Error.ShouldBe("");
        signed.Output.ShouldBe(
            """
            Signed: 1. Refused: 1.
              line 1: you have signed this petition already: a person signs once
            2 signatures of 3.

            """.ReplaceLineEndings("\n"));
        Run("close", "p1", "--reason", "A double.").Output.ShouldStartWith("Stopped petition p1.");
        string shown = Run("show", "p1").Output;
        shown.ShouldContain("Title         Plant trees");
        shown.ShouldContain("2 / 3");
        shown.ShouldContain("stopped: A double.");
        Run("list", "--lang", "fr").Output.ShouldContain("2 / 3  arrêtée  Débat  Plant trees");
        Refused("A double.", "sign", "p1", "--code", codes[1]);
    }

    [Fact]
    public void What_cannot_be_is_refused_and_changes_nothing()
    {
        string[] codes = Codes(1);
        Refused("nobody has said in advance", "start", "--effect", "debate", "--title", "A", "--text", "B", "--code",
            codes[0]);
        Refused("there is no consultation c9", "thresholds", "--debate", "3", "--roll", "c9");
        Refused("name the consultation", "thresholds", "--debate", "3");
        Done("thresholds", "--debate", "3", "--suspension", "9", "--roll", "c1");
        string before = _city.State();
        Refused("there is no such automaton", "start", "--effect", "suspension", "--automaton", "a9", "--title", "A",
            "--text", "B", "--code", codes[0]);
        Refused("this code lets nobody in", "start", "--effect", "debate", "--title", "A", "--text", "B", "--code",
            "0000");
        Refused("there is no petition p7", "sign", "p7", "--code", codes[0]);
        Refused("there is no petition p7", "show", "p7");
        Run("sign", "p7", "--codes", _city.Desk.At("nothing")).Code.ShouldBe(ExitCode.NoInput);
        _city.State().ShouldBe(before);
    }

    [Fact]
    public void Codes_alone_go_to_the_output_and_their_secrecy_is_said_beside_them()
    {
        _city.Import();
        Outcome outcome = _city.Run("invite", "c1", "--count", "3", "--expires", "2100-12-31");
        outcome.Code.ShouldBe(ExitCode.Done);
        outcome.Output.ShouldMatch("^([0-9A-Z]{4}(-[0-9A-Z]{4}){3}\n){3}$");
        outcome.Error.ShouldContain("Each code is secret");
        JsonElement more = _city.Done("invite", "c1", "--count", "2", "--label", "letters");
        more.GetProperty("first").GetInt32().ShouldBe(4);
        more.GetProperty("codes").GetArrayLength().ShouldBe(2);
        outcome.Output.ShouldNotContain(more.GetProperty("codes")[0].GetString()!);
        _city.Run("invite", "c9", "--count", "1").Error.ShouldContain("there is no consultation c9");
        _city.Run("invite", "c1", "--count", "1", "--expires", "2001-01-01").Code.ShouldBe(ExitCode.BadInput);
    }

    [Theory]
    [InlineData("petition", "which command?")]
    [InlineData("petition riot", "unknown command")]
    [InlineData("petition thresholds", "which data folder?")]
    [InlineData("petition thresholds a", "how many signatures?")]
    [InlineData("petition thresholds a --debate 0", "--debate does not take \"0\"")]
    [InlineData("petition thresholds a --debate 1 --rung host", "Expected: open, code, member")]
    [InlineData("petition start a --effect riot", "--effect does not take \"riot\"")]
    [InlineData("petition start a --effect debate --text b", "--title is missing")]
    [InlineData("petition start a --effect debate --title c --text b --start noon", "--start does not take \"noon\"")]
    [InlineData("petition sign a", "which petition?")]
    [InlineData("petition sign a p1", "whose signature?")]
    [InlineData("petition sign a p1 --code x --codes -", "do not go together")]
    [InlineData("petition answer a p1 --text x", "--from is missing")]
    [InlineData("petition close a p1", "--reason is missing")]
    [InlineData("invite a", "which consultation?")]
    [InlineData("invite a c1", "how many invitations?")]
    [InlineData("invite a c1 --count 1 --expires tomorrow", "Expected: a day")]
    public void A_fault_of_usage_is_named(string line, string message)
    {
        Outcome outcome = Running.Cli(line.Split(' '));
        outcome.Code.ShouldBe(ExitCode.Usage);
        outcome.Error.ShouldContain(message);
        Running.Cli([.. line.Split(' '), "--lang=fr"]).Error.ShouldNotContain(message);
    }

    private string[] Codes(int count)
    {
        _city.Import();
        return [.. _city.Done("invite", "c1", "--count", $"{count}").GetProperty("codes").EnumerateArray()
            .Select(code => code.GetString()!)];
    }

    private JsonElement Start(string code) => Done(
        "start", "--effect", "debate", "--title", "Plant trees", "--text", "It is hot.", "--asked-by", "Neighbours",
        "--start", "2030-05-01T18:30", "--place", "Square", "--code", code);

    private JsonElement Done(string command, params string[] args)
    {
        Outcome outcome = Run(command, [.. args, "--json"]);
        outcome.Error.ShouldBe("");
        outcome.Code.ShouldBe(ExitCode.Done);
        return City.Object(outcome);
    }

    private void Refused(string message, string command, params string[] args)
    {
        Outcome outcome = Run(command, args);
        outcome.Code.ShouldBe(ExitCode.BadInput, outcome.Error);
        outcome.Bytes.ShouldBeEmpty();
        outcome.Error.ShouldContain(message);
    }

    private Outcome Run(string command, params string[] args) =>
        Running.Cli(["petition", command, _city.Folder, .. args]);
}
