using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Verify.Gate;

/// <summary>
/// What the gate answers about an automaton, at a time and over a beginning of the log: <c>gouvernail/decision/v1</c>,
/// described in <c>docs/formats/decision.md</c>. Admitted only where every rule holds or asks nothing.
/// </summary>
/// <param name="Automaton">The automaton's id.</param>
/// <param name="Time">The time.</param>
/// <param name="Size">How many entries of the log it knew.</param>
public sealed record GateDecision(string Automaton, DateTimeOffset Time, long Size)
{
    /// <summary>The type of the predicate, where it is signed as an in-toto statement.</summary>
    public const string Type = "gouvernail/decision/v1";

    /// <summary>Where in the log the card was filed; −1 where there is none.</summary>
    public long Card { get; init; } = -1;

    /// <summary>The hash of the card; empty where there is none.</summary>
    public string CardDigest { get; init; } = "";

    /// <summary>SHA-256 of the artefact; empty where the card names none.</summary>
    public string Artefact { get; init; } = "";

    /// <summary>The class.</summary>
    public string Class { get; init; } = "";

    /// <summary>The versions of mandates that were in force for it: where each was adopted, and its hash.</summary>
    public IReadOnlyList<(string Mandate, int Version, long Adopted, string Digest)> Mandates { get; init; } = [];

    /// <summary>The hash of the profile (<see cref="GateProfile"/>).</summary>
    public string Profile { get; init; } = "";

    /// <summary>One line for each rule, in a fixed order.</summary>
    public IReadOnlyList<RuleVerdict> Rules { get; init; } = [];

    /// <summary>Until when the admission holds; null where it is refused.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>True where it may run.</summary>
    public bool IsAdmitted =>
        Rules.Count > 0 && Rules.All(rule => rule.Outcome is RuleOutcome.Pass or RuleOutcome.NotAsked);

    /// <summary>0 admitted, 1 something speaks against it, 2 something is missing or too old, 3 something was tampered
    /// with.</summary>
    public int ExitCode => Rules.Any(rule => rule.Outcome == RuleOutcome.Tampered) ? 3
        : Rules.Any(rule => rule.Outcome == RuleOutcome.Fail) ? 1
        : IsAdmitted ? 0
        : 2;

    /// <summary>The lines that do not hold, the gravest first, else in their order.</summary>
    public IEnumerable<RuleVerdict> Refusing =>
        Rules.Where(rule => rule.Outcome >= RuleOutcome.Missing).OrderByDescending(rule => rule.Outcome);

    /// <summary>The canonical bytes.</summary>
    public byte[] ToBytes() => CanonicalObject.Of(json =>
    {
        json.Name("_type");
        json.Text(Type);
        json.Name("artefact");
        json.Text(Artefact);
        json.Name("automaton");
        json.Text(Automaton);
        json.Name("card");
        json.Number(Card);
        json.Name("cardDigest");
        json.Text(CardDigest);
        json.Name("class");
        json.Text(Class);
        if (Until is { } until)
        {
            json.Name("expires");
            json.Second(until);
        }

        json.Name("logSize");
        json.Number(Size);
        json.Name("mandates");
        json.StartArray();
        foreach ((string mandate, int version, long adopted, string digest) in Mandates)
        {
            json.StartObject();
            json.Name("adopted");
            json.Number(adopted);
            json.Name("digest");
            json.Text(digest);
            json.Name("mandate");
            json.Text(mandate);
            json.Name("version");
            json.Number(version);
            json.EndObject();
        }

        json.EndArray();
        json.Name("outcome");
        json.Text(IsAdmitted ? "admitted" : "refused");
        json.Name("policyDigest");
        json.Text(Profile);
        json.Name("rules");
        json.StartArray();
        foreach (RuleVerdict rule in Rules)
        {
            rule.Write(json);
        }

        json.EndArray();
        json.Name("time");
        json.Second(Time);
    });

    /// <summary>Reads one; null where it is not one. Its bytes are the same again.</summary>
    public static GateDecision? Read(ReadOnlyMemory<byte> bytes)
    {
        using JsonDocument document = JsonDocument.Parse(bytes);
        JsonElement json = document.RootElement;
        if (json.ValueKind != JsonValueKind.Object || json.Text("_type") != Type
            || json.Text("automaton") is not { } automaton || json.Second("time") is not { } time
            || json.Place("logSize") is not { } size || Whole(json, "card") is not { } card
            || !json.TryGetProperty("rules", out JsonElement rules) || rules.ValueKind != JsonValueKind.Array
            || !json.TryGetProperty("mandates", out JsonElement mandates) || mandates.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        RuleVerdict?[] verdicts = [.. rules.EnumerateArray().Select(RuleVerdict.Read)];
        if (Array.Exists(verdicts, verdict => verdict is null)
            || !mandates.EnumerateArray().All(m => m.ValueKind == JsonValueKind.Object))
        {
            return null;
        }

        var decision = new GateDecision(automaton, time, size)
        {
            Card = card,
            CardDigest = json.Text("cardDigest") ?? "",
            Artefact = json.Text("artefact") ?? "",
            Class = json.Text("class") ?? "",
            Profile = json.Text("policyDigest") ?? "",
            Until = json.Second("expires"),
            Rules = verdicts!,
            Mandates =
            [
                .. mandates.EnumerateArray().Select(m => (
                    m.Text("mandate") ?? "", m.Whole("version") ?? 0, m.Place("adopted") ?? 0, m.Text("digest") ?? "")),
            ],
        };

        // An admission without an end, or a refusal with one, is none that the rules make.
        return decision.IsAdmitted == decision.Until is not null
            && decision.ToBytes().AsSpan().SequenceEqual(CanonicalJson.Of(json)) ? decision : null;
    }

    private static long? Whole(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement member) && member.ValueKind == JsonValueKind.Number
        && member.TryGetInt64(out long number) ? number : null;
}
