using Gouvernail.Journals;

namespace Gouvernail.Server;

/// <summary>Has the log say, within a minute, what time alone brings about: permits and petitions that are over.
/// </summary>
internal sealed class LoopClock(Community community, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan _pace = TimeSpan.FromMinutes(1);

    private ITimer? _timer;
    private Task _work = Task.CompletedTask;

    /// <summary>Begins to look.</summary>
    public void Start() => _timer = clock.CreateTimer(_ => Look(), null, TimeSpan.Zero, _pace);

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer?.Dispose();
        _work.GetAwaiter().GetResult();
    }

    /// <summary>Looks now.</summary>
    public async Task LookAsync()
    {
        try
        {
            await community.TickAsync();
        }
        catch (JournalException)
        {
            // The disk failed: acts of people say so, and nothing that is over is taken for running all the same.
        }
        catch (ObjectDisposedException)
        {
            // The server is ending.
        }
    }

    private void Look()
    {
        if (_work.IsCompleted)
        {
            _work = LookAsync();
        }
    }
}
