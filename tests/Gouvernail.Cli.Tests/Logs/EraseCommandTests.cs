using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gouvernail.Journals;

namespace Gouvernail.Cli.Tests.Logs;

public sealed class EraseCommandTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public void From_founding_to_erasing_every_proof_holds()
    {
        JsonElement imported = _city.Import();
        long vote = imported.GetProperty("entries").GetInt64();
        _city.Done("result", "c1", "--bootstrap", "0");
        byte[] early = _city.Run("prove", $"{vote}").Bytes;
        ShouldHold(early);

        JsonElement erased = _city.Done("erase", $"{vote}", "--ground", "request of the person concerned");
        City.Names(erased).ShouldBe(["erased", "index", "ground", "authority", "checkpoint"]);
        erased.GetProperty("erased").GetInt64().ShouldBe(vote);
        erased.GetProperty("authority").GetString().ShouldBe("facilitators");
        long index = erased.GetProperty("index").GetInt64();
        index.ShouldBe(_city.Size - 1);
        Tombstone.Read(_city.Entries()[(int)index])
            .ShouldBe(new Tombstone(vote, "request of the person concerned", "facilitators"));

        ShouldHold(early);
        ShouldHold(_city.Run("prove", $"{vote}").Bytes);
        ShouldHold(_city.Run("prove", $"{index}").Bytes);
        _city.Replay("c1").Closed.ShouldBe([vote]);
    }

    [Fact]
    public void What_was_erased_is_in_no_file_of_the_folder()
    {
        const string Sentence = "A sentence that somebody wants to be forgotten";
        string conversation = _city.Desk.Conversation();
        string comments = Path.Combine(conversation, "comments.csv");
        File.WriteAllText(
            comments, Regex.Replace(File.ReadAllText(comments), ",1,0,1,(?=[A-Z])", $",1,0,1,{Sentence} "));
        _city.Done("import", conversation);
        Holders(Sentence).ShouldNotBeEmpty();
        foreach ((Entry entry, int index) in _city.Entries().Select((entry, index) => (entry, index)).ToArray())
        {
            if (entry.Kind == "statement-proposed")
            {
                _city.Done("erase", $"{index}", "--ground", "asked for");
            }
        }

        Holders(Sentence).ShouldBeEmpty();
    }

    [Fact]
    public void It_is_said_in_words_with_what_stays_out_of_reach()
    {
        _city.Import();
        Outcome outcome = _city.Run("erase", "2", "--ground", "asked for", "--authority", "the judge");
        outcome.Error.ShouldBe("");
        outcome.Output.ShouldStartWith("Erased what entry 2 sealed. Entry ");
        outcome.Output.ShouldContain("beyond reach");
        outcome.Output.ShouldMatch(@"Next: gouvernail prove \S+ \d+ --out erasure\.tlog-proof\n$");
        Tombstone.Read(_city.Entries()[^1])!.Authority.ShouldBe("the judge");
        string french = _city.Run("erase", "4", "--ground", "demandé", "--lang", "fr").Output;
        french.ShouldStartWith("Effacé, ce que l’entrée 4 mettait sous sceau.");
        french.ShouldContain("hors d’atteinte\u00a0: ");
    }

    [Fact]
    public void What_cannot_be_erased_is_refused_and_changes_nothing()
    {
        _city.Import();
        _city.Done("erase", "2", "--ground", "asked for");
        string before = _city.State();
        ShouldBeRefused("is erased already.", "2", "--ground", "asked for");
        ShouldBeRefused("entry 0 (community-founded) is public", "0", "--ground", "asked for");
        ShouldBeRefused("the log has no entry 99999999.", "99999999", "--ground", "asked for");
        ShouldBeRefused("of at most 2000 characters each.", "4", "--ground", new string('a', 2001));
        ShouldBeRefused("of at most 2000 characters each.", "4", "--ground", "a", "--authority", new string('a', 2001));
        _city.Run("erase", "2", "--ground", "a", "--lang", "fr").Error.ShouldContain("est déjà effacé.");
        _city.State().ShouldBe(before);
    }

    [Theory]
    [InlineData("erase", "which data folder?")]
    [InlineData("erase a", "which entry?")]
    [InlineData("erase a b --ground c", "a whole number from 0")]
    [InlineData("erase a 1", "on which ground?")]
    [InlineData("erase a 1 --ground", "--ground needs a value")]
    public void A_fault_of_usage_is_named(string line, string message)
    {
        Outcome outcome = Running.Cli(line.Split(' '));
        outcome.Code.ShouldBe(ExitCode.Usage);
        outcome.Error.ShouldContain(message);
        Running.Cli([.. line.Split(' '), "--lang=fr"]).Error.ShouldNotContain(message);
    }

    [Fact]
    public void The_help_warns_of_what_is_public_and_of_what_can_be_worked_out()
    {
        string help = Running.Cli("erase", "--help").Output;
        help.ShouldContain("PUBLIC FOR EVER");
        help.ShouldContain("can\n    find the one vote");
    }

    private void ShouldBeRefused(string message, params string[] args)
    {
        Outcome outcome = _city.Run(["erase", .. args]);
        outcome.Code.ShouldBe(ExitCode.BadInput);
        outcome.Bytes.ShouldBeEmpty();
        outcome.Error.ShouldContain(message);
    }

    private void ShouldHold(byte[] receipt)
    {
        string file = _city.Desk.At("a.tlog-proof");
        File.WriteAllBytes(file, receipt);
        Outcome outcome = Running.Cli("check-receipt", file, "--vkey", _city.Vkey);
        outcome.Error.ShouldBe("");
        outcome.Code.ShouldBe(ExitCode.Done);
    }

    private string[] Holders(string text) => [.. Directory.GetFiles(_city.Folder, "*", SearchOption.AllDirectories)
        .Where(file => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0)];
}
