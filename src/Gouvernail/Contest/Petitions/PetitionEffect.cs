namespace Gouvernail.Contest.Petitions;

/// <summary>What a petition does once enough people have signed it.</summary>
public enum PetitionEffect
{
    /// <summary>A consultation opens on its question.</summary>
    Debate,

    /// <summary>A consultation opens that reviews an automaton, and the community has to answer.</summary>
    Review,

    /// <summary>An automaton's permit is suspended at once.</summary>
    Suspension,
}

/// <summary>The effects in words.</summary>
public static class PetitionEffects
{
    private static readonly string[] _words = ["debate", "review", "suspension"];

    /// <summary>All of them, the lightest first.</summary>
    public static IReadOnlyList<PetitionEffect> All { get; } =
        [PetitionEffect.Debate, PetitionEffect.Review, PetitionEffect.Suspension];

    /// <summary>The word in the log and in JSON.</summary>
    public static string Word(this PetitionEffect effect) => _words[(int)effect];

    /// <summary>The effect of a word; null where it is none.</summary>
    public static PetitionEffect? Of(string? word) =>
        Array.IndexOf(_words, word) is >= 0 and int index ? (PetitionEffect)index : null;

    /// <summary>True where a petition for it has to name an automaton.</summary>
    public static bool NamesAutomaton(this PetitionEffect effect) => effect != PetitionEffect.Debate;
}
