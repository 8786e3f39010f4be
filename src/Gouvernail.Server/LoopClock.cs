using Gouvernail.Journals;

namespace Gouvernail.Server;

/// <summary>
/// Has the log say what time alone has brought about, such as the end of a permit or of a petition: at the start, and
/// within twenty
/// seconds. Nothing waits for it: a permit ends on its second, whether that was logged yet or not.
/// </summary>
internal sealed partial class LoopClock(Community community, TimeProvider clock, ILogger<LoopClock> log)
    : BackgroundService
{
    private static readonly TimeSpan _pace = TimeSpan.FromSeconds(20);

    private bool _isBroken;

    /// <summary>Looks once. A disk that fails is tried again the next time.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        try
        {
            await community.TickAsync(cancellation);
            _isBroken = false;
        }
        catch (JournalException e)
        {
            Tell(() => Fails(log, e.Fault, e.Reason.English));
        }
#pragma warning disable CA1031 // A defect here ends nothing: what is over is refused all the same.
        catch (Exception e) when (e is not (OperationCanceledException or ObjectDisposedException))
#pragma warning restore CA1031
        {
            Tell(() => Breaks(log, e.GetType().Name, e.StackTrace ?? ""));
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pace, clock);
        try
        {
            do
            {
                await LookAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The server is ending.
        }
    }

    /// <summary>Says it once, not three times a minute.</summary>
    private void Tell(Action say)
    {
        if (!_isBroken)
        {
            say();
        }

        _isBroken = true;
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "What is over cannot be logged now ({Fault}): {Reason}. It is tried again.")]
    private static partial void Fails(ILogger log, JournalFault fault, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "To look for what is over broke with {Kind}\n{Trace}")]
    private static partial void Breaks(ILogger log, string kind, string trace);
}
