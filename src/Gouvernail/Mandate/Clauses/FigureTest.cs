using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gouvernail.Journals;

namespace Gouvernail.Mandate.Clauses;

/// <summary>What a figure in evidence comes to, held against what a clause asks.</summary>
public enum FigureOutcome
{
    /// <summary>It holds: where the figure has an interval, over the whole of it.</summary>
    Holds,

    /// <summary>It does not hold: where the figure has an interval, nowhere in it.</summary>
    Fails,

    /// <summary>The interval reaches over the bound: nobody can tell.</summary>
    Uncertain,

    /// <summary>The figure is not there, or is none.</summary>
    Absent,
}

/// <summary>
/// What a figure must be. A figure is a number; or an object with <c>value</c>, <c>low</c> and <c>high</c>, the ends of
/// its interval; or a text, where it has to equal one.
/// </summary>
/// <param name="Figure">Where it stands in the predicate of the evidence: a JSON pointer (RFC 6901).</param>
public sealed partial record FigureTest(string Figure)
{
    private const int LongestPointer = 256;
    private const double Largest = 1e15;

    /// <summary>The least that it may be; null for no bound.</summary>
    public double? AtLeast { get; init; }

    /// <summary>The most that it may be; null for no bound.</summary>
    public double? AtMost { get; init; }

    /// <summary>The text that it has to be; null for none.</summary>
    public string? Is { get; init; }

    /// <summary>The bound in signs that every language reads, such as <c>≤ 0.1</c>.</summary>
    public string Bound => Is is { } text ? $"= {text}"
        : string.Join(", ", new[] { AtLeast is { } l ? $"≥ {Text(l)}" : "", AtMost is { } m ? $"≤ {Text(m)}" : "" }
            .Where(part => part.Length > 0));

    /// <summary>Holds a predicate against it.</summary>
    /// <param name="predicate">What was signed.</param>
    /// <returns>The outcome, and the figure in signs; empty where it is absent.</returns>
    public (FigureOutcome Outcome, string Shown) Judge(JsonElement predicate)
    {
        if (Find(predicate) is not { } found)
        {
            return (FigureOutcome.Absent, "");
        }

        if (Is is { } text)
        {
            return found.ValueKind != JsonValueKind.String ? (FigureOutcome.Absent, "")
                : (found.GetString() == text ? FigureOutcome.Holds : FigureOutcome.Fails, Short(found.GetString()!));
        }

        if (Number(found) is { } exact)
        {
            return (Judge(exact, exact), Text(exact));
        }

        if (found.ValueKind != JsonValueKind.Object || !found.TryGetProperty("value", out JsonElement v)
            || Number(v) is not { } value
            || !found.TryGetProperty("low", out JsonElement l) || Number(l) is not { } low
            || !found.TryGetProperty("high", out JsonElement h) || Number(h) is not { } high
            || low > value || value > high)
        {
            return (FigureOutcome.Absent, "");
        }

        return (Judge(low, high), $"{Text(value)} [{Text(low)}, {Text(high)}]");
    }

    internal static FigureTest? Read(JsonForm form)
    {
        var test = new FigureTest(form.Text("figure", LongestPointer))
        {
            AtLeast = form.Number("atLeast", -Largest, Largest, required: false),
            AtMost = form.Number("atMost", -Largest, Largest, required: false),
            Is = form.Has("equals") ? form.Text("equals", 200) : null,
        };
        if (!Pointer().IsMatch(test.Figure))
        {
            form.Wrong("figure", new(
                "a JSON pointer such as /metrics/equalised-odds was expected",
                "un pointeur JSON comme /metrics/equalised-odds était attendu"));
        }

        bool isText = test.Is is not null, isNumber = test.AtLeast is not null || test.AtMost is not null;
        if (isText == isNumber || test.AtLeast > test.AtMost)
        {
            form.Wrong("", new(
                "a test has either equals, or atLeast, atMost or both, in this order",
                "un test a soit equals, soit atLeast, atMost ou les deux, dans cet ordre"));
        }

        return test;
    }

    internal JsonObject ToJson()
    {
        var json = new JsonObject { ["figure"] = Figure };
        ClauseJson.Add(json, "atLeast", AtLeast);
        ClauseJson.Add(json, "atMost", AtMost);
        ClauseJson.Add(json, "equals", Is);
        return json;
    }

    [GeneratedRegex(@"^(/([^~]|~[01])*)+\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Pointer();

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static string Short(string text) => text.Length <= 80 ? text : text[..79] + "…";

    private static double? Number(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out double number) && double.IsFinite(number)
            ? number
            : null;

    private FigureOutcome Judge(double low, double high)
    {
        bool all = (AtLeast is not { } least || low >= least) && (AtMost is not { } most || high <= most);
        bool none = (AtLeast is { } floor && high < floor) || (AtMost is { } roof && low > roof);
        return all ? FigureOutcome.Holds : none ? FigureOutcome.Fails : FigureOutcome.Uncertain;
    }

    private JsonElement? Find(JsonElement predicate)
    {
        JsonElement at = predicate;
        foreach (string part in Figure.Split('/').Skip(1))
        {
            string name = part.Replace("~1", "/", StringComparison.Ordinal)
                .Replace("~0", "~", StringComparison.Ordinal);
            if (at.ValueKind == JsonValueKind.Array
                && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
                && index < at.GetArrayLength())
            {
                at = at[index];
            }
            else if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
            {
                return null;
            }
        }

        return at;
    }
}
