namespace Gouvernail.Consult.Simulation;

/// <summary>How the simulated groups take a sentence.</summary>
internal enum Reception
{
    /// <summary>Every group agrees.</summary>
    Shared,

    /// <summary>Every group disagrees.</summary>
    Refused,

    /// <summary>Nobody minds much: about as many agree as disagree, in every group.</summary>
    Indifferent,

    /// <summary>The groups part along the sentence's direction.</summary>
    Divides,
}

/// <summary>A sentence on AI in public life, written in both languages, and how it is received.</summary>
/// <param name="English">At most 200 characters.</param>
/// <param name="French">At most 200 characters.</param>
/// <param name="Reception">How the groups take it.</param>
/// <param name="Trust">What agreeing says about using AI: 2 for it, −2 against it.</param>
/// <param name="Control">What agreeing says about public control: 2 wants more, −2 wants less.</param>
internal sealed record Sentence(string English, string French, Reception Reception, int Trust, int Control)
{
    /// <summary>The sentence in one language.</summary>
    public string In(Language language) => language == Language.French ? French : English;
}
