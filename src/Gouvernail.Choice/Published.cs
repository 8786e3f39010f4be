namespace Gouvernail.Choice;

/// <summary>How a real number is published: rounded to ten decimals, half to even, and never as minus zero.</summary>
public static class Published
{
    /// <summary>Decimals kept.</summary>
    public const int Decimals = 10;

    /// <summary>The published form of <paramref name="value"/>.</summary>
    public static double Round(double value) => Math.Round(value, Decimals, MidpointRounding.ToEven) + 0.0;
}
