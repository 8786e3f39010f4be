using System.Diagnostics;
using System.Net;

namespace Gouvernail.Server;

/// <summary>
/// How often one address may ask: a bucket of tokens that fills up within a minute. A network of version 6, of which
/// anybody may have billions of addresses, is one address. The buckets are as many as they are, whoever comes: two
/// addresses in 65,536 may share one, and no crowd of addresses fills the memory.
/// </summary>
/// <param name="perMinute">Tokens a minute, and the most in a bucket.</param>
/// <param name="clock">Tells the time that passes.</param>
internal sealed class AddressRates(int perMinute, TimeProvider clock)
{
    private const int Buckets = 1 << 16;

    private readonly long _minute = clock.TimestampFrequency * 60;

    /// <summary>For each bucket, the timestamp at which it will be full (ITU-T I.371, the virtual scheduling form).
    /// </summary>
    private readonly long[] _fullAt = new long[Buckets];

    /// <summary>Takes tokens from an address's bucket.</summary>
    /// <returns>Zero; or where there are not enough, how long to wait for them.</returns>
    public TimeSpan Take(IPAddress? address, double tokens)
    {
        ref long bucket = ref _fullAt[IndexOf(address)];
        long cost = (long)(_minute * Math.Min(tokens, perMinute) / perMinute);
        while (true)
        {
            long known = Volatile.Read(ref bucket);
            long now = clock.GetTimestamp();
            long next = Math.Max(known, now) + cost;
            if (next - now > _minute)
            {
                return clock.GetElapsedTime(0, next - now - _minute);
            }

            if (Interlocked.CompareExchange(ref bucket, next, known) == known)
            {
                return TimeSpan.Zero;
            }
        }
    }

    /// <summary>A bucket that nobody can choose: the hash is keyed anew in every process.</summary>
    private static int IndexOf(IPAddress? address)
    {
        Span<byte> bytes = stackalloc byte[16];
        IPAddress plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address ?? IPAddress.None;
        bool isWritten = plain.TryWriteBytes(bytes, out int length);
        Debug.Assert(isWritten, "An address has at most 16 bytes.");
        var hash = new HashCode();
        hash.AddBytes(bytes[..(length == 16 ? 8 : length)]);
        return hash.ToHashCode() & (Buckets - 1);
    }
}
