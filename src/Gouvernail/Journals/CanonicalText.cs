using System.Buffers;
using System.Text.Unicode;

namespace Gouvernail.Journals;

/// <summary>
/// Strings as RFC 8785, section 3.2.2.2, writes them: what may stand for itself does, the rest has one escape each.
/// </summary>
internal static class CanonicalText
{
    /// <summary>Longest escape, \u001f.</summary>
    public const int EscapeBytes = 6;

    private const int FirstUnescaped = 0x20;
    private const string EscapedSigns = "\"\\\b\t\n\f\r";
    private const string EscapeLetters = "\"\\btnfr";

    private static readonly SearchValues<char> _escapedSigns =
        SearchValues.Create([.. Enumerable.Range(0, FirstUnescaped).Select(c => (char)c), '"', '\\']);

    private static readonly SearchValues<byte> _escapedBytes =
        SearchValues.Create([.. Enumerable.Range(0, FirstUnescaped).Select(c => (byte)c), (byte)'"', (byte)'\\']);

    private static readonly SearchValues<byte> _plainAscii =
        SearchValues.Create(
            [.. Enumerable.Range(FirstUnescaped, 0x60).Where(c => c is not ('"' or '\\')).Select(c => (byte)c)]);

    /// <summary>True where every byte is ASCII and stands for itself.</summary>
    public static bool IsPlainAscii(ReadOnlySpan<byte> text) => !text.ContainsAnyExcept(_plainAscii);

    /// <summary>Where the first byte is that cannot stand for itself; -1 if there is none.</summary>
    public static int FirstEscaped(ReadOnlySpan<byte> text) => text.IndexOfAny(_escapedBytes);

    /// <summary>Bytes that suffice for a text with its quotes.</summary>
    public static int MostBytes(ReadOnlySpan<char> text)
    {
        const int MostPerUnit = 3;
        return checked(((text.ContainsAny(_escapedSigns) ? EscapeBytes : MostPerUnit) * text.Length) + 2);
    }

    /// <summary>Writes a text with its quotes; answers how many bytes it took.</summary>
    /// <exception cref="ArgumentException">The text holds half a surrogate pair, which UTF-8 cannot say.</exception>
    public static int Write(ReadOnlySpan<char> text, Span<byte> output)
    {
        int at = 0;
        output[at++] = (byte)'"';
        while (true)
        {
            int plain = text.IndexOfAny(_escapedSigns);
            ReadOnlySpan<char> run = plain < 0 ? text : text[..plain];
            if (Utf8.FromUtf16(run, output[at..], out _, out int written, false)
                != OperationStatus.Done)
            {
                throw new ArgumentException("A text with half a surrogate pair has no canonical form.", nameof(text));
            }

            at += written;
            if (plain < 0)
            {
                break;
            }

            at += Escape(text[plain], output[at..]);
            text = text[(plain + 1)..];
        }

        output[at++] = (byte)'"';
        return at;
    }

    /// <summary>The sign that a canonical escape at the start of some bytes stands for; -1 if there is none.</summary>
    public static int Unescape(ReadOnlySpan<byte> escape, out int length)
    {
        length = 2;
        if (escape.Length < length || escape[0] != '\\')
        {
            return -1;
        }

        int letter = EscapeLetters.IndexOf((char)escape[1], StringComparison.Ordinal);
        if (letter >= 0)
        {
            return EscapedSigns[letter];
        }

        length = EscapeBytes;
        if (escape.Length < length || !escape.StartsWith(@"\u00"u8) || escape[4] is not ((byte)'0' or (byte)'1'))
        {
            return -1;
        }

        int low = "0123456789abcdef"u8.IndexOf(escape[5]);
        int sign = ((escape[4] - '0') << 4) | low;
        return low < 0 || EscapedSigns.Contains((char)sign, StringComparison.Ordinal) ? -1 : sign;
    }

    /// <summary>
    /// Compares two names, in canonical form and without quotes, by UTF-16 code units as RFC 8785, section 3.2.3, asks.
    /// </summary>
    public static int CompareNames(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        if (one.Contains((byte)'\\') || other.Contains((byte)'\\'))
        {
            return CompareEscapedNames(one, other);
        }

        int common = one.CommonPrefixLength(other);
        return common == one.Length || common == other.Length
            ? one.Length - other.Length
            : Weight(one[common]) - Weight(other[common]);
    }

    private static int CompareEscapedNames(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        while (!one.IsEmpty && !other.IsEmpty)
        {
            int difference = Weight(Next(ref one)) - Weight(Next(ref other));
            if (difference != 0)
            {
                return difference;
            }
        }

        return one.Length - other.Length;
    }

    private static int Next(ref ReadOnlySpan<byte> name)
    {
        int sign = Unescape(name, out int length);
        if (sign < 0)
        {
            sign = name[0];
            length = 1;
        }

        name = name[length..];
        return sign;
    }

    /// <summary>
    /// UTF-8 sorts like code points, UTF-16 but for this: signs past U+FFFF (first byte F0 to F4) are written with
    /// surrogates, which come before U+E000 to U+FFFF (first byte EE or EF).
    /// </summary>
    private static int Weight(int value) => value is 0xEE or 0xEF ? value + 0x10 : value;

    private static int Escape(char sign, Span<byte> output)
    {
        int letter = EscapedSigns.IndexOf(sign, StringComparison.Ordinal);
        output[0] = (byte)'\\';
        if (letter >= 0)
        {
            output[1] = (byte)EscapeLetters[letter];
            return 2;
        }

        @"\u00"u8.CopyTo(output);
        output[4] = (byte)('0' + (sign >> 4));
        output[5] = "0123456789abcdef"u8[sign & 0xF];
        return EscapeBytes;
    }
}
