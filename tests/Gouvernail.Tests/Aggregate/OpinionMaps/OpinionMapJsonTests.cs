using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gouvernail.Aggregate.OpinionMaps;
using Gouvernail.Choice.Opinions;

namespace Gouvernail.Tests.Aggregate.OpinionMaps;

public sealed partial class OpinionMapJsonTests
{
    private static readonly string[] _order =
    [
        "method", "parameters", "participants", "statements", "votes", "grouped", "explained", "columns", "components",
        "center", "groups", "consensus", "commonGround", "divisive", "points", "statementPoints", "groupVotes",
        "routing", "stability", "silhouette", "statementList",
    ];

    [Fact]
    public void The_fields_stand_in_the_documented_order()
    {
        using JsonDocument json = JsonDocument.Parse(Bytes(Sample.Of().Map));
        json.RootElement.EnumerateObject().Select(p => p.Name).ShouldBe(_order);
    }

    [Fact]
    public void Every_field_written_is_documented_and_every_documented_field_is_written()
    {
        using JsonDocument json = JsonDocument.Parse(Bytes(Sample.Of().Map));
        var written = new SortedSet<string>(StringComparer.Ordinal);
        Collect(json.RootElement, "", written);
        var documented = new SortedSet<string>(StringComparer.Ordinal);
        foreach (Match row in DocumentedField().Matches(File.ReadAllText(Documentation())))
        {
            documented.Add(row.Groups[1].Value);
        }

        written.ShouldBe(documented);
    }

    [Fact]
    public void The_values_are_those_of_the_map()
    {
        OpinionMap map = Sample.Of().Map;
        using JsonDocument json = JsonDocument.Parse(Bytes(map));
        JsonElement root = json.RootElement;
        root.GetProperty("participants").GetInt32().ShouldBe(300);
        root.GetProperty("grouped").GetInt32().ShouldBe(map.Groups.Sum(g => g.Members.Count));
        root.GetProperty("groups")[1].GetProperty("members").GetArrayLength().ShouldBe(map.Groups[1].Members.Count);
        root.GetProperty("groups")[1].GetProperty("representative")[0].GetProperty("repnessTest").GetDouble()
            .ShouldBe(9.87654321);
        JsonElement ungrouped = root.GetProperty("points")[map.Points.ToList().FindIndex(p => p.Group < 0)];
        ungrouped.GetProperty("group").ValueKind.ShouldBe(JsonValueKind.Null);
        ungrouped.GetProperty("participant").ValueKind.ShouldBe(JsonValueKind.String);
        root.GetProperty("groupVotes").GetArrayLength().ShouldBe(map.Groups.Count * map.Statements.Count);
        root.GetProperty("statementList")[4].GetProperty("moderation").GetInt32().ShouldBe(-1);
        root.GetProperty("silhouette").EnumerateObject().Select(p => p.Name).ShouldBe(["2", "3", "4", "5"]);
        root.GetProperty("parameters").EnumerateObject().Select(p => p.Name).ShouldBe(["components", "seed"]);
        root.GetProperty("stability").GetProperty("resamples").GetInt32().ShouldBe(50);
        for (int p = 0; p < map.Points.Count; p++)
        {
            root.GetProperty("points")[p].GetProperty("x").GetDouble().ShouldBe(map.Points[p].X);
        }
    }

    [Fact]
    public void Without_resamples_stability_and_intervals_are_null()
    {
        using JsonDocument json = JsonDocument.Parse(Bytes(Sample.Of(resampled: false).Map));
        JsonElement root = json.RootElement;
        root.GetProperty("stability").ValueKind.ShouldBe(JsonValueKind.Null);
        root.GetProperty("groups")[0].GetProperty("stability").ValueKind.ShouldBe(JsonValueKind.Null);
        root.GetProperty("commonGround")[0].GetProperty("low").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void The_bytes_do_not_depend_on_the_culture()
    {
        OpinionMap map = Sample.Of().Map;
        byte[] plain = Bytes(map);
        byte[] abroad = [];
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "~";
        var thread = new Thread(() => abroad = Bytes(map)) { CurrentCulture = culture };
        thread.Start();
        thread.Join();
        abroad.ShouldBe(plain);
    }

    [Fact]
    public void The_file_has_no_mark_at_its_start_and_one_line_feed_at_its_end_and_readable_accents()
    {
        OpinionMap map = Sample.Of().Map with { Method = "é<&>'\"" };
        string text = Encoding.UTF8.GetString(Bytes(map));
        text.ShouldStartWith("{\n\"method\":\"é<&>'\\\"\",\n");
        text.ShouldEndWith("]\n}\n");
        text.Split('\n').Count(line => line.StartsWith("{\"participant\":", StringComparison.Ordinal)).ShouldBe(300);
    }

    [Fact]
    public void A_large_map_streams_in_small_writes()
    {
        var stream = new WriteSizes();
        OpinionMapJson.Write(stream, Sample.Of(people: 40_000, count: 5).Map);
        stream.Length.ShouldBeGreaterThan(3_000_000);
        stream.Largest.ShouldBeLessThan(200_000);
    }

    [Theory]
    [MemberData(nameof(Degenerate.Names), MemberType = typeof(Degenerate))]
    public void Too_little_to_say_is_still_valid(string name)
    {
        using JsonDocument json = JsonDocument.Parse(Bytes(Degenerate.Of(name).Map));
        json.RootElement.EnumerateObject().Select(p => p.Name).ShouldBe(_order);
    }

    private static byte[] Bytes(OpinionMap map)
    {
        using var stream = new MemoryStream();
        OpinionMapJson.Write(stream, map);
        return stream.ToArray();
    }

    // Names that are numbers or method's own (parameters, silhouette) are values, not fields.
    private static void Collect(JsonElement element, string path, SortedSet<string> paths)
    {
        if (element.ValueKind == JsonValueKind.Object && path is not ("parameters" or "silhouette"))
        {
            foreach (JsonProperty property in element.EnumerateObject())
            {
                string name = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
                if (property.Value.ValueKind != JsonValueKind.Array)
                {
                    paths.Add(name);
                }

                Collect(property.Value, name, paths);
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            bool nested = element.GetArrayLength() > 0 && element[0].ValueKind == JsonValueKind.Array;
            string name = nested ? path : $"{path}[]";
            if (!nested)
            {
                paths.Add(name);
            }

            foreach (JsonElement item in element.EnumerateArray())
            {
                Collect(item, nested ? $"{path}[]" : name, paths);
            }
        }
    }

    private static string Documentation()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Gouvernail.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return Path.Combine(folder.ShouldNotBeNull(), "docs", "formats", "opinion-map.md");
    }

    [GeneratedRegex(@"^\| `([^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex DocumentedField();

    private sealed class WriteSizes : MemoryStream
    {
        public int Largest { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Largest = Math.Max(Largest, buffer.Length);
            base.Write(buffer);
        }
    }
}
