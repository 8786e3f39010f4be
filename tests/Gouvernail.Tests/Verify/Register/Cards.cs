using System.Text;
using System.Text.Json.Nodes;
using Gouvernail.Tests.House;
using Gouvernail.Verify.Register;

namespace Gouvernail.Tests.Verify.Register;

/// <summary>Cards for tests: the one that the documentation shows, and any that the format allows.</summary>
internal static class Cards
{
    public static byte[] ExampleBytes { get; } =
        Encoding.UTF8.GetBytes(Repository.Read("docs/formats/card.example.json"));

    public static Card Example => Read(ExampleBytes);

    public static Card Named(string name) => new() { Name = name };

    public static Card Read(byte[] bytes)
    {
        CardReading reading = Card.Read(bytes);
        reading.Problems.ShouldBeEmpty();
        return reading.Card!;
    }

    public static IReadOnlyList<CardProblem> Problems(string json) => Card.Read(Encoding.UTF8.GetBytes(json)).Problems;

    /// <summary>The example with members set or, where null, taken away.</summary>
    public static byte[] With(params (string Name, string? Json)[] members)
    {
        var node = (JsonObject)JsonNode.Parse(ExampleBytes)!;
        foreach ((string name, string? json) in members)
        {
            node[name] = json is null ? null : JsonNode.Parse(json);
        }

        return Encoding.UTF8.GetBytes(node.ToJsonString());
    }

    /// <summary>A card drawn from the format itself; the same seed gives the same card.</summary>
    public static Card Any(int seed)
    {
        var node = (JsonObject)new Draw(seed).Of(CardShapes.Card)!;
        node["_type"] = Card.Type;
        node["name"] = node["name"]?.GetValue<string>() is { } name && name.Trim().Length > 0 ? name : "a";
        return Read(Encoding.UTF8.GetBytes(node.ToJsonString()));
    }

    private sealed class Draw(int seed)
    {
        private static readonly string[] _signs =
        [
            "a", "Z", "é", "😀", " ", ":", "#", "\"", "'", "\\", "---", "&", "<br>", "- ", "{", "]", "*", "!", "%",
            "\u2028", "\u00a0", "\ufeff", "0", "true", "=", "|", "@", "ß", "日",
        ];

        private static readonly string[] _formed =
        [
            "https://a.example/b?c=d", "http://é.example/%zz", "x@y.example", "m12#3", "a1-b2", "FR", "pt-BR",
            "en", "a_b.c-d", new string('0', 64), string.Concat(Enumerable.Repeat("0a1b2c3d", 8)),
        ];

        private ulong _state = (ulong)(uint)seed;

        public JsonNode? Of(CardShape shape) => shape switch
        {
            ObjectShape it => new JsonObject([.. it.Members.Where(_ => Next(3) > 0)
                .Select(member => KeyValuePair.Create(member.Name, Of(member.Shape)))]),
            TermShape it => Next(4) == 0 ? new JsonObject { ["refused"] = Text(true) } : Of(it.Value),
            ListShape it => new JsonArray([.. Enumerable.Range(0, Next(4)).Select(_ => Of(it.Item))]),
            MapShape => new JsonObject { ["a/b ~"] = Text(true), ["n"] = Number(), ["b"] = Next(2) == 0 },
            FlagShape => Next(2) == 0,
            NumberShape { IsWhole: true } => Next(1 << 30),
            NumberShape => Number(),
            WordShape it => it.Words.Concat(it.AlsoRead).ElementAt(Next(it.Words.Count + it.AlsoRead.Count)),
            LineShape { Form: { } form } it =>
                _formed.Where(text => text.Length <= it.Longest && form.IsMatch(text)).OrderBy(_ => Next(9)).First(),
            LineShape { Longest: < 5 } => "a",
            LineShape => Text(false),
            _ => Text(true),
        };

        private string Text(bool ofLines) => string.Concat(Enumerable.Range(0, Next(12))
            .Select(_ => Next(5) == 0 && ofLines ? "\n\t" : _signs[Next(_signs.Length)]));

        private JsonNode Number() => Next(1000) / 7.0;

        /// <summary>SplitMix64 (Steele, Lea, Flood 2014).</summary>
        private int Next(int below)
        {
            ulong z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return (int)((z ^ (z >> 31)) % (ulong)below);
        }
    }
}
