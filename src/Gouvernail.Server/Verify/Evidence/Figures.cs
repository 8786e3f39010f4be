using System.Globalization;
using System.Text.Json;

namespace Gouvernail.Server.Verify.Evidence;

/// <summary>Lists what a predicate says, whoever wrote it: so many members, so deep, so long.</summary>
internal static class Figures
{
    private const int Most = 30;
    private const int Deepest = 5;
    private const int Longest = 120;

    /// <summary>The members that are no objects, by their JSON pointers (RFC 6901); an interval is one.</summary>
    public static IReadOnlyList<(string Name, string Value)> Of(ReadOnlyMemory<byte> predicate)
    {
        using JsonDocument document = JsonDocument.Parse(predicate);
        var figures = new List<(string, string)>();
        Add(figures, "", document.RootElement, 0);
        return figures;
    }

    private static void Add(List<(string, string)> figures, string name, JsonElement value, int depth)
    {
        if (figures.Count == Most)
        {
            return;
        }

        if (value.ValueKind == JsonValueKind.Object && Interval(value) is null && depth < Deepest)
        {
            foreach (JsonProperty member in value.EnumerateObject())
            {
                Add(figures, $"{name}/{ShownText.Of(member.Name, 40)}", member.Value, depth + 1);
            }

            return;
        }

        figures.Add((name, value.ValueKind switch
        {
            JsonValueKind.Object => Interval(value) ?? "{…}",
            JsonValueKind.Array => string.Create(CultureInfo.InvariantCulture, $"[{value.GetArrayLength()}]"),
            JsonValueKind.String => ShownText.Of(value.GetString(), Longest),
            _ => ShownText.Of(value.GetRawText(), Longest),
        }));
    }

    private static string? Interval(JsonElement value) =>
        Number(value, "value") is { } figure && Number(value, "low") is { } low && Number(value, "high") is { } high
            ? $"{figure} [{low}, {high}]"
            : null;

    private static string? Number(JsonElement value, string name) =>
        value.TryGetProperty(name, out JsonElement member) && member.ValueKind == JsonValueKind.Number
            ? ShownText.Of(member.GetRawText(), 30)
            : null;
}
