using System.Text.Json;

namespace Gouvernail.Cli.Tests;

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
        list.Error.ShouldContain("ghost, phantom.");
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

    private Outcome Polis(params string[] options) => Running.Cli(
        ["map", _desk.Conversation(), "--method", "polis/1", "--json", "-", .. options]);
}
