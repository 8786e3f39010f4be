using System.Text.Json.Serialization;

namespace Gouvernail.Verify.Register;

/// <summary>What an automaton is, in words for everybody.</summary>
/// <param name="InShort">At most 350 characters.</param>
/// <param name="InFull">At most 5,000 characters.</param>
public sealed record CardDescription(
    [property: JsonPropertyName("short")] string? InShort,
    [property: JsonPropertyName("long")] string? InFull);

/// <summary>The file or the set of files that evidence is about.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Sha256">The digest of its bytes: 64 hexadecimal digits in lower case.</param>
/// <param name="Uri">Where it can be had.</param>
public sealed record CardArtefact(string? Name, string? Sha256, string? Uri);

/// <summary>Who makes an automaton, or who uses it: an organisation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Url">Its site.</param>
/// <param name="Email">An address that is not somebody's own.</param>
/// <param name="Country">Two letters, ISO 3166-1.</param>
public sealed record CardParty(string? Name, string? Url, string? Email, string? Country);

/// <summary>The legal person that answers for it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Always <c>legal-person</c>.</param>
public sealed record CardAccountable(string? Name, string? Kind);

/// <summary>What goes in and what comes out.</summary>
public sealed record CardTask
{
    /// <summary>What goes in.</summary>
    public IReadOnlyList<CardInput> Inputs { get; init; } = [];

    /// <summary>What comes out.</summary>
    public CardOutput? Output { get; init; }
}

/// <summary>Something that goes in.</summary>
public sealed record CardInput
{
    /// <summary>What it is called.</summary>
    public string? Name { get; init; }

    /// <summary>Text, image, table, sound and so on.</summary>
    public string? Modality { get; init; }

    /// <summary>True where it is personal data.</summary>
    public bool? Personal { get; init; }

    /// <summary>True where it is personal data of a special category (GDPR, article 9).</summary>
    public bool? Sensitive { get; init; }

    /// <summary>What it may stand for without naming it, such as a postcode for an origin.</summary>
    public IReadOnlyList<string> ProxyOf { get; init; } = [];
}

/// <summary>What comes out.</summary>
/// <param name="Kind">A score, a class, a text and so on.</param>
/// <param name="Range">Between what and what.</param>
/// <param name="Threshold">From where on it has a consequence, in the output's own unit.</param>
/// <param name="Use"><c>automatic</c>, <c>assist</c> or <c>rank</c>.</param>
public sealed record CardOutput(string? Kind, string? Range, double? Threshold, string? Use);

/// <summary>The parameters, and how much of them is given away.</summary>
public sealed record CardParameters
{
    /// <summary>The family of models.</summary>
    public string? Family { get; init; }

    /// <summary>How many there are.</summary>
    public long? Count { get; init; }

    /// <summary><c>none</c>, <c>list</c>, <c>coefficients</c> or <c>weights</c>.</summary>
    public string? Disclosure { get; init; }

    /// <summary>Where they are: a content address or a digest.</summary>
    public string? Artifact { get; init; }

    /// <summary>Hyperparameters: texts, numbers, true or false.</summary>
    public IReadOnlyDictionary<string, object>? Hyper { get; init; }
}

/// <summary>How it was trained.</summary>
/// <param name="Method">By which method.</param>
/// <param name="Period">When.</param>
/// <param name="Code">The code: a content address, a digest or an address.</param>
/// <param name="Compute">On what, and how long.</param>
public sealed record CardTraining(string? Method, string? Period, string? Code, string? Compute);

/// <summary>Data that it was made from, tried on, or runs on.</summary>
public sealed record CardData
{
    /// <summary><c>train</c>, <c>validation</c>, <c>test</c> or <c>inference</c>.</summary>
    public string? Role { get; init; }

    /// <summary>Which: a name, an address or a digest.</summary>
    public string? Ref { get; init; }

    /// <summary>How many rows.</summary>
    public long? Rows { get; init; }

    /// <summary>From when to when.</summary>
    public string? Period { get; init; }

    /// <summary>Under which licence.</summary>
    public string? Licence { get; init; }

    /// <summary>How they were collected, and what for.</summary>
    public string? Collection { get; init; }

    /// <summary>Who and what is missing from them.</summary>
    public string? Gaps { get; init; }
}

/// <summary>What it was made to optimise.</summary>
public sealed record CardCost
{
    /// <summary>The function, as it stands in the code or in a paper.</summary>
    public string? Formula { get; init; }

    /// <summary>What it is judged by.</summary>
    public string? OptimisedMetric { get; init; }

    /// <summary>What it has to keep to.</summary>
    public IReadOnlyList<string> Constraints { get; init; } = [];

    /// <summary>What was given up for what.</summary>
    public string? Tradeoffs { get; init; }
}

/// <summary>Something that it is for.</summary>
/// <param name="Text">In words.</param>
/// <param name="MandateClause">The clause of a mandate that asks for it, such as <c>m1#3</c>; null for none.</param>
public sealed record CardObjective(string? Text, string? MandateClause);

/// <summary>Something that it was made from.</summary>
/// <param name="Relation">How: finetune, adapter, quantized, merge, distillation and so on.</param>
/// <param name="Parent">What: a name or an address.</param>
/// <param name="ParentDigest">SHA-256 of the parent's artefact, 64 hexadecimal digits.</param>
/// <param name="Evidence">SHA-256 of the envelope that attests it, 64 hexadecimal digits.</param>
public sealed record CardAncestor(string? Relation, string? Parent, string? ParentDigest, string? Evidence);

/// <summary>What people can do about it.</summary>
public sealed record CardOversight
{
    /// <summary>Who can correct or stop it, and how: a function, not a person.</summary>
    public string? Human { get; init; }

    /// <summary>Where a decision can be contested.</summary>
    public string? AppealUrl { get; init; }

    /// <summary>Assessments of its impact: names or addresses.</summary>
    public IReadOnlyList<string> ImpactAssessments { get; init; } = [];
}

/// <summary>Something that can go wrong.</summary>
/// <param name="Text">What.</param>
/// <param name="Mitigation">What is done about it.</param>
public sealed record CardRisk(string? Text, string? Mitigation);

/// <summary>What its training used.</summary>
/// <param name="KWh">Kilowatt-hours, from 0.</param>
/// <param name="Method">How that was measured or estimated.</param>
/// <param name="Co2Grams">Grams of CO₂ equivalent, from 0.</param>
public sealed record CardEnergy(double? KWh, string? Method, double? Co2Grams);
