using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Gouvernail.Log;

/// <summary>
/// Base64 as the formats mean it: padded, canonical, without blanks. .NET's own reader lets blanks and stray bits pass,
/// so that two texts could mean one signature; here only one text does.
/// </summary>
internal static class Base64Text
{
    public static bool TryDecode(ReadOnlySpan<byte> text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        if (text.Length % 4 != 0)
        {
            return false;
        }

        byte[] decoded = new byte[text.Length / 4 * 3];
        string asText = Encoding.Latin1.GetString(text);
        if (!Convert.TryFromBase64String(asText, decoded, out int length)
            || Convert.ToBase64String(decoded, 0, length) != asText)
        {
            return false;
        }

        bytes = decoded.Length == length ? decoded : decoded[..length];
        return true;
    }
}
