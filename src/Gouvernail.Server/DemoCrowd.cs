using System.Text;
using Gouvernail.Choice;
using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;

namespace Gouvernail.Server;

/// <summary>The made-up people of a demonstration who are still voting, one after another, at people's pace.</summary>
/// <param name="community">The community.</param>
/// <param name="votes">What they will vote.</param>
/// <param name="clock">Tells how time passes.</param>
internal sealed class DemoCrowd(Community community, IReadOnlyList<CastVote> votes, TimeProvider clock) : IDisposable
{
    private const int ShortestPause = 400;
    private const int PauseRange = 2200;

    private readonly CancellationTokenSource _end = new();
    private Task _voting = Task.CompletedTask;

    /// <summary>Lets them vote.</summary>
    public void Start() => _voting = VoteAsync(_end.Token);

    /// <summary>Ends when the vote under way is durable.</summary>
    public void Dispose()
    {
        _end.Cancel();
        _voting.GetAwaiter().GetResult();
        _end.Dispose();
    }

    private async Task VoteAsync(CancellationToken cancellation)
    {
        var chance = new SeededGenerator(Encoding.UTF8.GetBytes("demo"), "pauses");
        try
        {
            foreach (CastVote vote in votes)
            {
                await Task.Delay(
                    TimeSpan.FromMilliseconds(ShortestPause + chance.NextBelow(PauseRange)), clock, cancellation);
                await community.Journal.SubmitAsync(
                    _ => CastVote.Decide(community.Consultations, vote), CancellationToken.None);
            }
        }
        catch (OperationCanceledException)
        {
            // The demonstration is over.
        }
        catch (JournalException)
        {
            // The disk failed: pages and acts of real people say so; nobody waits for these.
        }
    }
}
