using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Gouvernail.Log;

namespace Gouvernail.Server.People;

/// <summary>
/// Knows a returning device by its cookie: an id and an HMAC-SHA256 tag of it, of which the first 16 bytes are kept,
/// in base64url. Nothing is kept here about any device.
/// </summary>
/// <param name="key">The key of the tags; who has it can pass for any device.</param>
internal sealed class Devices(byte[] key)
{
    private const string Name = "device";
    private const string Scheme = "Device ";
    private const int TagLength = 16;
    private const int TextLength = 43;

    private static readonly object _fresh = new();

    /// <summary>
    /// The device of a request, by its cookie, or for programs by <c>Authorization: Device TEXT</c>; null where it
    /// bears none, or none of ours.
    /// </summary>
    public DeviceId? Of(HttpContext context) =>
        context.Items.TryGetValue(_fresh, out object? made) ? (DeviceId)made!
        : TryRead(TextOf(context), out DeviceId? device) ? device
        : null;

    /// <summary>The device of a request, which bears a cookie from now on, for 400 days more.</summary>
    public DeviceId Ensure(HttpContext context)
    {
        DeviceId device = Of(context) ?? DeviceId.Fresh();
        if (context.Items.TryAdd(_fresh, device))
        {
            Cookies.Set(context, Name, Write(device), TimeSpan.FromDays(400));
        }

        return device;
    }

    /// <summary>The text of a device's cookie.</summary>
    public string Write(DeviceId device)
    {
        Span<byte> bytes = stackalloc byte[DeviceId.Length + TagLength];
        device.Bytes.CopyTo(bytes);
        Tag(device.Bytes, bytes[DeviceId.Length..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads the text of a cookie, in a time that tells nothing of the tag that it should have.</summary>
    public bool TryRead(string? text, [NotNullWhen(true)] out DeviceId? device)
    {
        device = null;
        Span<byte> bytes = stackalloc byte[DeviceId.Length + TagLength];
        if (text?.Length != TextLength
            || Base64Url.DecodeFromChars(text, bytes, out _, out int length) != OperationStatus.Done
            || length != bytes.Length)
        {
            return false;
        }

        Span<byte> expected = stackalloc byte[TagLength];
        Tag(bytes[..DeviceId.Length], expected);
        if (CryptographicOperations.FixedTimeEquals(expected, bytes[DeviceId.Length..]))
        {
            device = new DeviceId(bytes[..DeviceId.Length]);
        }

        return device is not null;
    }

    private static string? TextOf(HttpContext context) =>
        context.Request.Headers.Authorization.ToString() is var header
        && header.StartsWith(Scheme, StringComparison.Ordinal)
            ? header[Scheme.Length..]
            : context.Request.Cookies[Cookies.NameOf(context, Name)];

    private void Tag(ReadOnlySpan<byte> id, Span<byte> tag)
    {
        Span<byte> whole = stackalloc byte[KeyedHash.Length];
        KeyedHash.Write(key, [.. "gouvernail device\n"u8, .. id], whole);
        whole[..TagLength].CopyTo(tag);
    }
}
