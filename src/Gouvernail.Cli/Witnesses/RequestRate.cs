using System.Net;
using System.Threading.RateLimiting;

namespace Gouvernail.Cli.Witnesses;

/// <summary>
/// How often one visitor may ask: a burst of 100 requests, then 20 a second. A network of version 6, of which anybody
/// may have billions of addresses, is one visitor.
/// </summary>
internal sealed class RequestRate : IDisposable
{
    private const int Burst = 100;
    private const int PerSecond = 20;

    private readonly PartitionedRateLimiter<IPAddress> _limiter =
        PartitionedRateLimiter.Create<IPAddress, IPAddress>(address => RateLimitPartition.GetTokenBucketLimiter(
            VisitorOf(address),
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = Burst,
                TokensPerPeriod = PerSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = 0,
            }));

    public bool Allows(IPAddress? address)
    {
        using RateLimitLease lease = _limiter.AttemptAcquire(address ?? IPAddress.None);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();

    private static IPAddress VisitorOf(IPAddress address)
    {
        IPAddress plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        byte[] bytes = plain.GetAddressBytes();
        if (bytes.Length == 16)
        {
            bytes.AsSpan(8).Clear();
        }

        return new IPAddress(bytes);
    }
}
