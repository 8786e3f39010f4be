using System.Collections.Concurrent;
using System.Text.Json;
using Gouvernail.Aggregate.OpinionMaps;
using Gouvernail.Aggregate.Results;
using Gouvernail.Choice.Opinions;
using Gouvernail.Consult;
using Gouvernail.Consult.Live;
using Gouvernail.Journals;
using Gouvernail.Server.Aggregate.Maps;

namespace Gouvernail.Server.Aggregate.Publishing;

/// <summary>A published result computed again from the log.</summary>
/// <param name="Map">The map; null where what came out is not what was published: something was erased since.</param>
internal sealed record Recount(LiveMap? Map);

/// <summary>
/// Computes published results again from the log to show them: what a page shows is what anybody gets who counts again.
/// </summary>
internal sealed class PublishedMaps(Community community, IHostApplicationLifetime life) : IAsyncDisposable
{
    /// <summary>The most results kept at hand.</summary>
    private const int Most = 16;

    private readonly ConcurrentDictionary<long, Lazy<Task<Counted?>>> _known = new();
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>A result again; null where it takes longer than <paramref name="patience"/>.</summary>
    public async Task<Recount?> LookAsync(
        PublishedEntry entry, LiveConsultation live, TimeSpan patience, CancellationToken cancel)
    {
        if (_known.Count >= Most && !_known.ContainsKey(entry.Position)
            && _known.FirstOrDefault(one => one.Value.Value.IsCompleted) is { Value: not null } done)
        {
            _known.TryRemove(done.Key, out _);
        }

        Task<Counted?> task = _known.GetOrAdd(
            entry.Position, _ => new Lazy<Task<Counted?>>(() => Task.Run(() => CountAsync(entry)))).Value;
        await Task.WhenAny(task, Task.Delay(patience, cancel));
        if (!task.IsCompleted)
        {
            return null;
        }

        if (!task.IsCompletedSuccessfully)
        {
            // What broke once, such as a disk, may hold the next time.
            _known.TryRemove(entry.Position, out _);
        }

        return await task is { } counted ? new Recount(counted.For(live)) : new Recount(Map: null);
    }

    /// <summary>Ends once nothing is counted any more: none may use the log after.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (Lazy<Task<Counted?>> one in _known.Values)
        {
            await Task.WhenAny(one.Value);
        }

        _one.Dispose();
    }

    private async Task<Counted?> CountAsync(PublishedEntry entry)
    {
        CancellationToken cancel = life.ApplicationStopping;
        await _one.WaitAsync(cancel);
        try
        {
            ResultPublished result = entry.Result;
            if (!ResultMethods.TryGet(result.Method, result.Version, out IResultMethod? method)
                || community.Replay(result.Consultation, result.Size, cancel) is not { } replayed)
            {
                return null;
            }

            using JsonDocument parameters = JsonDocument.Parse(result.Parameters);
            OpinionMap map = method.Map(replayed.Conversation, parameters.RootElement, new Work(), cancel);
            using var output = new MemoryStream();
            OpinionMapJson.Write(output, map);
            return Blobs.NameOf(output.GetBuffer().AsSpan(0, (int)output.Length)) == result.Output
                ? new Counted(entry, replayed.Conversation, map)
                : null;
        }
        catch (TooLargeException)
        {
            return null;
        }
        finally
        {
            _one.Release();
        }
    }

    private sealed class Counted(PublishedEntry entry, Conversation conversation, OpinionMap map)
    {
        private (ConsultationView View, LiveMap Map)? _last;

        /// <summary>The map without what visitors may not see now, whatever it was when it was published.</summary>
        public LiveMap For(LiveConsultation live)
        {
            ConsultationView view = live.View();
            if (_last is not { } last || !ReferenceEquals(last.View, view))
            {
                Conversation shown = MapWork.ForVisitors(conversation, view);
                _last = last = (view, new LiveMap(
                    live.Id, entry.Result.Size, entry.Time, shown, conversation.Votes, map)
                {
                    Tag = MapWork.NewTag(),
                    Hours = [],
                });
            }

            return last.Map;
        }
    }
}
