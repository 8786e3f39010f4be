using System.Diagnostics;
using System.Net;

namespace Gouvernail.Server;

/// <summary>
/// How often one address may ask. A network of version 6, of which anybody may have billions of addresses, is one
/// address.
/// </summary>
/// <param name="perMinute">Tokens a minute, and the most in a bucket.</param>
/// <param name="clock">Tells the time that passes.</param>
internal sealed class AddressRates(int perMinute, TimeProvider clock)
{
    private readonly Buckets _buckets = new(perMinute, TimeSpan.FromMinutes(1), clock);

    /// <summary>Takes tokens from an address's bucket.</summary>
    /// <returns>Zero; or where there are not enough, how long to wait for them.</returns>
    public TimeSpan Take(IPAddress? address, double tokens) => _buckets.Take(HashOf(address), tokens);

    /// <summary>A hash that nobody can choose: it is keyed anew in every process.</summary>
    private static int HashOf(IPAddress? address)
    {
        Span<byte> bytes = stackalloc byte[16];
        IPAddress plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address ?? IPAddress.None;
        bool isWritten = plain.TryWriteBytes(bytes, out int length);
        Debug.Assert(isWritten, "An address has at most 16 bytes.");
        var hash = new HashCode();
        hash.AddBytes(bytes[..(length == 16 ? 8 : length)]);
        return hash.ToHashCode();
    }
}
