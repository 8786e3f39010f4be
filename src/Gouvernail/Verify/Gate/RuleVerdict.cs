using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Verify.Gate;

/// <summary>What a rule of the gate comes to.</summary>
public enum RuleOutcome
{
    /// <summary>It holds.</summary>
    Pass,

    /// <summary>It asks nothing of this automaton, or nothing that a gate can see.</summary>
    NotAsked,

    /// <summary>What it asks for is not there.</summary>
    Missing,

    /// <summary>What it asks for was there, and is too old.</summary>
    Expired,

    /// <summary>What is there leaves it open: an interval reaches over the bound.</summary>
    Uncertain,

    /// <summary>What is there speaks against it.</summary>
    Fail,

    /// <summary>What is there is not what was signed or logged.</summary>
    Tampered,
}

/// <summary>One line of a decision.</summary>
/// <param name="Rule">The rule, such as <c>disclosure/training</c>, <c>purpose/translation</c> or <c>m1#3</c>.</param>
/// <param name="Outcome">What it comes to.</param>
/// <param name="Code">Why: a stable word; <see cref="GateWording"/> says it in a reader's words.</param>
public sealed record RuleVerdict(string Rule, RuleOutcome Outcome, string Code)
{
    private static readonly string[] _words =
        ["pass", "not-asked", "missing", "expired", "uncertain", "fail", "tampered"];

    /// <summary>The clause that asks, such as <c>m1#3</c>; empty where the law of the house does.</summary>
    public string Clause { get; init; } = "";

    /// <summary>How many people voted on what the clause stands on.</summary>
    public long Votes { get; init; }

    /// <summary>The evidence that was looked at, by its places in the log.</summary>
    public IReadOnlyList<long> Evidence { get; init; } = [];

    /// <summary>What it is about: a kind of evidence, a purpose, a petition; may be empty.</summary>
    public string About { get; init; } = "";

    /// <summary>The figure that decided; empty for none.</summary>
    public string Figure { get; init; } = "";

    /// <summary>The bound that it was held against; empty for none.</summary>
    public string Bound { get; init; } = "";

    /// <summary>Until when it holds, or since when it does not; null for neither.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The word for an outcome, in JSON.</summary>
    public static string Word(RuleOutcome outcome) => _words[(int)outcome];

    internal static RuleVerdict? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || json.Text("rule") is not { } rule
            || json.Text("code") is not { } code
            || Array.IndexOf(_words, json.Text("outcome")) is not (>= 0 and int outcome))
        {
            return null;
        }

        return new RuleVerdict(rule, (RuleOutcome)outcome, code)
        {
            Clause = json.Text("clause") ?? "",
            Votes = json.Place("votes") ?? 0,
            Evidence = json.TryGetProperty("evidence", out JsonElement places)
                && places.ValueKind == JsonValueKind.Array
                ? [.. places.EnumerateArray().Select(Place).OfType<long>()]
                : [],
            About = json.Text("about") ?? "",
            Figure = json.Text("figure") ?? "",
            Bound = json.Text("bound") ?? "",
            Until = json.Second("until"),
        };
    }

    internal void Write(CanonicalWriter json)
    {
        json.StartObject();
        Text(json, "about", About);
        Text(json, "bound", Bound);
        Text(json, "clause", Clause);
        json.Name("code");
        json.Text(Code);
        if (Evidence.Count > 0)
        {
            json.Name("evidence");
            json.StartArray();
            foreach (long place in Evidence)
            {
                json.Number(place);
            }

            json.EndArray();
        }

        Text(json, "figure", Figure);
        json.Name("outcome");
        json.Text(Word(Outcome));
        json.Name("rule");
        json.Text(Rule);
        if (Until is { } until)
        {
            json.Name("until");
            json.Second(until);
        }

        if (Votes > 0)
        {
            json.Name("votes");
            json.Number(Votes);
        }

        json.EndObject();
    }

    /// <summary>A place in the log; null for what is none. Decisions come from strangers too.</summary>
    private static long? Place(JsonElement place) =>
        place.ValueKind == JsonValueKind.Number && place.TryGetInt64(out long number) ? number : null;

    private static void Text(CanonicalWriter json, string name, string text)
    {
        if (text.Length > 0)
        {
            json.Name(name);
            json.Text(text);
        }
    }
}
