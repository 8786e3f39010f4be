using System.Globalization;

namespace Gouvernail;

/// <summary>
/// How a language writes numbers, 1,921.5 or 1 921,5. There are no cultures here: the machine that serves and the one
/// that checks write the same.
/// </summary>
public static class NumberFormats
{
    private static readonly NumberFormatInfo _english = Make(",", ".");
    private static readonly NumberFormatInfo _french = Make("\u202f", ",");

    /// <summary>That of a language.</summary>
    public static NumberFormatInfo Of(Language language) => language == Language.French ? _french : _english;

    private static NumberFormatInfo Make(string thousands, string point) =>
        NumberFormatInfo.ReadOnly(new NumberFormatInfo
        {
            NumberGroupSeparator = thousands,
            NumberDecimalSeparator = point,
            NegativeSign = "−",
        });
}
