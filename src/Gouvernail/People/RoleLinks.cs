using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Gouvernail.Journals;
using Gouvernail.Log;

namespace Gouvernail.People;

/// <summary>
/// The secret texts of role links and of the sessions they open: a holder, a number, and an HMAC-SHA256 of both under
/// the community's key, 128 bits of it.
/// </summary>
/// <param name="key">The community's key for roles, 32 random bytes.</param>
public sealed class RoleLinks(byte[] key)
{
    /// <summary>What the key is called among the secrets.</summary>
    public const string Secret = "roles";

    private const int TagLength = 16;
    private const int HeadLength = sizeof(int) + sizeof(long);

    /// <summary>A key for a new community.</summary>
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(Sealed.KeyLength);

    /// <summary>The secret text of a link.</summary>
    public string LinkOf(string holder, int link) => Text("link"u8, holder, link);

    /// <summary>Reads the secret text of a link; null where it is not one.</summary>
    public (string Holder, int Link)? ReadLink(string? text) =>
        Read("link"u8, text) is var (holder, number) ? (holder, (int)number) : null;

    /// <summary>The secret text of a session that began at a time.</summary>
    public string SessionOf(string holder, DateTimeOffset since) =>
        Text("session"u8, holder, since.ToUnixTimeSeconds());

    /// <summary>Reads the secret text of a session; null where it is not one.</summary>
    public (string Holder, DateTimeOffset Since)? ReadSession(string? text) =>
        Read("session"u8, text) is var (holder, number)
            ? (holder, DateTimeOffset.FromUnixTimeSeconds(number))
            : null;

    private string Text(ReadOnlySpan<byte> purpose, string holder, long number)
    {
        Span<byte> bytes = stackalloc byte[HeadLength + TagLength];
        BinaryPrimitives.WriteInt32BigEndian(
            bytes, int.Parse(holder.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture));
        BinaryPrimitives.WriteInt64BigEndian(bytes[sizeof(int)..], number);
        Tag(purpose, bytes[..HeadLength], bytes[HeadLength..]);
        return Base64Url.EncodeToString(bytes);
    }

    private (string Holder, long Number)? Read(ReadOnlySpan<byte> purpose, string? text)
    {
        Span<byte> bytes = stackalloc byte[HeadLength + TagLength];
        Span<byte> tag = stackalloc byte[TagLength];
        if (text is null || text.Length != Base64Url.GetEncodedLength(bytes.Length)
            || Base64Url.DecodeFromChars(text, bytes, out _, out int length) != OperationStatus.Done
            || length != bytes.Length)
        {
            return null;
        }

        Tag(purpose, bytes[..HeadLength], tag);
        long number = BinaryPrimitives.ReadInt64BigEndian(bytes[sizeof(int)..]);
        return CryptographicOperations.FixedTimeEquals(tag, bytes[HeadLength..])
            ? ("r" + BinaryPrimitives.ReadInt32BigEndian(bytes).ToString(CultureInfo.InvariantCulture), number)
            : null;
    }

    private void Tag(ReadOnlySpan<byte> purpose, ReadOnlySpan<byte> head, Span<byte> tag)
    {
        Span<byte> message = stackalloc byte[purpose.Length + HeadLength];
        Span<byte> hash = stackalloc byte[KeyedHash.Length];
        purpose.CopyTo(message);
        head.CopyTo(message[purpose.Length..]);
        KeyedHash.Write(key, message, hash);
        hash[..TagLength].CopyTo(tag);
    }
}
