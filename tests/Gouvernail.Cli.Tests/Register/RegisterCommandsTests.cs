using System.Text;
using System.Text.Json;
using Gouvernail.Cli.Tests.Logs;
using Gouvernail.Verify.Register;

namespace Gouvernail.Cli.Tests.Register;

/// <summary>The register of automata from the command line.</summary>
public sealed class RegisterCommandsTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public void From_a_first_card_to_retirement_everything_is_in_the_register()
    {
        JsonElement added = Done("add", File("card.json", Card("one", "1")));
        City.Names(added).ShouldBe(["automaton", "version", "digest", "index", "missing", "checkpoint"]);
        added.GetProperty("automaton").GetString().ShouldBe("a1");
        added.GetProperty("missing").GetArrayLength().ShouldBeGreaterThan(10);
        string second = File("second.json", Card("one", "2"));
        Done("add", second, "--automaton", "a1").GetProperty("version").GetInt32().ShouldBe(2);
        Run("add", second, "--automaton", "a1").Code.ShouldBe(ExitCode.BadInput);
        Run("add", second, "--automaton", "a7").Error.ShouldContain("no automaton a7");

        JsonElement shown = Done("show", "a1");
        City.Names(shown).ShouldBe(["automaton", "versions", "disclosures", "missing", "card"]);
        shown.GetProperty("disclosures").GetProperty("cost").GetString().ShouldBe("refused");
        shown.GetProperty("disclosures").GetProperty("task").GetString().ShouldBe("missing");
        Read(shown.GetProperty("card").GetRawText()).Version.ShouldBe("2");
        Run("show", "a1").Output.ShouldContain("REFUSED: a trade secret");
        Run("show", "a1", "--lang", "fr").Output.ShouldContain("REFUSÉ\u00a0: a trade secret");
        Run("show", "a2").Code.ShouldBe(ExitCode.BadInput);

        Done("retire", "a1", "--reason", "replaced").GetProperty("index").GetInt64().ShouldBe(_city.Size - 1);
        Run("retire", "a1", "--reason", "again").Error.ShouldContain("a1 is retired");
        Done("show", "a1").GetProperty("retired").GetProperty("reason").GetString().ShouldBe("replaced");
    }

    [Fact]
    public void A_card_that_is_wrong_is_told_in_full_and_changes_nothing()
    {
        string before = _city.State();
        Outcome outcome = Run("add", File("card.json", """{"_type":"x","nam":"a","purposes":["A"]}"""));
        outcome.Code.ShouldBe(ExitCode.BadInput);
        outcome.Error.ShouldContain("/_type: \"x\". Expected: one of gouvernail/system-card/v1");
        outcome.Error.ShouldContain("did you mean name?");
        outcome.Error.ShouldContain("/purposes/0");
        Run("add", _city.Desk.At("nothing.json")).Code.ShouldBe(ExitCode.NoInput);
        _city.State().ShouldBe(before);
    }

    [Fact]
    public void The_register_is_listed_and_searched()
    {
        Done("add", File("one.json", Card("Énergie", "1")));
        Done("add", File("two.json", Card("Water", "1")));
        JsonElement list = Done("list");
        list.GetProperty("all").GetInt32().ShouldBe(2);
        City.Names(list.GetProperty("automata")[0])
            .ShouldBe(["automaton", "name", "class", "digest", "versions", "retired"]);
        Done("list", "--search", "energie").GetProperty("automata")[0].GetProperty("automaton").GetString()
            .ShouldBe("a1");
        Done("list", "--class", "outil").GetProperty("automata").GetArrayLength().ShouldBe(2);
        Done("list", "--class", "produit").GetProperty("automata").GetArrayLength().ShouldBe(0);
        Run("list").Output.ShouldContain("Water (tool)");
    }

    [Theory]
    [InlineData("cyclonedx")]
    [InlineData("huggingface")]
    [InlineData("card")]
    public void A_card_goes_out_and_comes_back(string format)
    {
        Done("add", File("one.json", Card("one", "1")));
        Done("add", File("two.json", Card("one", "2")), "--automaton", "a1");
        string file = _city.Desk.At("exported");
        Run("export", "a1", "--format", format, "--version", "1", "--out", file).Error.ShouldBe("");
        Run("export", "a1", "--format", format, "--version", "1").Bytes
            .ShouldBe(System.IO.File.ReadAllBytes(file));
        string before = _city.State();
        JsonElement tried = Done("import", file, "--format", format, "--dry-run");
        _city.State().ShouldBe(before);
        tried.GetProperty("cards")[0].GetProperty("leftOut").GetArrayLength().ShouldBe(0);
        Done("import", file, "--format", format, "--automaton", "a1");
        Done("show", "a1").GetProperty("card").GetProperty("version").GetString().ShouldBe("1");
        Run("export", "a1", "--format", format, "--version", "9").Code.ShouldBe(ExitCode.BadInput);
    }

    [Fact]
    public void What_a_format_would_refuse_is_told_beside_the_file()
    {
        Done("add", File("one.json", Card("one", "1")));
        Outcome outcome = Run("export", "a1", "--format", "dutch");
        outcome.Code.ShouldBe(ExitCode.Done);
        outcome.Error.ShouldContain("/deployer/name: nothing that the field organization can hold");
        outcome.Output.ShouldContain("\"standard_version\": \"1.0.0\"");
    }

    [Fact]
    public void A_table_of_records_is_filed_whole_or_not_at_all()
    {
        string table = File("atrs.csv", "tool_name,organisation,colour\nLetters,A ministry,red\nChat,A town,\n");
        JsonElement imported = Done("import", table, "--format", "atrs");
        imported.GetProperty("entries").GetInt32().ShouldBe(4);
        imported.GetProperty("cards")[0].GetProperty("noPlace")[0].GetString().ShouldBe("colour");
        Done("list").GetProperty("automata").EnumerateArray()
            .Select(automaton => automaton.GetProperty("name").GetString()).ShouldBe(["Letters", "Chat"]);
        string before = _city.State();
        Outcome wrong = Run("import", File("bad.csv", "name,phase\nOne,\n,idea\n"), "--format", "atrs");
        wrong.Code.ShouldBe(ExitCode.BadInput);
        wrong.Error.ShouldContain(":3/name");
        Run("import", table, "--format", "atrs", "--automaton", "a1").Error.ShouldContain("has 2 cards");
        _city.State().ShouldBe(before);
    }

    [Theory]
    [InlineData("register add", "which data folder?")]
    [InlineData("register add city", "which file?")]
    [InlineData("register import city file", "in which format?")]
    [InlineData("register import city file --format pdf", "--format does not take \"pdf\"")]
    [InlineData("register export city a1 --format atrs", "Expected: card, cyclonedx, huggingface, dutch")]
    [InlineData("register export city --format card", "which automaton?")]
    [InlineData("register list city --class thing", "--class does not take \"thing\"")]
    [InlineData("register retire city a1", "why?")]
    [InlineData("register", "which command?")]
    public void What_is_missing_is_asked_for(string line, string question)
    {
        Outcome outcome = Running.Cli(line.Split(' '));
        outcome.Code.ShouldBe(ExitCode.Usage);
        outcome.Error.ShouldContain(question);
    }

    private static string Card(string name, string version) => $$"""
        {
          "_type": "gouvernail/system-card/v1", "name": "{{name}}", "version": "{{version}}", "class": "tool",
          "cost": { "refused": "a trade secret" }
        }
        """;

    private static Card Read(string json) => Verify.Register.Card.Read(Encoding.UTF8.GetBytes(json)).Card!;

    private string File(string name, string text)
    {
        string path = _city.Desk.At(name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    private Outcome Run(string command, params string[] args) =>
        Running.Cli(["register", command, _city.Folder, .. args]);

    private JsonElement Done(string command, params string[] args)
    {
        Outcome outcome = Run(command, [.. args, "--json"]);
        outcome.Error.ShouldBe("");
        outcome.Code.ShouldBe(ExitCode.Done);
        return City.Object(outcome);
    }
}
