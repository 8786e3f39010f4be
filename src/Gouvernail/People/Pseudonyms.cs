using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Gouvernail.Journals;
using Gouvernail.Log;

namespace Gouvernail.People;

/// <summary>
/// The names that people bear in one consultation: HMAC-SHA256 of the person under that consultation's key, its first
/// 128 bits. Without the key nobody can tell who is behind one, nor join two consultations; with the key destroyed,
/// nobody ever can, and the votes still count.
/// </summary>
/// <param name="key">The consultation's key, 32 random bytes.</param>
public sealed class Pseudonyms(byte[] key)
{
    /// <summary>Characters in a pseudonym: 16 bytes in base64url (RFC 4648 §5) without padding.</summary>
    public const int Length = 22;

    private const int Bytes = 16;
    private const int LongestPerson = 1024;

    /// <summary>A key for a new consultation.</summary>
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(Sealed.KeyLength);

    /// <summary>What the key of a consultation is called among the secrets.</summary>
    public static string SecretOf(string consultation) => "pseudonyms/" + consultation;

    /// <summary>The pseudonym of a person.</summary>
    /// <param name="person">What the community knows the person by; it does not enter the log.</param>
    public string Of(string person)
    {
        ArgumentException.ThrowIfNullOrEmpty(person);
        Span<byte> utf8 = person.Length <= LongestPerson
            ? stackalloc byte[3 * person.Length]
            : throw new ArgumentException($"A person's name has at most {LongestPerson} characters.", nameof(person));
        int length = Encoding.UTF8.GetBytes(person, utf8);
        Span<byte> hash = stackalloc byte[KeyedHash.Length];
        KeyedHash.Write(key, utf8[..length], hash);
        return Base64Url.EncodeToString(hash[..Bytes]);
    }
}
