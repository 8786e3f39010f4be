namespace Gouvernail.Log.Witnesses;

/// <summary>A memory that lasts as long as the process: for tests, and for witnesses that vouch for nothing.</summary>
public sealed class PassingMemory : IWitnessMemory
{
    private readonly Dictionary<string, Checkpoint> _last = new(StringComparer.Ordinal);
    private readonly Lock _door = new();

    /// <inheritdoc/>
    public Checkpoint? Last(string origin)
    {
        lock (_door)
        {
            return _last.GetValueOrDefault(origin);
        }
    }

    /// <inheritdoc/>
    public bool TryAdvance(Checkpoint? expected, Checkpoint newer)
    {
        ArgumentNullException.ThrowIfNull(newer);
        lock (_door)
        {
            if (_last.GetValueOrDefault(newer.Origin) != expected)
            {
                return false;
            }

            _last[newer.Origin] = newer;
            return true;
        }
    }
}
