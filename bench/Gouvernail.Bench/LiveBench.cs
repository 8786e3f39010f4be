using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Gouvernail.Choice;
using Gouvernail.Choice.Opinions;
using Gouvernail.Consult;
using Gouvernail.Consult.Simulation;

namespace Gouvernail.Bench;

/// <summary>The map of a large conversation that goes on: votes come, and it is drawn again, in one process.</summary>
internal sealed class LiveBench
{
    private const int NewVotes = 1_000;

    /// <summary>One new vote in so many is by somebody who had not voted.</summary>
    private const int OneNewcomerIn = 20;

    private readonly int _warmUp;
    private readonly int _refreshes;
    private readonly StatementColumn[] _statements;
    private readonly LiveVotes _live;
    private readonly List<int> _people;
    private readonly List<int> _cells;
    private readonly SeededGenerator _chance = new([], "live");
    private int _participants;

    public LiveBench(Arguments arguments)
    {
        _warmUp = arguments.Whole("--warm-up", 40);
        _refreshes = arguments.Whole("--refreshes", 40);
        _participants = arguments.Whole("--participants", 33_000);
        int statements = arguments.Whole("--statements", 783);
        Conversation conversation = SimulatedConversation.Create(new SimulationOptions
        {
            Participants = _participants,
            Statements = statements,
            Density = arguments.Whole("--votes", 2_000_000) / ((double)_participants * statements),
            Groups = 3,
            Seed = "1",
        });
        _statements = [.. conversation.Votes.Statements];
        _live = new LiveVotes(conversation.Votes);
        _people = [.. conversation.History!.Participants];
        _cells = [.. conversation.History.Cells];
    }

    public int Run()
    {
        Console.WriteLine("| what | wall ms, median | most | CPU ms, median | most | of the wall: the table | bar |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        _ = Measure(threads: 1);
        OpinionMap map = Measure(threads: 2);
        bool same = Bits(map).AsSpan().SequenceEqual(Bits(Cold()));
        Console.WriteLine(same ? "The last map has the bits of a cold one." : "THE LAST MAP DIFFERS FROM A COLD ONE.");
        return same ? 0 : 1;
    }

    private OpinionMap Measure(int threads)
    {
        for (int i = 0; i < _warmUp; i++)
        {
            _ = Refresh(threads);
        }

        Refreshed[] all = [.. Enumerable.Range(0, _refreshes).Select(_ => Refresh(threads))];
        (double wall, double mostWall) = MedianAndMost(all.Select(r => r.Wall));
        (double cpu, double mostCpu) = MedianAndMost(all.Select(r => r.Cpu));
        (double table, _) = MedianAndMost(all.Select(r => r.Table));
        VoteTable votes = _live.Snapshot(_statements);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {votes.Participants.Count:N0} × {votes.Statements.Count:N0}, {votes.VoteCount:N0} votes: {NewVotes:N0} "
                + $"more, then the map, threads: {threads} "
                + $"| {wall:F0} | {mostWall:F0} | {cpu:F0} | {mostCpu:F0} | {table:F0} | 300 ms with two threads |"));
        return all[^1].Map;
    }

    /// <summary>New votes, then the table and the map of all that hold.</summary>
    private Refreshed Refresh(int threads)
    {
        for (int e = 0; e < NewVotes; e++)
        {
            _people.Add(_chance.NextBelow(OneNewcomerIn) == 0 ? _participants++ : _chance.NextBelow(_participants));
            _cells.Add(_chance.NextBelow(3 * _statements.Length));
        }

        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        for (int e = _cells.Count - NewVotes; e < _cells.Count; e++)
        {
            _live.Cast(_people[e], VoteTable.StatementOf(_cells[e]), VoteTable.VoteOf(_cells[e]));
        }

        VoteTable votes = _live.Snapshot(_statements);
        double table = watch.Elapsed.TotalMilliseconds;
        OpinionMap map = OpinionMapMethod.Compute(votes, new MapOptions { Resamples = 0, Threads = threads });
        return new Refreshed(
            map,
            watch.Elapsed.TotalMilliseconds,
            (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds,
            table);
    }

    /// <summary>The map of all events, from nothing.</summary>
    private OpinionMap Cold() => OpinionMapMethod.Compute(
        VoteTable.FromEvents(
            [.. Enumerable.Range(0, _participants).Select(n => n.ToString(CultureInfo.InvariantCulture))],
            _statements,
            CollectionsMarshal.AsSpan(_people),
            CollectionsMarshal.AsSpan(_cells),
            default).Anonymous(),
        new MapOptions { Resamples = 0 });

    private static byte[] Bits(OpinionMap map) => JsonSerializer.SerializeToUtf8Bytes(map);

    private static (double Median, double Most) MedianAndMost(IEnumerable<double> numbers)
    {
        double[] sorted = [.. numbers.Order()];
        return (sorted[sorted.Length / 2], sorted[^1]);
    }

    private sealed record Refreshed(OpinionMap Map, double Wall, double Cpu, double Table);
}
