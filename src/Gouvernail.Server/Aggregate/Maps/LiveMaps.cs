using System.Collections.Concurrent;
using System.Diagnostics;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Live;

namespace Gouvernail.Server.Aggregate.Maps;

/// <summary>
/// The maps of consultations while people vote: computed beside the requests, for those whose votes change or that
/// somebody looks at; at most twice a second each, and where that is dear less often, so that votes come first.
/// </summary>
internal sealed partial class LiveMaps(
    Community community, TimeProvider clock, IHostApplicationLifetime life, ILogger<LiveMaps> log) : BackgroundService
{
    private static readonly TimeSpan _beat = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, MapWork> _works = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, MapWork> _waiting = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _bell = new(0);
    private Action<LiveConsultation>? _before;

    /// <summary>The last map of a consultation; null before the first.</summary>
    public LiveMap? Last(string consultation) =>
        _works.TryGetValue(consultation, out MapWork? work) ? work.Last : null;

    /// <summary>
    /// The map of a consultation, which from now on follows its votes. The first takes a moment; null where it takes
    /// longer than <paramref name="patience"/>.
    /// </summary>
    public async Task<LiveMap?> LookAsync(LiveConsultation live, TimeSpan patience, CancellationToken cancel)
    {
        MapWork work = Want(live);
        if (work.Last is null)
        {
            await Task.WhenAny(work.First.Task, Task.Delay(patience, cancel));
        }

        return work.Last;
    }

    /// <summary>Who tells of new maps of a consultation.</summary>
    public MapFeed FeedOf(LiveConsultation live)
    {
        MapFeed feed = Want(live).Feed;
        if (life.ApplicationStopping.IsCancellationRequested)
        {
            feed.End();
        }

        return feed;
    }

    /// <summary>Where a participant stands; null where there is no map yet, or they have no vote on it.</summary>
    public Standing? PlaceOf(LiveConsultation live, LiveParticipant participant) =>
        Want(live).Last is { } map ? Standing.Of(map, participant.Ballots) : null;

    /// <summary>Told of each new map, on the thread that computed it: quick.</summary>
    public Action<LiveMap>? Made { get; set; }

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _before = community.Live.Changed;
        community.Live.Changed = live =>
        {
            _before?.Invoke(live);
            Want(live);
        };
        // Before the server waits for its requests: listeners would never end by themselves.
        life.ApplicationStopping.Register(() => Array.ForEach([.. _works.Values], work => work.Feed.End()));
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        // The log may still end what it has begun: nobody follows it here any more.
        community.Live.Changed = _before;
        base.Dispose();
        _bell.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        long beaten = Stopwatch.GetTimestamp();
        while (!stoppingToken.IsCancellationRequested)
        {
            TimeSpan wait = _beat - Stopwatch.GetElapsedTime(beaten);
            foreach (MapWork work in _waiting.Values)
            {
                TimeSpan due = Due(work);
                wait = due < wait ? due : wait;
            }

            if (wait > TimeSpan.Zero)
            {
                await _bell.WaitAsync(wait, stoppingToken);
            }

            if (Stopwatch.GetElapsedTime(beaten) >= _beat)
            {
                beaten = Stopwatch.GetTimestamp();
                Array.ForEach([.. _works.Values], work => work.Feed.Beat());
            }

            foreach (MapWork work in _waiting.Values.Where(work => Due(work) <= TimeSpan.Zero))
            {
                // Off this loop's thread: what waits for a map must not wait for this method to return.
                await Task.Run(() => Work(work, stoppingToken), stoppingToken);
            }
        }
    }

    private MapWork Want(LiveConsultation live)
    {
        MapWork work = _works.GetOrAdd(live.Id, static (_, it) => new MapWork(it), live);
        bool isBehind = work.IsBehind;
        if (isBehind || work.LacksStability)
        {
            // Who waits for its stability only, which is not urgent, wakes the loop once more for the next vote.
            bool isNew = _waiting.TryAdd(live.Id, work);
            bool isUrgent = isBehind && work.Hurry();
            if ((isNew || isUrgent) && _bell.CurrentCount == 0)
            {
                _bell.Release();
            }
        }

        return work;
    }

    private static TimeSpan Due(MapWork work) => work.Last is null ? TimeSpan.Zero
        : work.IsBehind ? work.Pause - Stopwatch.GetElapsedTime(work.Computed)
        : work.SurePause - Stopwatch.GetElapsedTime(work.Sure);

    private void Work(MapWork work, CancellationToken cancel)
    {
        _waiting.TryRemove(work.Live.Id, out _);
        work.Begin();
        try
        {
            if (work.Live.View().Stage != Stage.Draft)
            {
                bool sure = work.Sure == 0 || Stopwatch.GetElapsedTime(work.Sure) >= work.SurePause;
                work.Compute(clock, sure && work.Last is not null, cancel);
                Made?.Invoke(work.Last!);
                // What hurried meanwhile may be counted already; whatever is not is wanted again.
                work.Begin();
                Want(work.Live);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The server ends.
        }
#pragma warning disable CA1031 // One consultation whose map cannot be made must not stop the maps of the others.
        catch (Exception e)
#pragma warning restore CA1031
        {
            MapFails(log, work.Live.Id, e.GetType().Name, e.StackTrace ?? "");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The map of {Consultation} broke with {Kind}\n{Trace}")]
    private static partial void MapFails(ILogger log, string consultation, string kind, string trace);
}
