using System.Text;
using System.Text.Json;
using Gouvernail.Aggregate.Results;
using Gouvernail.Journals;

namespace Gouvernail.Cli.Tests.Logs;

public sealed class ResultCommandTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public void A_result_is_logged_over_what_came_before_it()
    {
        _city.Import();
        long size = _city.Size;
        JsonElement done = _city.Done("result", "c1", "--method", "opinion-map/1", "--bootstrap", "5");
        City.Names(done).ShouldBe(
        [
            "consultation", "method", "version", "parameters", "index", "size", "root", "output", "blob", "checkpoint",
        ]);
        done.GetProperty("consultation").GetString().ShouldBe("c1");
        done.GetProperty("method").GetString().ShouldBe("opinion-map");
        done.GetProperty("version").GetString().ShouldBe("1");
        done.GetProperty("parameters").GetRawText().ShouldBe("""{"resamples":5}""");
        done.GetProperty("index").GetInt64().ShouldBe(size);
        done.GetProperty("size").GetInt64().ShouldBe(size);
        done.GetProperty("checkpoint").GetProperty("size").GetInt64().ShouldBe(size + 1);

        string output = done.GetProperty("output").GetString()!;
        byte[] blob = File.ReadAllBytes(done.GetProperty("blob").GetString()!);
        Blobs.NameOf(blob).ShouldBe(output);
        ResultPublished.TryRead(_city.Entries()[(int)size], out ResultPublished? logged).ShouldBeTrue();
        logged!.Output.ShouldBe(output);
        logged.Root.ToString().ShouldBe(done.GetProperty("root").GetString());
    }

    [Fact]
    public void It_is_said_in_words_with_what_to_do_next()
    {
        _city.Import();
        Outcome outcome = _city.Run("result", "c1", "--bootstrap", "0");
        outcome.Error.ShouldBe("");
        outcome.Output.ShouldStartWith("Published opinion-map/1 of consultation c1, as entry ");
        outcome.Output.ShouldMatch(@"  Over          the first [\d,]+ entries of the log\n  Root          \S{44}\n");
        outcome.Output.ShouldMatch(@"  Hash          [0-9a-f]{64}\n  Output        \S+/blobs/[0-9a-f]{64}\n");
        outcome.Output.ShouldMatch(@"Next: gouvernail prove \S+ \d+ --out result\.tlog-proof\n$");
        string french = _city.Run("result", "c1", "--bootstrap", "0", "--lang", "fr").Output;
        french.ShouldContain("  Empreinte     ");
        french.ShouldContain("Ensuite\u00a0: ");
    }

    [Fact]
    public void The_same_conversation_gives_the_same_result_whoever_logs_it_and_in_any_order()
    {
        string conversation = _city.Desk.Conversation();
        _city.Done("import", conversation);
        JsonElement here = _city.Done("result", "c1", "--bootstrap", "10");

        using var other = new City();
        string shuffled = other.Desk.Conversation();
        string[] rows = File.ReadAllLines(Path.Combine(shuffled, "votes.csv"));
        IEnumerable<string> otherwise = rows.Skip(1).OrderBy(row => Blobs.NameOf(Encoding.UTF8.GetBytes(row)));
        File.WriteAllLines(Path.Combine(shuffled, "votes.csv"), otherwise.Prepend(rows[0]));
        other.Done("import", shuffled);
        JsonElement there = other.Done("result", "c1", "--bootstrap", "10", "--threads", "2");

        there.GetProperty("output").GetString().ShouldBe(here.GetProperty("output").GetString());
        there.GetProperty("root").GetString().ShouldNotBe(here.GetProperty("root").GetString());
        other.Pseudonyms("c1").Intersect(_city.Pseudonyms("c1")).ShouldBeEmpty();
    }

    [Fact]
    public void Another_method_can_be_asked_for()
    {
        _city.Import();
        JsonElement done = _city.Done("result", "c1", "--method", "polis/1");
        done.GetProperty("method").GetString().ShouldBe("polis");
        done.GetProperty("parameters").GetRawText().ShouldBe("{}");
    }

    [Fact]
    public void The_list_of_consultations_answers_a_wrong_one()
    {
        Outcome none = _city.Run("result", "c1");
        none.Code.ShouldBe(ExitCode.BadInput);
        none.Error.ShouldContain("no consultation in this log yet");
        _city.Import();
        string before = _city.State();
        Outcome outcome = _city.Run("result", "c7");
        outcome.Code.ShouldBe(ExitCode.BadInput);
        outcome.Bytes.ShouldBeEmpty();
        outcome.Error.ShouldContain("there is no consultation c7 in this log. There are:\n  c1  What place should AI");
        _city.Run("result", "c7", "--lang", "fr").Error.ShouldContain("Il y a\u00a0:\n  c1  ");
        _city.State().ShouldBe(before);
    }

    [Theory]
    [InlineData("result", "which data folder?")]
    [InlineData("result a", "which consultation?")]
    [InlineData("result a c1 --method polis", "Expected: opinion-map/1, polis/1")]
    [InlineData("result a c1 --bootstrap -1", "a whole number from 0 to 10000")]
    [InlineData("result a c1 --method polis/1 --bootstrap 5", "--bootstrap does not go with polis/1")]
    [InlineData("result a c1 --threads 0", "a whole number from 1")]
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
    public void A_conversation_of_Polis_gives_in_the_log_what_it_gives_on_the_map()
    {
        string published = RealConversation("vtaiwan.uberx");
        _city.Done("import", published);
        JsonElement done = _city.Done("result", "c1", "--bootstrap", "0");
        JsonElement logged = City.Object(
            new Outcome(ExitCode.Done, File.ReadAllBytes(done.GetProperty("blob").GetString()!), ""));
        JsonElement drawn = City.Object(Running.Cli("map", published, "--json", "-", "--bootstrap", "0"));
        foreach (string name in (string[])["participants", "statements", "votes", "grouped"])
        {
            logged.GetProperty(name).GetInt32().ShouldBe(drawn.GetProperty(name).GetInt32());
        }

        GroupSizes(logged).ShouldBe(GroupSizes(drawn));
        CommonGround(logged).ShouldBe(CommonGround(drawn));
    }

    private static int[] GroupSizes(JsonElement map) => [.. map.GetProperty("groups").EnumerateArray()
        .Select(g => g.GetProperty("members").GetArrayLength()).OrderDescending()];

    private static string[] CommonGround(JsonElement map) => [.. map.GetProperty("commonGround").EnumerateArray()
        .Select(item => item.GetProperty("statement").ToString())];

    private static string RealConversation(string name)
    {
        for (DirectoryInfo? up = new(AppContext.BaseDirectory); up is not null; up = up.Parent)
        {
            string folder = Path.Combine(up.FullName, "shared", "data", "polis", name);
            if (Directory.Exists(folder))
            {
                return folder;
            }
        }

        Assert.Skip("The openData conversations are not in a folder shared/data beside the repository.");
        return "";
    }
}
