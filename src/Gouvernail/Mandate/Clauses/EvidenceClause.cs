using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gouvernail.Journals;

namespace Gouvernail.Mandate.Clauses;

/// <summary>What has to be proven before an automaton may run, and as long as it runs.</summary>
public sealed record EvidenceClause : Clause
{
    /// <inheritdoc/>
    public override string Kind => "evidence";

    /// <summary>The evidence.</summary>
    public required Requirement Requires { get; init; }

    /// <inheritdoc/>
    protected override void Write(JsonObject json) => json["requires"] = Requires.ToJson();

    internal static EvidenceClause? Read(JsonForm form, string id, string text, IReadOnlyList<Citation> cites) =>
        form.One("requires", Requirement.Read) is { } requires
            ? new EvidenceClause { Id = id, Text = text, Cites = cites, Requires = requires }
            : null;
}

/// <summary>Evidence that a clause asks for: of which kind, by whom, how fresh, and what it must show.</summary>
/// <param name="Name">A short name, such as <c>fairness-audit</c>.</param>
/// <param name="PredicateType">The type of the predicate, a URI (in-toto Statement v1).</param>
public sealed partial record Requirement(string Name, string PredicateType)
{
    private const int LongestName = 64;
    private const int LongestType = 500;
    private const int MostTests = 20;
    private const int MostSigners = 20;
    private const int MostDays = 3650;

    /// <summary>Roles of which the signer has to have one (<c>auditor</c>, <c>provider</c>…); empty for any.</summary>
    public IReadOnlyList<string> Signers { get; init; } = [];

    /// <summary>How many signers have to attest it, each for itself.</summary>
    public int Count { get; init; } = 1;

    /// <summary>How many days it is valid for; null for as long as the mandate.</summary>
    public int? MaxAgeDays { get; init; }

    /// <summary>What its figures must be; empty where it is enough that it is there.</summary>
    public IReadOnlyList<FigureTest> Tests { get; init; } = [];

    /// <summary>Classes of automata that it is asked of; empty for all.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    internal static Requirement? Read(JsonForm form)
    {
        var read = new Requirement(form.Text("name", LongestName), form.Text("predicateType", LongestType))
        {
            Signers = form.Texts("signers", MostSigners, LongestName),
            Count = (int)(form.Whole("count", 1, MostSigners, required: false) ?? 1),
            MaxAgeDays = (int?)form.Whole("maxAgeDays", 1, MostDays, required: false),
            Tests = form.Many("tests", MostTests, FigureTest.Read, required: false),
            Classes = ClassNames.Read(form),
        };
        if (read.PredicateType.Length > 0 && !Address().IsMatch(read.PredicateType))
        {
            form.Wrong("predicateType", new(
                "an address with its scheme was expected, such as https://in-toto.io/attestation/test-result/v0.1",
                "une adresse avec son schéma était attendue, comme https://in-toto.io/attestation/test-result/v0.1"));
        }

        if (read.Signers.FirstOrDefault(role => !Role().IsMatch(role)) is { } wrong)
        {
            form.Wrong("signers", new(
                $"roles are written as those of signers, in lower case: auditor, not {wrong}",
                $"les rôles s’écrivent comme ceux des signataires, en minuscules\u00a0: auditor, et non {wrong}"));
        }

        return read;
    }

    internal JsonObject ToJson()
    {
        var json = new JsonObject { ["name"] = Name, ["predicateType"] = PredicateType };
        ClauseJson.Add(json, "signers", Signers);
        ClauseJson.Add(json, "count", (double?)(Count == 1 ? null : Count));
        ClauseJson.Add(json, "maxAgeDays", (double?)MaxAgeDays);
        ClauseJson.Add(json, "tests", Tests, test => test.ToJson());
        ClauseJson.Add(json, "classes", Classes);
        return json;
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9+.-]*:\S+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Role();
}
