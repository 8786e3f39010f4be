using System.Globalization;

namespace Gouvernail.Aggregate.OpinionMaps;

/// <summary>Numbers as a language writes them: 1,921 and 82% in English, 1 921 and 82 % in French.</summary>
internal sealed class Numerals
{
    private readonly NumberFormatInfo _format;
    private readonly string _percent;

    private Numerals(Language language, string percent)
    {
        _percent = percent;
        _format = NumberFormats.Of(language);
    }

    public static Numerals English { get; } = new(Language.English, "%");

    public static Numerals French { get; } = new(Language.French, "\u202F%");

    /// <summary>A whole number.</summary>
    public string Count(int number) => number.ToString("N0", _format);

    /// <summary>A share of 100 that is whole already.</summary>
    public string Percent(int hundredths) => hundredths.ToString("N0", _format) + _percent;

    /// <summary>A number with <paramref name="decimals"/> decimals.</summary>
    public string Real(double number, int decimals)
    {
        double rounded = Math.Round(number, decimals, MidpointRounding.ToEven) + 0.0;
        return rounded.ToString(decimals == 2 ? "N2" : decimals == 1 ? "N1" : "N0", _format);
    }
}
