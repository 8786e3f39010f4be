using System.Collections.Concurrent;
using System.Diagnostics;
using Gouvernail.Choice;
using Gouvernail.Choice.Opinions;
using Gouvernail.Consult;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Live;

namespace Gouvernail.Server.Aggregate.Maps;

/// <summary>Maps of those on some rungs alone, computed when somebody asks, and kept a while.</summary>
internal sealed class RungMaps(TimeProvider clock)
{
    private static readonly TimeSpan _fresh = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<(string Consultation, string Rungs), Kept> _kept = new();

    /// <summary>The rungs that an address asks for, in their order; null for all of them, or for nonsense.</summary>
    public static IReadOnlyList<Rung>? Parse(string? asked)
    {
        Rung?[] rungs = [.. (asked ?? "").Split(',').Select(Rungs.Of)];
        return Array.Exists(rungs, r => r is null)
            ? null
            : [.. rungs.OfType<Rung>().Distinct().Order()];
    }

    /// <summary>How an address asks for rungs.</summary>
    public static string Text(IEnumerable<Rung> rungs) => string.Join(',', rungs.Select(r => r.Word()));

    /// <summary>The map of those on these rungs, at most some seconds old.</summary>
    public async Task<LiveMap> LookAsync(LiveConsultation live, IReadOnlyList<Rung> rungs, CancellationToken cancel)
    {
        Kept kept = _kept.GetOrAdd((live.Id, Text(rungs)), _ => new Kept());
        await kept.Turn.WaitAsync(cancel);
        try
        {
            if (kept.Map is null
                || (kept.Map.Version < live.Version && Stopwatch.GetElapsedTime(kept.Made) > _fresh))
            {
                kept.Map = await Task.Run(() => Compute(live, rungs, cancel), cancel);
                kept.Made = Stopwatch.GetTimestamp();
            }

            return kept.Map;
        }
        finally
        {
            kept.Turn.Release();
        }
    }

    private LiveMap Compute(LiveConsultation live, IReadOnlyList<Rung> rungs, CancellationToken cancel)
    {
        long version = live.Version;
        Conversation conversation = live.Conversation(rungs);
        VoteTable votes = conversation.Votes.Anonymous();
        OpinionMap map = OpinionMapMethod.Compute(
            votes, new MapOptions { Resamples = MapWork.IsSmall(votes) ? MapWork.Resamples : 0 }, cancel);
        return new LiveMap(
            live.Id, version, clock.GetUtcNow(), MapWork.ForVisitors(conversation, live.View()), votes, map)
        {
            Tag = MapWork.NewTag(),
            Hours = [],
        };
    }

    private sealed class Kept
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public LiveMap? Map { get; set; }

        public long Made { get; set; }
    }
}
