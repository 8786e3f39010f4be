using System.Net;
using System.Net.Sockets;
using System.Text;
using Gouvernail.Log;
using Gouvernail.Log.Notes;
using Gouvernail.Log.Trees;
using Gouvernail.Log.Witnesses;

namespace Gouvernail.Cli.Tests.Witnesses;

/// <summary>Witnesses that listen, and logs that ask them, over the machine's own network.</summary>
public sealed class WitnessServerTests : IDisposable
{
    private readonly Desk _desk = new();
    private readonly WatchedLog _log = WatchedLog.Of(40);
    private readonly HttpClient _http = WitnessClient.NewHttp();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_whole_conversation_has_the_answers_of_the_specification()
    {
        await using var server = await Standing.StartAsync(new PassingMemory(), _log);
        (await PostAsync(server, Request(0, 7))).ShouldBe((200, "text/plain; charset=utf-8"));
        (await PostAsync(server, Request(0, 9))).ShouldBe((409, "text/x.tlog.size"));
        _said.ShouldBe("7\n");
        (await PostAsync(server, Request(7, 9))).ShouldBe((200, "text/plain; charset=utf-8"));
        _said.ShouldStartWith("— witness.example/w1 ");
        (await PostAsync(server, new AddCheckpointRequest(9, [Hash.Empty], _log.Note(40)).ToBytes())).Status
            .ShouldBe(422);
        (await PostAsync(server, new AddCheckpointRequest(9, [], _log.Note(7)).ToBytes())).Status.ShouldBe(400);
        (await PostAsync(server, "nonsense"u8.ToArray())).Status.ShouldBe(400);

        using WatchedLog stranger = WatchedLog.Of(9);
        (await PostAsync(server, new AddCheckpointRequest(9, [], stranger.Note(9)).ToBytes())).Status.ShouldBe(403);
        using SignerKey other = SignerKey.Generate("elsewhere.example", SignatureKind.Ed25519);
        SignedNote unknown = new Checkpoint("elsewhere.example", 0, Hash.Empty).Sign(other);
        (await PostAsync(server, new AddCheckpointRequest(0, [], unknown).ToBytes())).Status.ShouldBe(404);

        // Another tree of the same size, by the log itself.
        using WatchedLog fork = _log.Fork(9);
        (await PostAsync(server, new AddCheckpointRequest(9, [], fork.Note(9)).ToBytes())).Status.ShouldBe(409);
        server.Warned.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_not_asked_of_a_witness_is_refused()
    {
        await using var server = await Standing.StartAsync(new PassingMemory(), _log);
        (await _http.GetStringAsync(server.Address, Cancel)).ShouldBe(server.Key.Verifier + "\n");
        foreach ((string method, string path, int status, string allow) in ((string, string, int, string)[])[
            ("POST", "", 405, "GET, HEAD"), ("DELETE", "", 405, "GET, HEAD"), ("HEAD", "", 200, ""),
            ("GET", "add-checkpoint", 405, "POST"), ("PUT", "add-checkpoint", 405, "POST"),
            ("GET", "favicon.ico", 404, ""), ("POST", "add-checkpoint/", 404, ""), ("POST", "..%2Fadd", 404, "")])
        {
            using var request = new HttpRequestMessage(new(method), new Uri(server.Address, path));
            using HttpResponseMessage response = await _http.SendAsync(request, Cancel);
            ((int)response.StatusCode, string.Join(", ", response.Content.Headers.Allow))
                .ShouldBe((status, allow), method + " " + path);
        }
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_not_read()
    {
        await using var server = await Standing.StartAsync(new PassingMemory(), _log);
        foreach (bool isChunked in (bool[])[false, true])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, "add-checkpoint"))
            {
                Content = new ByteArrayContent(new byte[AddCheckpointRequest.MostBytes + 1]),
            };
            request.Headers.TransferEncodingChunked = isChunked;
            try
            {
                using HttpResponseMessage response = await _http.SendAsync(request, Cancel);
                response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
            }
            catch (HttpRequestException)
            {
                // The server may close before it has been sent everything.
            }
        }

        (await PostAsync(server, Request(0, 7))).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("\0\u0001\u0002garbage\r\n\r\n", "HTTP/1.1 400")]
    [InlineData("POST /add-checkpoint HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nold 0\n", "HTTP/1.1 408")]
    [InlineData("POST /add-checkpoint HTTP/1.1\r\nHost: a\r\n", "HTTP/1.1 408")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nA: {long}\r\n\r\n", "HTTP/1.1 431")]
    [InlineData("GET /{long} HTTP/1.1\r\nHost: a\r\n\r\n", "HTTP/1.1 414")]
    public async Task Who_is_slow_or_speaks_nonsense_is_shown_out(string sent, string answer)
    {
        await using var server = await Standing.StartAsync(
            new PassingMemory(), _log, TimeSpan.FromMilliseconds(500));
        using var socket = new TcpClient();
        await socket.ConnectAsync(server.Address.Host, server.Address.Port, Cancel);
        NetworkStream stream = socket.GetStream();
        string all = sent.Replace("{long}", new string('a', 20_000), StringComparison.Ordinal);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(all), Cancel);
        byte[] read = new byte[answer.Length];
        int length = await stream.ReadAtLeastAsync(read, read.Length, throwOnEndOfStream: false, Cancel);
        Encoding.ASCII.GetString(read, 0, length).ShouldBe(answer);
        (await PostAsync(server, Request(0, 7))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Who_asks_too_often_waits()
    {
        await using var server = await Standing.StartAsync(new PassingMemory(), _log);
        var statuses = new List<int>();
        for (int i = 0; i < 1000 && !statuses.Contains(429); i++)
        {
            statuses.Add((await PostAsync(server, "x"u8.ToArray())).Status);
        }

        statuses.Count.ShouldBeGreaterThan(100);
        statuses[^1].ShouldBe(429);
    }

    [Fact]
    public async Task Two_witnesses_make_a_quorum()
    {
        await using var one = await Standing.StartAsync(new PassingMemory(), _log);
        await using var two = await Standing.StartAsync(new PassingMemory(), _log, name: "witness.example/w2");
        string text = $"log {_log.Vkey}\nwitness one {one.Key.Verifier} {one.Address}\n"
            + $"witness two {two.Key.Verifier} {two.Address}\ngroup both all one two\nquorum both\n";
        TrustPolicy.TryParse(Encoding.UTF8.GetBytes(text), out TrustPolicy? policy, out _).ShouldBeTrue();
        var client = new WitnessClient(_http);
        foreach (long size in (long[])[0, 7, 8, 40])
        {
            Cosigning cosigning = await client.CosignAsync(policy, _log.Note(size), _log.Tree, Cancel);
            cosigning.Outcomes.ShouldAllBe(outcome => outcome.Problem == null);
            policy.TryAccept(cosigning.Note, out AcceptedCheckpoint? accepted, out _).ShouldBeTrue();
            accepted.Cosignatures.ShouldAllBe(c => c.Time == Standing.Now);
        }

        // A log that changes its past finds no quorum any more.
        using WatchedLog fork = _log.Fork(41);
        Cosigning refused = await client.CosignAsync(policy, fork.Note(41), fork.Tree, Cancel);
        refused.Outcomes.ShouldAllBe(outcome => outcome.Problem!.Kind == ProblemKind.BadProof);
        policy.TryAccept(refused.Note, out _, out Problem? problem).ShouldBeFalse();
        problem.Kind.ShouldBe(ProblemKind.NoQuorum);
    }

    [Fact]
    public async Task Of_two_trees_of_one_size_one_at_most_is_ever_cosigned()
    {
        using FileMemory memory = Memory();
        await using var server = await Standing.StartAsync(memory, _log);
        using WatchedLog fork = _log.Fork(40);
        var client = new WitnessClient(_http);
        var cosigned = new HashSet<(long Size, Hash Root)>();
        for (long size = 1; size < 12; size++)
        {
            WitnessOutcome[] outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() =>
            {
                WatchedLog log = i % 2 == 0 ? _log : fork;
                return client.AskAsync(
                    server.Address, server.Key.Verifier, log.Note(size), log.Tree, size - 1, Cancel);
            })));
            for (int i = 0; i < outcomes.Length; i++)
            {
                if (outcomes[i].Cosignature is not null)
                {
                    cosigned.Add((size, (i % 2 == 0 ? _log : fork).Checkpoint(size).Root));
                }
            }
        }

        cosigned.Select(c => c.Size).ShouldBeUnique();
        cosigned.Count.ShouldBe(11);
    }

    [Fact]
    public async Task A_witness_that_cannot_remember_does_not_cosign()
    {
        using FileMemory memory = Memory();
        var failing = new FailingMemory(memory, new IOException("no", 28));
        await using var server = await Standing.StartAsync(failing, _log);
        (await PostAsync(server, Request(0, 7))).Status.ShouldBe(503);
        _said.ShouldNotContain("—");
        server.Warned.ShouldHaveSingleItem().English.ShouldContain("the disk is full");
        memory.Last(WatchedLog.Origin).ShouldBeNull();

        failing.Fault = new InvalidDataException();
        (await PostAsync(server, Request(0, 7))).Status.ShouldBe(500);
        failing.Fault = null;
        (await PostAsync(server, Request(0, 7))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Killed_between_remembering_and_answering_a_witness_still_contradicts_nothing()
    {
        using (FileMemory memory = Memory())
        {
            var failing = new FailingMemory(memory, new IOException()) { IsAfter = true };
            await using var server = await Standing.StartAsync(failing, _log);
            (await PostAsync(server, Request(0, 7))).Status.ShouldBe(503);
        }

        using FileMemory later = Memory();
        await using var again = await Standing.StartAsync(later, _log);
        using WatchedLog fork = _log.Fork(7);
        var client = new WitnessClient(_http);
        (await client.AskAsync(again.Address, again.Key.Verifier, fork.Note(7), fork.Tree, 0, Cancel))
            .Cosignature.ShouldBeNull();
        (await client.AskAsync(again.Address, again.Key.Verifier, _log.Note(7), _log.Tree, 0, Cancel))
            .Cosignature.ShouldNotBeNull();
    }

    public void Dispose()
    {
        _http.Dispose();
        _log.Dispose();
        _desk.Dispose();
    }

    private string _said = "";

    private async Task<(int Status, string Type)> PostAsync(Standing server, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        using HttpResponseMessage response = await _http.PostAsync(
            new Uri(server.Address, "add-checkpoint"), content, Cancel);
        _said = await response.Content.ReadAsStringAsync(Cancel);
        return ((int)response.StatusCode, response.Content.Headers.ContentType!.ToString());
    }

    private byte[] Request(long old, long size) =>
        new AddCheckpointRequest(old, ConsistencyProof.Make(_log.Tree, old, size)!, _log.Note(size)).ToBytes();

    private FileMemory Memory()
    {
        if (!Directory.Exists(_desk.At("seen")))
        {
            FileMemory.Create(_desk.At("seen"));
        }

        FileMemory.TryOpen(_desk.At("seen"), out FileMemory? memory, out _).ShouldBeTrue();
        return memory;
    }

    /// <summary>A memory whose disk fails, before it takes a checkpoint or just after.</summary>
    private sealed class FailingMemory(FileMemory memory, Exception fault) : IWitnessMemory
    {
        public Exception? Fault { get; set; } = fault;

        public bool IsAfter { get; init; }

        public Checkpoint? Last(string origin) => memory.Last(origin);

        public bool TryAdvance(Checkpoint? expected, Checkpoint newer)
        {
            bool isDone = (Fault is null || IsAfter) && memory.TryAdvance(expected, newer);
            return Fault is null ? isDone : throw Fault;
        }
    }
}
