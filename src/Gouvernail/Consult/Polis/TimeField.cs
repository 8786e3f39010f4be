namespace Gouvernail.Consult.Polis;

/// <summary>A moment as files write it: a whole number of milliseconds or of seconds since 1970.</summary>
internal static class TimeField
{
    /// <summary>What a moment must be, for problems.</summary>
    public static readonly Wording Rule = new(
        "a whole number of milliseconds since 1970; remove the column if times are unknown",
        "un nombre entier de millisecondes depuis 1970\u00a0; retirez la colonne si les temps sont inconnus");

    /// <summary>Below this a number counts seconds: as milliseconds it would be before March 1973.</summary>
    public const long SecondsBelow = 100_000_000_000;

    private const int Digits = 15;

    public static bool TryRead(ReadOnlySpan<byte> field, out long time)
    {
        bool negative = field.Length > 1 && field[0] == '-';
        ReadOnlySpan<byte> digits = negative ? field[1..] : field;
        time = 0;
        if ((uint)(digits.Length - 1) >= Digits)
        {
            return false;
        }

        foreach (byte b in digits)
        {
            int digit = b - '0';
            if ((uint)digit > 9)
            {
                return false;
            }

            time = (10 * time) + digit;
        }

        time = negative ? -time : time;
        return true;
    }
}

/// <summary>What the numbers of the timestamp columns are.</summary>
internal enum TimeUnit
{
    /// <summary>The files do not say: seconds where all are small enough, else milliseconds.</summary>
    Undeclared,

    /// <summary>Milliseconds since 1970.</summary>
    Milliseconds,

    /// <summary>The place of each event in the file: times are unknown.</summary>
    Ordinal,
}
