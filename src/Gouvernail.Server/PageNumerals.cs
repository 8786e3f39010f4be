using System.Globalization;

namespace Gouvernail.Server;

/// <summary>Numbers as a language writes them, wherever a text says {0}.</summary>
internal sealed class PageNumerals : IFormatProvider, ICustomFormatter
{
    private static readonly PageNumerals _english = new(Language.English);
    private static readonly PageNumerals _french = new(Language.French);

    private readonly NumberFormatInfo _format;

    private PageNumerals(Language language) => _format = NumberFormats.Of(language);

    /// <summary>Those of a language.</summary>
    public static PageNumerals Of(Language language) => language == Language.French ? _french : _english;

    /// <inheritdoc/>
    public object? GetFormat(Type? formatType) =>
        formatType == typeof(ICustomFormatter) ? this : formatType == typeof(NumberFormatInfo) ? _format : null;

    /// <inheritdoc/>
    public string Format(string? format, object? arg, IFormatProvider? formatProvider) => arg switch
    {
        int or long => ((IFormattable)arg).ToString(format ?? "N0", _format),
        double or decimal => ((IFormattable)arg).ToString(format ?? "N1", _format),
        IFormattable other => other.ToString(format, CultureInfo.InvariantCulture),
        _ => arg?.ToString() ?? "",
    };
}
