using System.Globalization;
using System.Text.Json;

namespace Gouvernail.Audits;

/// <summary>Says how two results in JSON differ: which of their first figures, and how many values in all.</summary>
internal static class JsonDifference
{
    private const int Examples = 3;

    /// <summary>The difference in words; null where either cannot be read as JSON.</summary>
    public static Wording? Of(ReadOnlyMemory<byte> published, ReadOnlyMemory<byte> again)
    {
        try
        {
            using JsonDocument before = JsonDocument.Parse(published);
            using JsonDocument after = JsonDocument.Parse(again);
            var walk = new Walk();
            walk.Compare("", before.RootElement, after.RootElement);
            return walk.Tell();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second for a name with half a surrogate pair, which is read no sooner than it is asked for.
            return null;
        }
    }

    private sealed class Walk
    {
        private readonly List<string> _examples = [];
        private long _values;
        private long _different;
        private double _largest;

        public void Compare(string path, JsonElement before, JsonElement after)
        {
            if (before.ValueKind == JsonValueKind.Object && after.ValueKind == JsonValueKind.Object)
            {
                foreach (JsonProperty member in before.EnumerateObject())
                {
                    string below = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
                    if (after.TryGetProperty(member.Name, out JsonElement other))
                    {
                        Compare(below, member.Value, other);
                    }
                    else
                    {
                        _values++;
                        Differ(below, member.Value, null);
                    }
                }

                int more = after.EnumerateObject().Count(member => !before.TryGetProperty(member.Name, out _));
                _values += more;
                _different += more;
            }
            else if (before.ValueKind == JsonValueKind.Array && after.ValueKind == JsonValueKind.Array
                && before.GetArrayLength() == after.GetArrayLength())
            {
                int index = 0;
                foreach ((JsonElement one, JsonElement other) in before.EnumerateArray().Zip(after.EnumerateArray()))
                {
                    Compare($"{path}[{index++.ToString(CultureInfo.InvariantCulture)}]", one, other);
                }
            }
            else
            {
                CompareValues(path, before, after);
            }
        }

        public Wording Tell()
        {
            string examples = string.Join("; ", _examples);
            string largest = _largest.ToString("0.######", CultureInfo.InvariantCulture);
            return new Wording(
                $"{_different} of {_values} values differ, numbers by at most {largest} ({examples})",
                $"{_different} valeurs sur {_values} diffèrent, les nombres d’au plus {largest} ({examples})");
        }

        private void CompareValues(string path, JsonElement before, JsonElement after)
        {
            _values++;
            if (before.GetRawText() == after.GetRawText())
            {
                return;
            }

            Differ(path, before, after);
            if (before.ValueKind == JsonValueKind.Number && after.ValueKind == JsonValueKind.Number)
            {
                _largest = Math.Max(_largest, Math.Abs(before.GetDouble() - after.GetDouble()));
            }
        }

        private void Differ(string path, JsonElement before, JsonElement? after)
        {
            _different++;
            if (_examples.Count < Examples && before.ValueKind is JsonValueKind.Number or JsonValueKind.Array)
            {
                _examples.Add($"{path}: {Short(before)} → {(after is { } other ? Short(other) : "—")}");
            }
        }

        private static string Short(JsonElement value) => value.ValueKind == JsonValueKind.Array
            ? $"[{value.GetArrayLength().ToString(CultureInfo.InvariantCulture)}]"
            : value.GetRawText() is { Length: <= 24 } text ? text : "…";
    }
}
