using System.Diagnostics.CodeAnalysis;

namespace Gouvernail.Verify.Register;

/// <summary>Something that is wrong in a card: where, what stands there, what was expected and what to do.</summary>
/// <param name="Where">A JSON pointer (RFC 6901); empty for the card as a whole.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What was expected, and what to do.</param>
public sealed record CardProblem(string Where, Wording Found, Wording Expected)
{
    /// <summary>The whole problem as a sentence.</summary>
    public string In(Language language)
    {
        string place = Where.Length > 0 ? Where : language == Language.French ? "la fiche" : "the card";
        return language == Language.French
            ? $"{place}\u00a0: {Found.French}. Attendu\u00a0: {Expected.French}"
            : $"{place}: {Found.English}. Expected: {Expected.English}";
    }

    /// <inheritdoc/>
    public override string ToString() => In(Language.English);
}

/// <summary>A card that was read, or everything that is wrong with it.</summary>
public sealed record CardReading
{
    internal CardReading(Card card) => Card = card;

    internal CardReading(IReadOnlyList<CardProblem> problems) => Problems = problems;

    /// <summary>The card; null where there are problems.</summary>
    public Card? Card { get; }

    /// <summary>All that is wrong, in the order of the file; none with a card.</summary>
    public IReadOnlyList<CardProblem> Problems { get; } = [];

    /// <summary>True where there is a card.</summary>
    [MemberNotNullWhen(true, nameof(Card))]
    public bool IsRead => Card is not null;
}
