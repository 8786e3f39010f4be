using System.Globalization;
using System.Text;

namespace Gouvernail.Log;

/// <summary>Reads bytes line by line; every line ends with a newline (U+000A), the last one too.</summary>
internal ref struct TextLines
{
    public TextLines(ReadOnlySpan<byte> bytes) => Rest = bytes;

    /// <summary>What has not been read.</summary>
    public ReadOnlySpan<byte> Rest { get; private set; }

    public bool TryNext(out ReadOnlySpan<byte> line)
    {
        int end = Rest.IndexOf((byte)'\n');
        if (end < 0)
        {
            line = default;
            return false;
        }

        line = Rest[..end];
        Rest = Rest[(end + 1)..];
        return true;
    }

    /// <summary>Reads a whole number, 0 to 2⁶³ − 1, in decimal without leading zeros or sign.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> digits, out long number)
    {
        number = 0;
        if (digits.Length is 0 or > 19 || (digits.Length > 1 && digits[0] == '0'))
        {
            return false;
        }

        ulong sum = 0;
        foreach (byte digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            sum = (sum * 10) + (ulong)(digit - '0');
        }

        number = (long)sum;
        return sum <= long.MaxValue;
    }

    /// <summary>UTF-8 without ASCII control characters other than newline, as signed notes ask.</summary>
    public static bool IsPlainUtf8(ReadOnlySpan<byte> bytes)
    {
        foreach (byte b in bytes)
        {
            if (b < 0x20 && b != '\n')
            {
                return false;
            }
        }

        return System.Text.Unicode.Utf8.IsValid(bytes);
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static string Decimal(long number) => number.ToString(CultureInfo.InvariantCulture);
}
