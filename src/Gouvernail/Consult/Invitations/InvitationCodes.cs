using System.Buffers.Binary;
using System.Security.Cryptography;
using Gouvernail.Journals;
using Gouvernail.Log;

namespace Gouvernail.Consult.Invitations;

/// <summary>
/// The codes of a consultation's invitations: a serial number of 20 bits and the first 60 bits of its HMAC-SHA256 under
/// the consultation's key, in 16 letters and digits. So no list of codes is kept; and who has one code, or a million,
/// cannot make another.
/// </summary>
/// <param name="key">The key of the consultation's codes, 32 random bytes.</param>
public sealed class InvitationCodes(byte[] key)
{
    /// <summary>Letters and digits in a code, dashes apart.</summary>
    public const int Length = 16;

    private const int GroupLength = 4;
    private const int BitsPerSign = 5;
    private const int TagSigns = 12;

    /// <summary>Base 32 of Douglas Crockford: no I, L, O or U, which are misread.</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A key for a consultation's codes.</summary>
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(Sealed.KeyLength);

    /// <summary>What the key is called among the secrets.</summary>
    public static string SecretOf(string consultation) => "invitations/" + consultation;

    /// <summary>The code of a serial number, as people read it: <c>XXXX-XXXX-XXXX-XXXX</c>.</summary>
    public string Of(int serial)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(serial);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(serial, InvitationsIssued.Most);
        Span<char> signs = stackalloc char[Length];
        Write(serial, signs);
        return string.Join('-', signs.ToString().Chunk(GroupLength).Select(part => new string(part)));
    }

    /// <summary>
    /// The serial number of a code; null where it is not one. Case, spaces and dashes do not matter, nor do letters
    /// that look like digits. Takes as long for a wrong code as for a right one.
    /// </summary>
    public int? Read(string? text)
    {
        Span<char> signs = stackalloc char[Length];
        Span<char> right = stackalloc char[Length];
        int? serial = Normalize(text, signs) ? SerialOf(signs) : null;
        bool isSerial = serial is > 0 and <= InvitationsIssued.Most;
        Write(isSerial ? serial!.Value : 1, right);
        return CryptographicOperations.FixedTimeEquals(
            System.Runtime.InteropServices.MemoryMarshal.AsBytes<char>(signs),
            System.Runtime.InteropServices.MemoryMarshal.AsBytes<char>(right)) && isSerial
            ? serial
            : null;
    }

    private static bool Normalize(string? text, Span<char> signs)
    {
        signs.Clear();
        int count = 0;
        foreach (char sign in text ?? "")
        {
            if (sign is ' ' or '-' or '\u00a0' or '\t')
            {
                continue;
            }

            char upper = char.ToUpperInvariant(sign) switch { 'O' => '0', 'I' or 'L' => '1', char c => c };
            if (count == Length || !Alphabet.Contains(upper, StringComparison.Ordinal))
            {
                return false;
            }

            signs[count++] = upper;
        }

        return count == Length;
    }

    private static int SerialOf(ReadOnlySpan<char> signs)
    {
        int serial = 0;
        foreach (char sign in signs[..(Length - TagSigns)])
        {
            serial = (serial << BitsPerSign) | Alphabet.IndexOf(sign, StringComparison.Ordinal);
        }

        return serial;
    }

    private void Write(int serial, Span<char> signs)
    {
        Span<byte> number = stackalloc byte[sizeof(int)];
        Span<byte> hash = stackalloc byte[KeyedHash.Length];
        BinaryPrimitives.WriteInt32BigEndian(number, serial);
        KeyedHash.Write(key, number, hash);
        ulong tag = BinaryPrimitives.ReadUInt64BigEndian(hash);
        for (int i = Length - TagSigns - 1; i >= 0; i--, serial >>= BitsPerSign)
        {
            signs[i] = Alphabet[serial & 31];
        }

        for (int i = Length - 1; i >= Length - TagSigns; i--, tag >>= BitsPerSign)
        {
            signs[i] = Alphabet[(int)(tag & 31)];
        }
    }
}
