using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gouvernail.Server.Consult;

/// <summary>
/// What a site says of its member when it shows a consultation in a frame: an <c>xid</c>, until when, and an
/// HMAC-SHA256 of both under the key that the facilitators gave the site. Checked once, it becomes a ticket that the
/// pages in the frame pass on, since browsers give frames no cookies.
/// </summary>
/// <param name="key">The consultation's key for hosts (<see cref="Community.HostKeyOf"/>).</param>
internal sealed class HostTickets(byte[] key)
{
    /// <summary>The most bytes of an xid, in UTF-8.</summary>
    public const int LongestXid = 200;

    private const int HeadLength = sizeof(long);

    /// <summary>
    /// What the site computes, in hexadecimal: HMAC-SHA256 of <c>xid</c>, a line feed, and <c>expires</c>.
    /// </summary>
    public string Sign(string xid, long expires) => Convert.ToHexStringLower(Tag(xid, expires));

    /// <summary>The ticket of a member for whom a site vouches; null where it does not, or no more.</summary>
    /// <param name="xid">What the site calls its member.</param>
    /// <param name="expires">Until when, in seconds since 1970, as it stands in the address.</param>
    /// <param name="token">What the site computed (<see cref="Sign"/>).</param>
    /// <param name="now">The time.</param>
    public string? Issue(string? xid, string? expires, string? token, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(xid) || Encoding.UTF8.GetByteCount(xid) > LongestXid
            || !long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out long until)
            || until <= now.ToUnixTimeSeconds() || token is null)
        {
            return null;
        }

        byte[] tag = Tag(xid, until);
        return CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Convert.ToHexStringLower(tag)), Encoding.ASCII.GetBytes(token))
            ? Write(xid, until, tag)
            : null;
    }

    /// <summary>The xid of a ticket; null where it is not one, or has expired.</summary>
    public string? Read(string ticket, DateTimeOffset now)
    {
        if (ticket.Length > Base64Url.GetEncodedLength(HeadLength + HMACSHA256.HashSizeInBytes + LongestXid))
        {
            return null;
        }

        byte[] bytes = new byte[Base64Url.GetMaxDecodedLength(ticket.Length)];
        if (Base64Url.DecodeFromChars(ticket, bytes, out _, out int length) != OperationStatus.Done
            || length <= HeadLength + HMACSHA256.HashSizeInBytes)
        {
            return null;
        }

        long expires = BinaryPrimitives.ReadInt64BigEndian(bytes);
        string xid = Encoding.UTF8.GetString(bytes.AsSpan(HeadLength + HMACSHA256.HashSizeInBytes, length
            - HeadLength - HMACSHA256.HashSizeInBytes));
        return CryptographicOperations.FixedTimeEquals(
            Tag(xid, expires), bytes.AsSpan(HeadLength, HMACSHA256.HashSizeInBytes))
            && expires > now.ToUnixTimeSeconds()
            ? xid
            : null;
    }

    private static string Write(string xid, long expires, byte[] tag)
    {
        byte[] bytes = new byte[HeadLength + tag.Length + Encoding.UTF8.GetByteCount(xid)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, expires);
        tag.CopyTo(bytes, HeadLength);
        Encoding.UTF8.GetBytes(xid, bytes.AsSpan(HeadLength + tag.Length));
        return Base64Url.EncodeToString(bytes);
    }

    private byte[] Tag(string xid, long expires) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(
        xid + "\n" + expires.ToString(CultureInfo.InvariantCulture)));
}
