using System.Text;
using System.Text.Json;

namespace Gouvernail.Cli.Tests.Maps;

public sealed class PinsTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("""[{"id":0,"members":[0,1,"2"],"x":1.5,"y":-2},{"id":1,"members":["3",4],"x":-1e0,"y":0}]""")]
    [InlineData("""{"id":[0,1],"members":[[0,1,2],["3","4"]],"x":[1.5,-1],"y":[-2,0],"count":[3,2]}""")]
    [InlineData("""{"n":5,"base-clusters":{"id":[0,1],"members":[[0,1,2],[3,4]],"x":[1.5,-1],"y":[-2,0]},"z":[{}]}""")]
    [InlineData("""{"baseClusters":[{"y":-2,"x":1,"members":[0,1,2],"id":0},{"id":1,"members":[3,4],"x":-1,"y":0}]}""")]
    public void Base_clusters_are_read_in_each_shape(string json)
    {
        Outcome outcome = Polis("--base-clusters", _desk.File("bases.json", json));
        outcome.Error.ShouldBe("");
        using var result = JsonDocument.Parse(outcome.Bytes);
        JsonElement groups = result.RootElement.GetProperty("groups");
        groups.GetArrayLength().ShouldBe(2);
        groups.EnumerateArray().Sum(g => g.GetProperty("size").GetInt32()).ShouldBe(5);
    }

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("7", 1, 1)]
    [InlineData("[1]", 1, 2)]
    [InlineData("[\n  {\"id\":0,\n   \"members\":[0],\n   \"x\":\"left\", \"y\":0}]", 4, 8)]
    [InlineData("[{\"id\":0.5,\"members\":[0],\"x\":0,\"y\":0}]", 1, 8)]
    [InlineData("[{\"id\":0,\"members\":[true],\"x\":0,\"y\":0}]", 1, 21)]
    [InlineData("[{\"id\":0,\"members\":0,\"x\":0,\"y\":0}]", 1, 20)]
    [InlineData("[{\"id\":0,\"x\":0,\"y\":0}]", 1, 21)]
    [InlineData("{\"id\":[0,1],\"members\":[[0]],\"x\":[0],\"y\":[0]}", 1, 44)]
    [InlineData("[{\"id\":0,\"members\":[0],\"x\":1e999,\"y\":0}]", 1, 28)]
    [InlineData("[{\"id\":0,\"members\":[],\"x\":0,\"y\":0}]", 1, 21)]
    [InlineData("[{\"id\":0,\"members\":[\"\\ud800\"],\"x\":0,\"y\":0}]", 1, 21)]
    [InlineData("[{\"id\":7,\"members\":[0],\"x\":0,\"y\":0},\n{\"id\":7,\"members\":[1],\"x\":0,\"y\":0}]", 2, 7)]
    [InlineData("{\"id\":[7,7],\"members\":[[0],[1]],\"x\":[0,0],\"y\":[0,0]}", 1, 10)]
    public void Bad_base_clusters_are_told_with_their_place(string json, int line, int column)
    {
        Outcome outcome = Polis("--base-clusters", _desk.File("bases.json", json));
        outcome.Code.ShouldBe(ExitCode.BadInput);
        outcome.Error.ShouldContain($"line {line}, column {column}:");
        outcome.Error.ShouldContain("Expected: ");
        outcome.Bytes.ShouldBeEmpty();
        Outcome french = Polis("--base-clusters", _desk.At("bases.json"), "--lang", "fr");
        french.Error.ShouldContain($"ligne {line}, colonne {column}\u00a0: ");
        french.Error.ShouldContain(". Attendu\u00a0: ");
    }

    [Theory]
    [InlineData("[{\"id\":0,\"members\":[0],\"x\":0,")]
    [InlineData("[]]")]
    [InlineData("{\"id\":[0],,}")]
    public void What_is_not_JSON_is_told(string json)
    {
        Outcome outcome = Polis("--base-clusters", _desk.File("bases.json", json));
        outcome.Code.ShouldBe(ExitCode.BadInput);
        outcome.Error.ShouldContain("line 1, column ");
        outcome.Error.ShouldContain("not valid JSON");
        Polis("--base-clusters", _desk.At("bases.json"), "--lang", "fr").Error
            .ShouldContain("\u00a0: JSON mal formé. ");
    }

    [Fact]
    public void The_participants_to_group_can_be_pinned()
    {
        string list = _desk.File("ids.txt", "\uFEFF5\r\n0\n\n 7 \n11\n");
        Outcome outcome = Polis("--in-conversation", list);
        outcome.Error.ShouldBe("");
        using var result = JsonDocument.Parse(outcome.Bytes);
        result.RootElement.GetProperty("grouped").GetInt32().ShouldBe(4);
    }

    [Fact]
    public void Unknown_participants_are_named()
    {
        Outcome list = Polis("--in-conversation", _desk.File("ids.txt", "0\nghost\n1\nphantom\n"));
        list.Code.ShouldBe(ExitCode.BadInput);
        list.Error.ShouldContain("ghost (line 2), phantom (line 4).");
        Polis("--in-conversation", _desk.At("ids.txt"), "--lang", "fr").Error
            .ShouldContain("ghost (ligne 2), phantom (ligne 4).");
        Outcome bases = Polis(
            "--base-clusters", _desk.File("bases.json", """[{"id":0,"members":[0,9999],"x":0,"y":0}]"""));
        bases.Code.ShouldBe(ExitCode.BadInput);
        bases.Error.ShouldContain("9999");
    }

    [Fact]
    public void Nobody_stands_in_two_base_clusters()
    {
        const string Json = """[{"id":0,"members":[3,4],"x":0,"y":0},{"id":1,"members":[5,4],"x":1,"y":0}]""";
        Outcome outcome = Polis("--base-clusters", _desk.File("bases.json", Json));
        outcome.Code.ShouldBe(ExitCode.BadInput);
        outcome.Error.ShouldContain("participant 4");
    }

    [Fact]
    public void A_missing_list_is_a_missing_input()
    {
        Polis("--in-conversation", _desk.At("nothing")).Code.ShouldBe(ExitCode.NoInput);
        Polis("--base-clusters", _desk.At("nothing")).Code.ShouldBe(ExitCode.NoInput);
    }

    [Fact]
    public void A_participant_listed_twice_is_told_with_both_lines()
    {
        string list = _desk.File("ids.txt", "0\n\n1\n 0\n");
        ShouldBeBad("--in-conversation", list, "ids.txt, line 4: \"0\" again", "stands on line 1");
    }

    [Theory]
    [InlineData("--in-conversation", "", "no participant")]
    [InlineData("--in-conversation", "\n \n", "no participant")]
    [InlineData("--base-clusters", "[]", "no base cluster")]
    [InlineData("--base-clusters", "{\"id\":[],\"members\":[],\"x\":[],\"y\":[]}", "no base cluster")]
    public void A_pin_that_holds_nobody_is_refused(string option, string content, string found) =>
        ShouldBeBad(option, _desk.File("pin", content), $"pin: {found}");

    [Theory]
    [InlineData("--in-conversation")]
    [InlineData("--base-clusters")]
    public void A_pin_that_is_not_UTF8_is_refused_for_what_it_is(string option)
    {
        string pin = _desk.At("pin");
        File.WriteAllText(pin, "[0]\n", Encoding.Unicode);
        ShouldBeBad(option, pin, "a file in UTF-16", "text in UTF-8");
        File.WriteAllText(pin, "[0]\n", Encoding.BigEndianUnicode);
        ShouldBeBad(option, pin, "a file in UTF-16");
        File.WriteAllBytes(pin, [.. "[\0"u8]);
        ShouldBeBad(option, pin, "a zero byte");
        File.WriteAllBytes(pin, [(byte)'"', 0xE9, (byte)'"']);
        ShouldBeBad(option, pin, "bytes that are not UTF-8");
    }

    [Theory]
    [InlineData("--in-conversation")]
    [InlineData("--base-clusters")]
    public void A_folder_is_no_pin(string option)
    {
        Outcome outcome = Polis(option, _desk.Conversation());
        outcome.Code.ShouldBe(ExitCode.NoInput);
        outcome.Error.ShouldContain("it is a folder");
    }

    private void ShouldBeBad(string option, string pin, params string[] said)
    {
        Outcome outcome = Polis(option, pin);
        outcome.Code.ShouldBe(ExitCode.BadInput);
        outcome.Bytes.ShouldBeEmpty();
        said.ShouldAllBe(words => outcome.Error.Contains(words, StringComparison.Ordinal));
        outcome.Error.ShouldContain("Expected: ");
        string french = Polis(option, pin, "--lang", "fr").Error;
        french.ShouldContain(". Attendu\u00a0: ");
        french.ShouldNotContain(said[0]);
    }

    private Outcome Polis(params string[] options) => Running.Cli(
        ["map", _desk.Conversation(), "--method", "polis/1", "--json", "-", .. options]);
}
