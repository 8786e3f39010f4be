using System.Globalization;
using System.Text;

namespace Gouvernail.Server.Aggregate.Maps;

/// <summary>
/// Tells everybody who listens that there is a new map. Listeners wait for the same task, and write the same bytes:
/// ten thousand of them cost ten thousand writes, and no timer.
/// </summary>
internal sealed class MapFeed
{
    private static readonly byte[] _beat = ": still here\n\n"u8.ToArray();

    private readonly Lock _gate = new();
    private Pulse _last = new([]);
    private byte[] _current = [];
    private int _listeners;

    /// <summary>How many listen.</summary>
    public int Listeners => Volatile.Read(ref _listeners);

    /// <summary>Tells of a map.</summary>
    public void Tell(LiveMap map)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"event: map\nid: {map.Tag}\ndata: {{\"version\":{map.Version}}}\n\n"));
        lock (_gate)
        {
            _current = bytes;
        }

        Send(new Pulse(bytes));
    }

    /// <summary>Tells nothing, so that whatever is between knows that the line is open.</summary>
    public void Beat() => Send(new Pulse(_beat));

    /// <summary>Lets everybody go.</summary>
    public void End() => Send(new Pulse(null));

    /// <summary>Writes to one listener, the last map first, until they leave or the server ends.</summary>
    public async Task ListenAsync(Stream body, CancellationToken left)
    {
        Pulse pulse;
        byte[] first;
        lock (_gate)
        {
            (pulse, first) = (_last, _current);
        }

        Interlocked.Increment(ref _listeners);
        try
        {
            await body.WriteAsync(first.Length > 0 ? first : _beat, left);
            await body.FlushAsync(left);
            while (true)
            {
                pulse = await pulse.Next.Task.WaitAsync(left);
                if (pulse.Bytes is not { } bytes)
                {
                    return;
                }

                await body.WriteAsync(bytes, left);
                await body.FlushAsync(left);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _listeners);
        }
    }

    private void Send(Pulse pulse)
    {
        Pulse before;
        lock (_gate)
        {
            before = _last;
            // Who comes after the end is let go at once.
            if (before.Bytes is null)
            {
                return;
            }

            _last = pulse.Bytes is null ? Ended() : pulse;
            pulse = _last;
        }

        before.Next.SetResult(pulse);
    }

    private static Pulse Ended()
    {
        var end = new Pulse(null);
        end.Next.SetResult(end);
        return end;
    }

    private sealed class Pulse(byte[]? bytes)
    {
        public byte[]? Bytes => bytes;

        public TaskCompletionSource<Pulse> Next { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
