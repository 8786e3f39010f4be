namespace Gouvernail;

/// <summary>A few words in every language, so that nothing is said to some people only.</summary>
/// <param name="English">In English.</param>
/// <param name="French">In French, with its no-break spaces.</param>
public sealed record Wording(string English, string French)
{
    /// <summary>The words in one language.</summary>
    public string In(Language language) => language == Language.French ? French : English;

    /// <inheritdoc/>
    public override string ToString() => English;
}
