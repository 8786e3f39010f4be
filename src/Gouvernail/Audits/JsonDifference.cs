using System.Globalization;
using System.Text.Json;

namespace Gouvernail.Audits;

/// <summary>
/// Says how two results in JSON differ: which of their first figures, and how many values in all. What is said of
/// single participants is passed over.
/// </summary>
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
        private static readonly string[] _keys = ["participant", "group", "statement", "id"];

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
            else if (before.ValueKind == JsonValueKind.Array && after.ValueKind == JsonValueKind.Array)
            {
                CompareArrays(path, before, after);
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

        private void CompareArrays(string path, JsonElement before, JsonElement after)
        {
            if (path.EndsWith(".members", StringComparison.Ordinal) || KeyOf(before) == "participant")
            {
                // Participants are numbered by their votes: with one vote less, numbers stand for others.
                return;
            }

            if (KeyOf(before) is null && before.GetArrayLength() != after.GetArrayLength())
            {
                CompareValues(path, before, after);
                return;
            }

            var others = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
            int index = 0;
            foreach (JsonElement other in after.EnumerateArray())
            {
                others.TryAdd(Name(other, index++), other);
            }

            index = 0;
            foreach (JsonElement one in before.EnumerateArray())
            {
                string name = Name(one, index++);
                if (others.Remove(name, out JsonElement other))
                {
                    Compare($"{path}[{name}]", one, other);
                }
                else
                {
                    _values++;
                    Differ($"{path}[{name}]", one, null);
                }
            }

            _values += others.Count;
            _different += others.Count;
        }

        /// <summary>What its elements are about, so that a change of order is no difference.</summary>
        private static string? KeyOf(JsonElement array) =>
            array.GetArrayLength() == 0 || array[0].ValueKind != JsonValueKind.Object
                ? null
                : Array.Find(_keys, key => array[0].TryGetProperty(key, out _));

        private static string Name(JsonElement element, int index)
        {
            if (element.ValueKind != JsonValueKind.Object || !_keys.Any(key => element.TryGetProperty(key, out _)))
            {
                return index.ToString(CultureInfo.InvariantCulture);
            }

            return string.Join(' ', _keys.Where(key => element.TryGetProperty(key, out _))
                .Select(key => $"{key} {element.GetProperty(key)}"));
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
