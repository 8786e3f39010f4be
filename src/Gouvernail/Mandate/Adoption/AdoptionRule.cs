using System.Text.Json;
using System.Text.Json.Nodes;
using Gouvernail.Journals;
using Gouvernail.Log.Envelopes;
using Gouvernail.Mandate.Clauses;

namespace Gouvernail.Mandate.Adoption;

/// <summary>
/// How a mandate comes into force: chosen in advance and logged, <c>gouvernail/adoption-rule/v1</c>. Every part that is
/// there has to be met.
/// </summary>
public sealed record AdoptionRule
{
    /// <summary>The <c>_type</c> of version 1.</summary>
    public const string Type = "gouvernail/adoption-rule/v1";

    /// <summary>The most bytes.</summary>
    public const int MostBytes = 40_000;

    /// <summary>Every clause is put to people; null where nobody is asked.</summary>
    public RatificationRule? Ratification { get; init; }

    /// <summary>Trustees sign; null where nobody has to.</summary>
    public TrusteeRule? Trustees { get; init; }

    /// <summary>Reads one, and says everything that is wrong with it.</summary>
    public static (AdoptionRule? Rule, IReadOnlyList<FormProblem> Problems) Read(ReadOnlyMemory<byte> json)
    {
        (AdoptionRule? rule, IReadOnlyList<FormProblem> problems) = JsonForm.Read(json, MostBytes, Read);
        return problems.Count > 0 ? (null, problems) : (rule, problems);
    }

    /// <summary>The canonical bytes.</summary>
    public byte[] ToBytes()
    {
        var json = new JsonObject { ["_type"] = Type };
        if (Ratification is not null)
        {
            json["ratification"] = Ratification.ToJson();
        }

        if (Trustees is not null)
        {
            json["trustees"] = Trustees.ToJson();
        }

        using var document = JsonDocument.Parse(json.ToJsonString());
        return CanonicalJson.Of(document.RootElement);
    }

    private static AdoptionRule Read(JsonForm form)
    {
        form.Word("_type", [Type]);
        var rule = new AdoptionRule
        {
            Ratification = form.One("ratification", RatificationRule.Read, required: false),
            Trustees = form.One("trustees", TrusteeRule.Read, required: false),
        };
        if (rule.Ratification is null && rule.Trustees is null)
        {
            form.Wrong("", new(
                "a rule has a ratification, trustees or both: somebody has to agree",
                "une règle a une ratification, des mandataires (trustees) ou les deux\u00a0: quelqu’un doit être "
                    + "d’accord"));
        }

        return rule;
    }
}

/// <summary>
/// Every clause is a statement of a consultation; of all who voted on it, and in every group of its opinion map that is
/// not very small, a share agrees.
/// </summary>
/// <param name="Share">The share of agreement among those who voted on it, passes included; above 0, at most 1.</param>
/// <param name="Participants">How many people have to be in the groups, at least.</param>
/// <param name="SmallestGroup">
/// The share of grouped people from which a group can hold a clause back, 0 to 1: a map may make a group of a single
/// person, and one person is no veto.
/// </param>
public sealed record RatificationRule(double Share, int Participants, double SmallestGroup)
{
    /// <summary>The share of a group that a rule means which does not say.</summary>
    public const double UsualSmallestGroup = 0.1;

    /// <summary>
    /// The rungs that count (<c>open</c>, <c>code</c>, <c>host</c>, <c>member</c>): the result has to be over exactly
    /// these; empty for everybody.
    /// </summary>
    public IReadOnlyList<string> Rungs { get; init; } = [];

    /// <summary>True where a result with these parameters is over the people that the rule asks.</summary>
    public bool Counts(ReadOnlyMemory<byte> parameters)
    {
        using JsonDocument json = JsonDocument.Parse(parameters);
        string[] counted = json.RootElement.TryGetProperty("rungs", out JsonElement rungs)
            && rungs.ValueKind == JsonValueKind.Array
            ? [.. rungs.EnumerateArray().Select(rung => rung.ToString())]
            : [];
        return counted.Order(StringComparer.Ordinal).SequenceEqual(Rungs.Order(StringComparer.Ordinal));
    }

    internal static RatificationRule? Read(JsonForm form)
    {
        double share = form.Number("share", 0, 1) ?? 0;
        if (share <= 0)
        {
            form.Wrong("share", new("more than 0 was expected", "plus de 0 était attendu"));
        }

        return new RatificationRule(share, (int)(form.Whole("participants", 1, 1_000_000_000) ?? 1),
            form.Number("smallestGroup", 0, 1, required: false) ?? UsualSmallestGroup)
        {
            Rungs = ReadRungs(form),
        };
    }

    internal JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["share"] = Share,
            ["participants"] = Participants,
            ["smallestGroup"] = SmallestGroup,
        };
        ClauseJson.Add(json, "rungs", Rungs);
        return json;
    }

    private static IReadOnlyList<string> ReadRungs(JsonForm form)
    {
        IReadOnlyList<string> words = form.Texts("rungs", Consult.Consultations.Rungs.All.Count, 16);
        if (words.Any(word => Consult.Consultations.Rungs.Of(word) is null))
        {
            form.Wrong("rungs", new(
                "open, code, host or member was expected", "open, code, host ou member était attendu"));
        }

        return words;
    }
}

/// <summary>Some of several people sign the mandate with keys of their own.</summary>
/// <param name="Needed">How many.</param>
/// <param name="Trustees">Who may.</param>
public sealed record TrusteeRule(int Needed, IReadOnlyList<Trustee> Trustees)
{
    private const int Most = 64;

    internal static TrusteeRule? Read(JsonForm form)
    {
        var rule = new TrusteeRule(
            (int)(form.Whole("needed", 1, Most) ?? 1), form.Many("keys", Most, Trustee.Read));
        if (rule.Needed > rule.Trustees.Count
            || rule.Trustees.Select(trustee => trustee.Key).Distinct().Count() < rule.Trustees.Count)
        {
            form.Wrong("keys", new(
                "as many different keys as are needed, or more, were expected",
                "au moins autant de clés différentes qu’il en faut étaient attendues"));
        }

        return rule;
    }

    internal JsonObject ToJson()
    {
        var json = new JsonObject { ["needed"] = Needed };
        ClauseJson.Add(json, "keys", Trustees, trustee => trustee.ToJson());
        return json;
    }
}

/// <summary>Somebody who may sign mandates.</summary>
/// <param name="Name">Under which name or office; public for ever.</param>
/// <param name="Key">The key.</param>
public sealed record Trustee(string Name, EnvelopeKey Key)
{
    internal static Trustee? Read(JsonForm form)
    {
        string name = form.Text("name", 100);
        if (EnvelopeKeys.TryRead(form.Text("key", 4096), out EnvelopeKey? key))
        {
            return new Trustee(name, key);
        }

        form.Wrong("key", EnvelopeKeys.Expected);
        return null;
    }

    internal JsonObject ToJson() => new() { ["name"] = Name, ["key"] = Key.ToString() };
}
