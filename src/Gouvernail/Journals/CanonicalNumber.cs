using System.Globalization;

namespace Gouvernail.Journals;

/// <summary>
/// Numbers as ECMAScript writes them (ECMA-262, Number::toString), which RFC 8785, section 3.2.2.3, makes canonical:
/// the fewest digits that read back as the same double, and of those the closest to it.
/// </summary>
internal static class CanonicalNumber
{
    /// <summary>Bytes that suffice for any number; the longest are like -0.0000012345678901234567.</summary>
    public const int MostBytes = 32;

    /// <summary>An integer of so many digits is below 2^53 whatever they are, and so stands for itself.</summary>
    private const int SafeDigits = 15;

    /// <summary>Writes a finite number into at least <see cref="MostBytes"/> bytes; answers how many it took.</summary>
    public static int Format(double value, Span<byte> output)
    {
        if (value == 0)
        {
            // Zero has one form, whatever its sign.
            output[0] = (byte)'0';
            return 1;
        }

        int sign = value < 0 ? 1 : 0;
        output[0] = (byte)'-';
        Span<byte> digits = stackalloc byte[MostBytes];
        digits = digits[..Digits(Math.Abs(value), digits, out int point)];
        return sign + Lay(digits, point, output[sign..]);
    }

    /// <summary>True for a number in the one form that <see cref="Format"/> gives it.</summary>
    public static bool IsCanonical(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> digits = text.StartsWith((byte)'-') ? text[1..] : text;
        if (digits.Length is > 0 and <= SafeDigits
            && (digits[0] != '0' || text.Length == 1)
            && !digits.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return true;
        }

        // Longer than any double is: not worth reading, however many digits there are.
        if (text.Length > MostBytes
            || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            || !double.IsFinite(value))
        {
            return false;
        }

        Span<byte> expected = stackalloc byte[MostBytes];
        return text.SequenceEqual(expected[..Format(value, expected)]);
    }

    /// <summary>
    /// The digits d of a positive number 0.d × 10^<paramref name="point"/>, without a zero at either end. They are
    /// those of .NET's shortest form; where that puts its point and its exponent is its own affair.
    /// </summary>
    private static int Digits(double value, Span<byte> digits, out int point)
    {
        Span<byte> text = stackalloc byte[MostBytes];
        text = text[..Shortest(value, text)];
        int exponentAt = text.IndexOf((byte)'E');
        ReadOnlySpan<byte> mantissa = exponentAt < 0 ? text : text[..exponentAt];
        int count = 0;
        point = 0;
        bool beforePoint = true;
        foreach (byte sign in mantissa)
        {
            if (sign == '.')
            {
                beforePoint = false;
                continue;
            }

            if (count > 0 || sign != '0')
            {
                digits[count++] = sign;
                point += beforePoint ? 1 : 0;
            }
            else if (!beforePoint)
            {
                point--;
            }
        }

        if (exponentAt >= 0)
        {
            point += int.Parse(
                text[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        }

        return digits[..count].LastIndexOfAnyExcept((byte)'0') + 1;
    }

    private static int Shortest(double value, Span<byte> text)
    {
        const long Fraction = (1L << 52) - 1;
        CultureInfo culture = CultureInfo.InvariantCulture;
        _ = value.TryFormat(text, out int length, "R", culture);
        if ((BitConverter.DoubleToInt64Bits(value) & Fraction) == 0 && double.Parse(text[..length], culture) != value)
        {
            // .NET 9 and 10 give two powers of two, 2^-25 and 2^-958, a digit too few, which reads back as their
            // neighbour (dotnet/runtime#131131). All the others agree with ECMAScript, as do these with 17 digits.
            _ = value.TryFormat(text, out length, "E16", culture);
        }

        return length;
    }

    /// <summary>The four layouts of ECMA-262, chosen by where the point falls.</summary>
    private static int Lay(ReadOnlySpan<byte> digits, int point, Span<byte> output)
    {
        int count = digits.Length;
        if (point is > 0 and <= 21)
        {
            if (count <= point)
            {
                digits.CopyTo(output);
                output[count..point].Fill((byte)'0');
                return point;
            }

            digits[..point].CopyTo(output);
            output[point] = (byte)'.';
            digits[point..].CopyTo(output[(point + 1)..]);
            return count + 1;
        }

        if (point is > -6 and <= 0)
        {
            output[..(2 - point)].Fill((byte)'0');
            output[1] = (byte)'.';
            digits.CopyTo(output[(2 - point)..]);
            return 2 - point + count;
        }

        int at = 0;
        output[at++] = digits[0];
        if (count > 1)
        {
            output[at++] = (byte)'.';
            digits[1..].CopyTo(output[at..]);
            at += count - 1;
        }

        int exponent = point - 1;
        output[at++] = (byte)'e';
        output[at++] = (byte)(exponent < 0 ? '-' : '+');
        _ = Math.Abs(exponent).TryFormat(output[at..], out int written, default, CultureInfo.InvariantCulture);
        return at + written;
    }
}
