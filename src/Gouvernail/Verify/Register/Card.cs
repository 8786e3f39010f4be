using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Gouvernail.Verify.Register;

/// <summary>
/// What whoever makes or uses an automaton says of it: <c>gouvernail/system-card/v1</c>
/// (<c>docs/formats/card.md</c>). Nothing but its name is needed for a draft; what is missing is shown as missing. Its
/// civic status is never in it: that comes from the log.
/// </summary>
public sealed record Card
{
    /// <summary>The <c>_type</c> of this version of the format.</summary>
    public const string Type = "gouvernail/system-card/v1";

    /// <summary>The most bytes of a card in canonical JSON: it has to fit into an entry of the log.</summary>
    public const int MostBytes = 40_000;

    /// <summary>What it is called; at most 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What its maker calls it among others: lower case, digits, dots, dashes.</summary>
    public string? Id { get; init; }

    /// <summary>The version of the automaton.</summary>
    public string? Version { get; init; }

    /// <summary>The class that it says it is of; null where it says nothing.</summary>
    public AutomatonClass? Class { get; init; }

    /// <summary>The language of the card's texts, BCP 47.</summary>
    public string? Language { get; init; }

    /// <summary>What it is.</summary>
    public CardDescription? Description { get; init; }

    /// <summary>What it is used for, in short words that a mandate's clauses can name.</summary>
    public IReadOnlyList<string> Purposes { get; init; } = [];

    /// <summary>What evidence is about.</summary>
    public CardArtefact? Artefact { get; init; }

    /// <summary>Who makes it.</summary>
    public CardParty? Provider { get; init; }

    /// <summary>Who uses it.</summary>
    public CardParty? Deployer { get; init; }

    /// <summary>Who answers for it.</summary>
    public CardAccountable? Accountable { get; init; }

    /// <summary>Where questions are answered: an address for mail or a site.</summary>
    public string? Contact { get; init; }

    /// <summary>The laws and decisions that it is used under.</summary>
    public IReadOnlyList<string> LegalBasis { get; init; } = [];

    /// <summary><c>in-development</c>, <c>in-use</c> or <c>out-of-use</c>, as whoever uses it says.</summary>
    public string? StatusInUse { get; init; }

    /// <summary><c>high-risk</c> (AI Act, article 6), <c>impactful</c> or <c>other</c>, as whoever uses it says.
    /// </summary>
    public string? RiskCategory { get; init; }

    /// <summary>Inputs and output.</summary>
    public Disclosed<CardTask>? Task { get; init; }

    /// <summary>Parameters.</summary>
    public Disclosed<CardParameters>? Parameters { get; init; }

    /// <summary>How it was trained.</summary>
    public Disclosed<CardTraining>? Training { get; init; }

    /// <summary>Data.</summary>
    public Disclosed<IReadOnlyList<CardData>>? Data { get; init; }

    /// <summary>The cost function.</summary>
    public Disclosed<CardCost>? Cost { get; init; }

    /// <summary>Objectives.</summary>
    public Disclosed<IReadOnlyList<CardObjective>>? Objectives { get; init; }

    /// <summary>What it was made from.</summary>
    public IReadOnlyList<CardAncestor> Lineage { get; init; } = [];

    /// <summary>Its licence: an SPDX identifier or expression, or a text.</summary>
    public string? Licence { get; init; }

    /// <summary>What its licence or its maker forbids.</summary>
    public IReadOnlyList<string> Restrictions { get; init; } = [];

    /// <summary>What its training used.</summary>
    public CardEnergy? Energy { get; init; }

    /// <summary>What people can do about it.</summary>
    public CardOversight? Oversight { get; init; }

    /// <summary>Whom it affects.</summary>
    public IReadOnlyList<string> AffectedGroups { get; init; } = [];

    /// <summary>What can go wrong.</summary>
    public IReadOnlyList<CardRisk> Risks { get; init; } = [];

    /// <summary>Digests of envelopes that attest something of it, SHA-256 in hexadecimal.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>The class that it is held to: where it says none, the one of which most has to be proven.</summary>
    public AutomatonClass HeldTo() => Class ?? AutomatonClass.Product;

    /// <summary>Whether one of the six disclosures is there. A value with nothing in it is missing.</summary>
    public Disclosure StateOf(CardTerm term) => CardJson.Prune(CardJson.Node(ValueOf(term))) switch
    {
        null => Disclosure.Missing,
        JsonObject it when it.ContainsKey(Disclosed.RefusedMember) => Disclosure.Refused,
        _ => Disclosure.Disclosed,
    };

    /// <summary>Why one of the six disclosures is refused; null where it is not.</summary>
    public string? ReasonOf(CardTerm term) => StateOf(term) == Disclosure.Refused
        ? term switch
        {
            CardTerm.Task => Task!.Refused,
            CardTerm.Parameters => Parameters!.Refused,
            CardTerm.Training => Training!.Refused,
            CardTerm.Data => Data!.Refused,
            CardTerm.Cost => Cost!.Refused,
            _ => Objectives!.Refused,
        }
        : null;

    /// <summary>
    /// What it does not say and a complete card would, as JSON pointers in the order of the format; refusals count as
    /// said.
    /// </summary>
    public IReadOnlyList<string> Missing() => CardShapes.Missing(this);

    /// <summary>The card in canonical JSON (RFC 8785), without members that say nothing.</summary>
    /// <exception cref="ArgumentException">A text in it is not Unicode, or a number is none of JSON.</exception>
    public byte[] ToBytes() => CardJson.Bytes(CardJson.Node(this));

    /// <summary>SHA-256 of <see cref="ToBytes"/>, 64 hexadecimal digits in lower case.</summary>
    public string Digest() => DigestOf(ToBytes());

    /// <summary>Reads a card, and checks all that can be wrong with one.</summary>
    /// <param name="utf8">A file, in JSON, canonical or not.</param>
    public static CardReading Read(ReadOnlyMemory<byte> utf8) => CardReader.Read(utf8);

    internal static string DigestOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private object? ValueOf(CardTerm term) => term switch
    {
        CardTerm.Task => Task,
        CardTerm.Parameters => Parameters,
        CardTerm.Training => Training,
        CardTerm.Data => Data,
        CardTerm.Cost => Cost,
        _ => Objectives,
    };
}
