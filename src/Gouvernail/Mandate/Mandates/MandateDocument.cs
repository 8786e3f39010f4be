using System.Text.Json;
using System.Text.Json.Nodes;
using Gouvernail.Journals;
using Gouvernail.Mandate.Clauses;

namespace Gouvernail.Mandate.Mandates;

/// <summary>
/// The order given to automata, as it is signed: <c>gouvernail/mandate/v1</c>, described member by member in
/// <c>docs/formats/mandate.md</c>. Its hash is that of its canonical bytes (RFC 8785).
/// </summary>
public sealed record MandateDocument
{
    /// <summary>The <c>_type</c> of version 1.</summary>
    public const string Type = "gouvernail/mandate/v1";

    /// <summary>The type of the payload of an envelope that holds one.</summary>
    public const string PayloadType = "application/vnd.gouvernail.mandate+json";

    /// <summary>The most bytes.</summary>
    public const int MostBytes = 48_000;

    /// <summary>The most clauses.</summary>
    public const int MostClauses = 100;

    private const int LongestTitle = 200;
    private const int LongestPreamble = 4000;
    private const int LongestId = 16;
    private const int MostLeftOut = 200;
    private const int MostAutomata = 200;

    /// <summary>The mandate's id, "m" and a number; empty in a draft that has none yet.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its version, from 1; 0 in a draft that has none yet.</summary>
    public int Version { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>What it is for, in a reader's words.</summary>
    public required string Preamble { get; init; }

    /// <summary>The language of its texts, a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>The automata that it orders, by id; empty for all.</summary>
    public IReadOnlyList<string> Automata { get; init; } = [];

    /// <summary>The classes of automata that it orders; empty for all.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>The clauses, in order, among them one of purpose at least and one of term.</summary>
    public required IReadOnlyList<Clause> Clauses { get; init; }

    /// <summary>What was asked for and is not in it, with the reason.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];

    /// <summary>The hash of the version that it replaces; empty for the first.</summary>
    public string Replaces { get; init; } = "";

    /// <summary>Its clause of term.</summary>
    public TermClause Term => Clauses.OfType<TermClause>().Single();

    /// <summary>SHA-256 of its canonical bytes, in lower case hexadecimal.</summary>
    public string Digest => Blobs.NameOf(ToBytes());

    /// <summary>True where it orders automata of that id and class.</summary>
    public bool Orders(string automaton, string @class) =>
        (Automata.Count == 0 || Automata.Contains(automaton)) && (Classes.Count == 0 || Classes.Contains(@class));

    /// <summary>Reads one, and says everything that is wrong with it.</summary>
    public static (MandateDocument? Document, IReadOnlyList<FormProblem> Problems) Read(ReadOnlyMemory<byte> json)
    {
        (MandateDocument? document, IReadOnlyList<FormProblem> problems) = JsonForm.Read(json, MostBytes, Read);
        return problems.Count > 0 ? (null, problems) : (document, problems);
    }

    /// <summary>The canonical bytes.</summary>
    public byte[] ToBytes()
    {
        var json = new JsonObject
        {
            ["_type"] = Type,
            ["title"] = Title,
            ["preamble"] = Preamble,
            ["language"] = Language,
        };
        ClauseJson.Add(json, "id", Id);
        ClauseJson.Add(json, "version", (double?)(Version == 0 ? null : Version));
        ClauseJson.Add(json, "replaces", Replaces);
        ClauseJson.Add(json, "clauses", Clauses, clause => clause.ToJson());
        ClauseJson.Add(json, "leftOut", LeftOut, left => left.ToJson());
        if (Automata.Count + Classes.Count > 0)
        {
            var scope = new JsonObject();
            ClauseJson.Add(scope, "automata", Automata);
            ClauseJson.Add(scope, "classes", Classes);
            json["appliesTo"] = scope;
        }

        using JsonDocument document = JsonDocument.Parse(json.ToJsonString());
        return CanonicalJson.Of(document.RootElement);
    }

    /// <summary>Equal where the bytes are.</summary>
    public bool Equals(MandateDocument? other) =>
        other is not null && ToBytes().AsSpan().SequenceEqual(other.ToBytes());

    /// <inheritdoc/>
    public override int GetHashCode() => Digest.GetHashCode(StringComparison.Ordinal);

    private static MandateDocument Read(JsonForm form)
    {
        form.Word("_type", [Type]);
        var document = new MandateDocument
        {
            Id = form.Text("id", LongestId, required: false),
            Version = (int)(form.Whole("version", 1, 1_000_000, required: false) ?? 0),
            Title = form.Text("title", LongestTitle),
            Preamble = form.Text("preamble", LongestPreamble),
            Language = form.Text("language", LongestId),
            Replaces = form.Text("replaces", 64, required: false),
            Clauses = form.Many("clauses", MostClauses, Clause.Read),
            LeftOut = form.Many("leftOut", MostLeftOut, Mandates.LeftOut.Read, required: false),
        };
        Scope? scope = form.One("appliesTo", Scope.Read, required: false);
        if (document.Clauses.Select(clause => clause.Id).Distinct(StringComparer.Ordinal).Count()
            < document.Clauses.Count)
        {
            form.Wrong("clauses", new("each clause has an id of its own", "chaque clause a un id à elle"));
        }

        if (document.Clauses.OfType<TermClause>().Count() != 1)
        {
            form.Wrong("clauses", new(
                "exactly one clause of kind term was expected: a mandate has an end",
                "une clause de genre term, et une seule, était attendue\u00a0: un mandat a une fin"));
        }

        if (!document.Clauses.OfType<PurposeClause>().Any())
        {
            form.Wrong("clauses", new(
                "a clause of kind purpose was expected: say first what automata are for, or that there are to be none",
                "une clause de genre purpose était attendue\u00a0: dites d’abord à quoi servent les automates, "
                    + "ou qu’il n’en faut pas"));
        }

        return scope is null ? document : document with { Automata = scope.Automata, Classes = scope.Classes };
    }

    private sealed record Scope(IReadOnlyList<string> Automata, IReadOnlyList<string> Classes)
    {
        public static Scope Read(JsonForm form) =>
            new(form.Texts("automata", MostAutomata, LongestId), ClassNames.Read(form));
    }
}

/// <summary>A statement that people were asked about, and that is not in the mandate.</summary>
/// <param name="Consultation">The consultation.</param>
/// <param name="Statement">The statement's id in it.</param>
/// <param name="Why">Why it was left out.</param>
public sealed record LeftOut(string Consultation, string Statement, string Why)
{
    internal static LeftOut? Read(JsonForm form) => new(
        form.Text("consultation", Entry.LongestName), form.Text("statement", Entry.LongestName),
        form.Text("why", Clause.LongestText));

    internal JsonObject ToJson() => new()
    {
        ["consultation"] = Consultation,
        ["statement"] = Statement,
        ["why"] = Why,
    };
}
