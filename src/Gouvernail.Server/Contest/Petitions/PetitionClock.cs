using Gouvernail.Contest.Petitions;
using Gouvernail.Journals;

namespace Gouvernail.Server.Contest.Petitions;

/// <summary>Has the log say, within a minute, that the days of a petition are over.</summary>
internal sealed class PetitionClock(Community community, TimeProvider clock) : IDisposable
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
    public Task LookAsync() => ExpirePetitions.IsDue(community.PetitionBook, clock.GetUtcNow())
        ? ExpireAsync()
        : Task.CompletedTask;

    private void Look()
    {
        if (_work.IsCompleted)
        {
            _work = LookAsync();
        }
    }

    private async Task ExpireAsync()
    {
        try
        {
            await community.ActAsync(now => ExpirePetitions.Decide(community.Petitions.Book, now));
        }
        catch (JournalException)
        {
            // The disk failed: acts of people say so, and no signature is taken after the end all the same.
        }
        catch (ObjectDisposedException)
        {
            // The server is ending.
        }
    }
}
