namespace Gouvernail.Server;

/// <summary>
/// How often somebody may do something: buckets of tokens that fill up within a time. They are as many as they are,
/// whoever comes: two in 65,536 may share one, and no crowd fills the memory.
/// </summary>
/// <param name="most">Tokens in a full bucket, and as many come back within the window.</param>
/// <param name="window">The time in which an empty bucket fills up.</param>
/// <param name="clock">Tells the time that passes.</param>
internal sealed class Buckets(int most, TimeSpan window, TimeProvider clock)
{
    private const int Count = 1 << 16;

    private readonly long _window = (long)(window.TotalSeconds * clock.TimestampFrequency);

    /// <summary>For each bucket, the timestamp at which it will be full (ITU-T I.371, the virtual scheduling form).
    /// </summary>
    private readonly long[] _fullAt = new long[Count];

    /// <summary>Takes tokens from a bucket.</summary>
    /// <param name="hash">Whose: a hash that nobody can choose, such as one keyed anew in every process.</param>
    /// <param name="tokens">How many; at most what a full bucket has are taken.</param>
    /// <returns>Zero; or where there are not enough, how long to wait for them.</returns>
    public TimeSpan Take(int hash, double tokens)
    {
        ref long bucket = ref _fullAt[hash & (Count - 1)];
        long cost = (long)(_window * Math.Min(tokens, most) / most);
        while (true)
        {
            long known = Volatile.Read(ref bucket);
            long now = clock.GetTimestamp();
            long next = Math.Max(known, now) + cost;
            if (next - now > _window)
            {
                return clock.GetElapsedTime(0, next - now - _window);
            }

            if (Interlocked.CompareExchange(ref bucket, next, known) == known)
            {
                return TimeSpan.Zero;
            }
        }
    }
}
