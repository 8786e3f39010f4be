using System.Text;

namespace Gouvernail.Log.Notes;

/// <summary>What a key may be called: not empty, valid Unicode, without spaces, controls or plus signs.</summary>
public static class KeyName
{
    /// <summary>Bytes of UTF-8 in the longest name that this library takes.</summary>
    public const int MostBytes = 255;

    /// <summary>Whether the text may be a key's name (C2SP signed-note).</summary>
    public static bool IsValid(string? name)
    {
        if (string.IsNullOrEmpty(name) || name.Length > MostBytes)
        {
            return false;
        }

        int bytes = 0;
        foreach (Rune rune in name.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            bool isHalf = rune == Rune.ReplacementChar && !name.Contains('\uFFFD');
            if (Rune.IsWhiteSpace(rune) || rune.Value < 0x20 || rune.Value == '+' || isHalf)
            {
                return false;
            }
        }

        return bytes <= MostBytes;
    }

    internal static string Checked(string name) => IsValid(name)
        ? name
        : throw new ArgumentException("A key's name has 1 to 255 bytes, no space and no plus sign.", nameof(name));
}
