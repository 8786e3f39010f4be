using System.Net;
using System.Text;
using Gouvernail.Log.Notes;
using Gouvernail.Log.Witnesses;

namespace Gouvernail.Log.Tests.Witnesses;

public sealed class WitnessClientTests : IDisposable
{
    private static readonly Uri _prefix = new("https://witness.example/w1");
    private static readonly DateTimeOffset _now = DateTimeOffset.FromUnixTimeSeconds(1_679_315_147);

    private readonly SmallLog _log = new(40);
    private readonly SignerKey _key = SignerKey.Generate("witness.example/w1", SignatureKind.Cosignature);
    private readonly SignerKey _other = SignerKey.Generate("witness.example/w2", SignatureKind.Cosignature);
    private readonly PassingMemory _memory = new();

    [Fact]
    public async Task A_witness_is_asked_again_from_the_size_that_it_names()
    {
        var wire = new Wire(Honest);
        foreach ((long size, int requests) in ((long, int)[])[(7, 1), (9, 2), (40, 2), (40, 2)])
        {
            wire.Requests.Clear();
            WitnessOutcome outcome = await AskAsync(wire, size);
            outcome.Problem?.Message.ShouldBeNull();
            outcome.Cosignature!.Key.ShouldBe(_key.Verifier);
            outcome.Cosignature.Time.ShouldBe(_now);
            wire.Requests.Count.ShouldBe(requests);
        }

        wire.Requests.Select(r => r.Method + " " + r.RequestUri).Distinct()
            .ShouldBe(["POST https://witness.example/w1/add-checkpoint"]);
    }

    [Fact]
    public async Task A_size_known_before_saves_a_request()
    {
        var wire = new Wire(Honest);
        await AskAsync(wire, 7);
        wire.Requests.Clear();
        (await AskAsync(wire, 9, known: 7)).Cosignature.ShouldNotBeNull();
        wire.Requests.Count.ShouldBe(1);
        (await AskAsync(wire, 9, known: 12)).Cosignature.ShouldNotBeNull();
    }

    [Fact]
    public async Task Two_histories_of_one_log_are_told_apart()
    {
        Hash stray = Hash.Leaf("another"u8);
        var fork = new Checkpoint(SmallLog.Origin, 7, stray);
        _memory.TryAdvance(null, fork).ShouldBeTrue();

        (await AskAsync(new Wire(Honest), 7)).Problem!.Message.ShouldContain("another tree of this size");
        WitnessOutcome outcome = await AskAsync(new Wire(Honest), 9);
        outcome.Problem!.Kind.ShouldBe(ProblemKind.BadProof);
        outcome.Problem.Message.ShouldContain("422");
        (await AskAsync(new Wire(Honest), 5)).Problem!.Message.ShouldContain("larger tree");
    }

    [Theory]
    [InlineData(400, "x", ProblemKind.Refused)]
    [InlineData(403, "x", ProblemKind.Refused)]
    [InlineData(404, "x", ProblemKind.Refused)]
    [InlineData(409, "x", ProblemKind.Malformed)]
    [InlineData(409, "0\n", ProblemKind.BadProof)]
    [InlineData(422, "x", ProblemKind.BadProof)]
    [InlineData(429, "x", ProblemKind.Refused)]
    [InlineData(503, "x", ProblemKind.Refused)]
    [InlineData(307, "", ProblemKind.Unreachable)]
    [InlineData(200, "", ProblemKind.Malformed)]
    [InlineData(200, "<html>", ProblemKind.Malformed)]
    [InlineData(200, "— witness.example/w1 AAAAAAAA\n", ProblemKind.UnknownKey)]
    public async Task What_is_no_cosignature_is_a_problem(int status, string body, ProblemKind kind)
    {
        WitnessOutcome outcome = await AskAsync(new Wire(_ => (status, Encoding.UTF8.GetBytes(body))), 7);
        outcome.Cosignature.ShouldBeNull();
        outcome.Problem!.Kind.ShouldBe(kind);
    }

    [Fact]
    public async Task A_cosignature_counts_only_over_this_checkpoint_and_by_this_key()
    {
        NoteSignature other = _key.Cosign(_log.Checkpoint(8), _now);
        (await AskAsync(new Wire(_ => (200, SignedNote.Lines([other]))), 7)).Problem!.Kind
            .ShouldBe(ProblemKind.BadSignature);
        NoteSignature stranger = _other.Cosign(_log.Checkpoint(7), _now);
        (await AskAsync(new Wire(_ => (200, SignedNote.Lines([stranger]))), 7)).Problem!.Kind
            .ShouldBe(ProblemKind.UnknownKey);
        NoteSignature good = _key.Cosign(_log.Checkpoint(7), _now);
        (await AskAsync(new Wire(_ => (200, SignedNote.Lines([stranger, good]))), 7)).Cosignature!.Signature
            .ToString().ShouldBe(good.ToString());
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read_to_its_end()
    {
        WitnessOutcome outcome = await AskAsync(new Wire(_ => (200, new byte[5_000_000])), 7);
        outcome.Problem!.Kind.ShouldBe(ProblemKind.TooLarge);
    }

    [Fact]
    public async Task A_witness_that_names_another_size_each_time_is_left()
    {
        int size = 0;
        var wire = new Wire(_ => (409, Encoding.UTF8.GetBytes($"{++size}\n")));
        (await AskAsync(wire, 40)).Problem!.Kind.ShouldBe(ProblemKind.Refused);
        wire.Requests.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_witness_that_is_not_there_or_never_answers_is_unreachable()
    {
        (await AskAsync(new Wire(_ => throw new HttpRequestException("no route")), 7)).Problem!.Kind
            .ShouldBe(ProblemKind.Unreachable);
        using var http = new HttpClient(new Wire(Honest) { IsSilent = true });
        var client = new WitnessClient(http, TimeSpan.FromMilliseconds(50));
        (await client.AskAsync(_prefix, _key.Verifier, _log.Note(7), _log.Tree, 0, Cancel)).Problem!.Message
            .ShouldContain("in time");
    }

    [Fact]
    public async Task Who_gives_up_is_not_told_that_the_witness_is_at_fault()
    {
        using var giveUp = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        using var http = new HttpClient(new Wire(Honest) { IsSilent = true });
        await Should.ThrowAsync<OperationCanceledException>(() => new WitnessClient(http)
            .AskAsync(_prefix, _key.Verifier, _log.Note(7), _log.Tree, 0, giveUp.Token));
    }

    [Theory]
    [InlineData("ftp://witness.example/")]
    [InlineData("file:///etc/hosts")]
    [InlineData("https://witness.example/?a=b")]
    public async Task Only_the_web_is_asked(string address)
    {
        using var http = new HttpClient(new Wire(Honest));
        WitnessOutcome outcome = await new WitnessClient(http)
            .AskAsync(new Uri(address), _key.Verifier, _log.Note(7), _log.Tree, 0, Cancel);
        outcome.Problem!.Kind.ShouldBe(ProblemKind.Malformed);
    }

    [Fact]
    public async Task A_tree_that_lacks_hashes_is_said_to()
    {
        _memory.TryAdvance(null, _log.Checkpoint(7)).ShouldBeTrue();
        using var small = new SmallLog(3);
        using var http = new HttpClient(new Wire(Honest));
        WitnessOutcome outcome = await new WitnessClient(http)
            .AskAsync(_prefix, _key.Verifier, _log.Note(40), small.Tree, 0, Cancel);
        outcome.Problem!.Kind.ShouldBe(ProblemKind.Missing);
    }

    [Fact]
    public async Task All_witnesses_of_a_policy_are_asked_and_the_good_answers_kept()
    {
        string text = $"""
            log {_log.Key.Verifier}
            witness A {_key.Verifier} https://a.example/prefix/
            witness B {_other.Verifier} https://b.example
            witness C {Key('c').Verifier} nonsense
            witness D {Key('d').Verifier} https://d.example
            witness E {Key('e').Verifier}
            group G 2 A B C D E
            quorum G

            """;
        TrustPolicy.TryParse(Encoding.UTF8.GetBytes(text), out TrustPolicy? policy, out Problem? problem)
            .ShouldBeTrue(problem?.Message);
        policy.WitnessAddresses.Values.Order().ShouldBe(
            ["https://a.example/prefix/", "https://b.example", "https://d.example", "nonsense"]);

        var second = new Witness(_other, [_log.Key.Verifier], new PassingMemory());
        using var http = new HttpClient(new Wire(request => request.RequestUri!.AbsoluteUri switch
        {
            "https://a.example/prefix/add-checkpoint" => Honest(request),
            "https://b.example/add-checkpoint" => Answer(second, request),
            _ => throw new HttpRequestException(),
        }));
        var client = new WitnessClient(http);
        Cosigning first = await client.CosignAsync(policy, _log.Note(7), _log.Tree, Cancel);
        first.Outcomes.Select(o => o.Problem?.Kind).ShouldBe(
            [null, null, ProblemKind.Malformed, ProblemKind.Unreachable]);
        policy.TryAccept(_log.Note(7), out _, out _).ShouldBeFalse();
        policy.TryAccept(first.Note, out AcceptedCheckpoint? accepted, out _).ShouldBeTrue();
        accepted.Cosignatures.Count.ShouldBe(2);

        // Asked again, a cosignature takes the place of the older one.
        Cosigning again = await client.CosignAsync(policy, first.Note, _log.Tree, Cancel);
        again.Note.Signatures.Count.ShouldBe(3);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _log.Dispose();
        _key.Dispose();
        _other.Dispose();
    }

    private static SignerKey Key(char name) => SignerKey.Generate($"w.example/{name}", SignatureKind.Cosignature);

    private (int Status, byte[] Body) Honest(HttpRequestMessage request) =>
        Answer(new Witness(_key, [_log.Key.Verifier], _memory), request);

    private static (int Status, byte[] Body) Answer(Witness witness, HttpRequestMessage request)
    {
        using var body = new MemoryStream();
        request.Content!.CopyTo(body, null, Cancel);
        WitnessAnswer answer = witness.Answer(body.ToArray(), _now);
        return (answer.Status, answer.Body);
    }

    private async Task<WitnessOutcome> AskAsync(Wire wire, long size, long known = 0)
    {
        using var http = new HttpClient(wire, disposeHandler: false);
        return await new WitnessClient(http)
            .AskAsync(_prefix, _key.Verifier, _log.Note(size), _log.Tree, known, Cancel);
    }

    /// <summary>A network with anybody at the other end.</summary>
    private sealed class Wire(Func<HttpRequestMessage, (int Status, byte[] Body)> answer) : HttpMessageHandler
    {
        public List<HttpRequestMessage> Requests { get; } = [];

        public bool IsSilent { get; init; }

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (IsSilent)
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            lock (Requests)
            {
                Requests.Add(request);
            }

            (int status, byte[] body) = answer(request);
            return new HttpResponseMessage((HttpStatusCode)status)
            {
                Content = new ByteArrayContent(body),
                RequestMessage = request,
            };
        }
    }
}
