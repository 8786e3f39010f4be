using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Gouvernail.Choice;
using Gouvernail.Choice.Opinions;
using Gouvernail.Consult;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Live;

namespace Gouvernail.Server.Aggregate.Maps;

/// <summary>What is done, and is to be done, for the map of one consultation.</summary>
internal sealed class MapWork(LiveConsultation live)
{
    /// <summary>Resamples behind the stability that pages show: as many as published results have.</summary>
    public const int Resamples = 50;

    /// <summary>Cells times resamples beyond which stability is for published results alone.</summary>
    private const long MostDrawn = 20_000_000;

    /// <summary>A map with its stability that takes no longer than this is made at once.</summary>
    private static readonly TimeSpan _quick = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan _leastPause = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan _leastSure = TimeSpan.FromSeconds(10);

    /// <summary>How soon a vote is on a map: in the next, if that is begun in time.</summary>
    private static readonly TimeSpan _soon = TimeSpan.FromMilliseconds(1500);

    private static int _number;

    private static readonly string _run = RandomNumberGenerator.GetHexString(8, lowercase: true);

    private TimeSpan _sureTook;
    private int _isUrgent;

    /// <summary>The consultation.</summary>
    public LiveConsultation Live => live;

    /// <summary>Who is told.</summary>
    public MapFeed Feed { get; } = new();

    /// <summary>The last map; null before the first.</summary>
    public LiveMap? Last { get; private set; }

    /// <summary>Done once there is a map.</summary>
    public TaskCompletionSource First { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>
    /// How long to wait after a map: ten times what it took, so that votes have most of the machine, but no longer than
    /// lets a vote be on a map soon.
    /// </summary>
    public TimeSpan Pause { get; private set; } = _leastPause;

    /// <summary>How long to wait until stability, which is less urgent, is computed once more.</summary>
    public TimeSpan SurePause => _sureTook * 30 > _leastSure ? _sureTook * 30 : _leastSure;

    /// <summary>When it was last computed, and last with its stability.</summary>
    public long Computed { get; private set; }

    /// <inheritdoc cref="Computed"/>
    public long Sure { get; private set; }

    /// <summary>True where entries came since the last map.</summary>
    public bool IsBehind => Last is null || Last.Version < live.Version;

    /// <summary>True where the last map does not say how sure it is, and soon can.</summary>
    public bool LacksStability => Last is { HasStability: false } last && IsSmall(last.Votes);

    /// <summary>Says that there are votes to count; true where that was not said yet.</summary>
    public bool Hurry() => Interlocked.Exchange(ref _isUrgent, 1) == 0;

    /// <summary>Whatever is said from now on is about later votes.</summary>
    public void Begin() => Interlocked.Exchange(ref _isUrgent, 0);

    /// <summary>Computes the map as votes stand now.</summary>
    public void Compute(TimeProvider clock, bool withStability, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        (long version, Conversation conversation, VoteTable votes) = Table(live);
        bool sure = (withStability || _sureTook < _quick) && IsSmall(votes);
        OpinionMap map = OpinionMapMethod.Compute(
            votes, new MapOptions { Resamples = sure ? Resamples : 0 }, cancel);
        TimeSpan took = watch.Elapsed;
        _sureTook = sure ? took : _sureTook;
        Pause = TimeSpan.FromTicks(Math.Max(
            _leastPause.Ticks, Math.Min(10 * took.Ticks, _soon.Ticks - (2 * took.Ticks))));
        Last = new LiveMap(live.Id, version, clock.GetUtcNow(), conversation, votes, map)
        {
            Tag = NewTag(),
            Hours = live.Hours(),
        };
        Computed = Stopwatch.GetTimestamp();
        Sure = sure ? Computed : Sure;
        First.TrySetResult();
        Feed.Tell(Last);
    }

    /// <summary>The one place where a consultation's votes become a table: at the price of what changed.</summary>
    private static (long Version, Conversation Conversation, VoteTable Votes) Table(LiveConsultation live)
    {
        LiveTable table = live.Table();
        ConsultationOpened opened = table.View.Opened;
        var conversation = new Conversation
        {
            Topic = opened.Topic,
            Description = opened.Description,
            Url = opened.Url,
            Statements = [.. table.View.Statements.Select(s => new Statement(s.Id, s.Text)
            {
                Moderation = s.Decision.Moderation,
                IsMeta = s.Decision.IsMeta,
            })],
            Votes = table.Votes,
        };
        return (table.Version, ForVisitors(conversation, table.View), table.Votes);
    }

    /// <summary>
    /// Statements that visitors do not see are as rejected ones, and their texts are not there at all.
    /// </summary>
    public static Conversation ForVisitors(Conversation conversation, ConsultationView view) => conversation with
    {
        Statements = [.. conversation.Statements.Select(s => view.Find(s.Id) is { } listed && view.IsShown(listed)
            ? s
            : s with { Text = "", Moderation = Moderation.Rejected })],
    };

    /// <summary>A tag that no other map of any run of the server has.</summary>
    public static string NewTag() =>
        string.Create(CultureInfo.InvariantCulture, $"{_run}-{Interlocked.Increment(ref _number)}");

    /// <summary>True where the stability of a map of these votes takes seconds and not minutes.</summary>
    public static bool IsSmall(VoteTable votes) =>
        (long)Resamples * (votes.Participants.Count + votes.Statements.Count + votes.VoteCount) <= MostDrawn;
}
