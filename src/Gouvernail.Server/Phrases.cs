using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Resources;

namespace Gouvernail.Server;

/// <summary>
/// The texts of a view in one language, from <c>View.en.resx</c> or <c>View.fr.resx</c> beside it. A key that is not
/// there throws: no page shows a hole.
/// </summary>
public sealed class Phrases
{
    private static readonly ConcurrentDictionary<(Type View, Language Language), Phrases> _known = new();

    private readonly FrozenDictionary<string, string> _texts;
    private readonly string _view;
    private readonly Language _language;

    private Phrases(Type view, Language language)
    {
        _view = view.FullName!;
        _language = language;
        string name = $"{_view}.{language.Code()}.resources";
        using Stream stream = view.Assembly.GetManifestResourceStream(name)
            ?? throw new MissingManifestResourceException($"The assembly has no {name}.");
        using var reader = new ResourceReader(stream);
        _texts = reader.Cast<DictionaryEntry>().ToFrozenDictionary(
            pair => (string)pair.Key, pair => (string)pair.Value!, StringComparer.Ordinal);
    }

    /// <summary>The text of a key.</summary>
    public string this[string key] => _texts.TryGetValue(key, out string? text)
        ? text
        : throw new KeyNotFoundException($"{_view} has no text {key} in {_language}.");

    /// <summary>The texts of a view.</summary>
    public static Phrases Of(Type view, Language language) =>
        _known.GetOrAdd((view, language), pair => new Phrases(pair.View, pair.Language));

    /// <summary>The text of a key with values in place of {0}, {1} …, numbers as the language writes them.</summary>
    public string Format(string key, params ReadOnlySpan<object?> values) =>
        string.Format(PageNumerals.Of(_language), this[key], values);

    /// <summary>
    /// The text of <c>key.one</c> or <c>key.many</c>, {0} being the number and further values {1} … In French 0 and 1
    /// are singular.
    /// </summary>
    public string Count(string key, long number, params ReadOnlySpan<object?> values)
    {
        bool isOne = number == 1 || (number == 0 && _language == Language.French);
        return Format(key + (isOne ? ".one" : ".many"), [number, .. values]);
    }
}
