namespace Gouvernail.Server.Tests.Verify;

/// <summary>A clock that a test sets. What elapses between two readings is real.</summary>
internal sealed class HandClock : TimeProvider
{
    private long _ticks = new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero).UtcTicks;

    /// <summary>What it says.</summary>
    public DateTimeOffset Now => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Pass(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);

    public override DateTimeOffset GetUtcNow() => Now;
}
