using Gouvernail.Consult.Consultations;

namespace Gouvernail.Server.Aggregate.Maps;

/// <summary>The results of a consultation while people vote, or since it closed.</summary>
/// <param name="Id">The consultation's id.</param>
/// <param name="Base">The path of its pages.</param>
/// <param name="Topic">The question put to people.</param>
/// <param name="State">What there is to show.</param>
public sealed record ResultsModel(string Id, string Base, string Topic, ResultsState State)
{
    /// <summary>True while people can vote.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The sections, in the language of the reader; empty where there is nothing to show.</summary>
    public string Markup { get; init; } = "";

    /// <summary>Tells the map from every other; empty where there is nothing to show.</summary>
    public string Tag { get; init; } = "";

    /// <summary>When they were computed, such as 14:03:12 (UTC); empty where there is nothing to show.</summary>
    public string Time { get; init; } = "";

    /// <summary>True where so few voted that everything will still move.</summary>
    public bool IsEarly { get; init; }

    /// <summary>What the visitor's group is called; null where they have no place.</summary>
    public string? YourGroup { get; init; }

    /// <summary>True where the visitor has a place.</summary>
    public bool HasPlace { get; init; }

    /// <summary>True where the visitor's mark is in the picture.</summary>
    public bool IsMarked { get; init; }

    /// <summary>How many on each rung voted, where there is more than one rung.</summary>
    public IReadOnlyList<RungChoice> Rungs { get; init; } = [];

    /// <summary>The rungs asked for; empty for all.</summary>
    public IReadOnlyList<Rung> Only { get; init; } = [];

    /// <summary>Results published, the last first.</summary>
    public IReadOnlyList<PublishedEntry> Published { get; init; } = [];

    /// <summary>True for a facilitator, who may publish.</summary>
    public bool CanPublish { get; init; }
}

/// <summary>What there is to show of results.</summary>
public enum ResultsState
{
    /// <summary>The results.</summary>
    Shown,

    /// <summary>Nothing until it is closed.</summary>
    Hidden,

    /// <summary>Nothing yet: the first map of many votes takes some time.</summary>
    Computing,
}

/// <summary>A rung, how many on it voted, and the address of their results.</summary>
/// <param name="Rung">The rung.</param>
/// <param name="People">How many voted.</param>
public sealed record RungChoice(Rung Rung, int People);
