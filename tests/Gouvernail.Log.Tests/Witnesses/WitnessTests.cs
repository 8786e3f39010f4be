using System.Text;
using Gouvernail.Log.Notes;
using Gouvernail.Log.Trees;
using Gouvernail.Log.Witnesses;

namespace Gouvernail.Log.Tests.Witnesses;

public sealed class WitnessTests : IDisposable
{
    private static readonly DateTimeOffset _now = DateTimeOffset.FromUnixTimeSeconds(1_679_315_147);

    private readonly SmallLog _log = new(40);
    private readonly SignerKey _key = SignerKey.Generate("witness.example/w1", SignatureKind.Cosignature);
    private readonly PassingMemory _memory = new();

    private Witness Witness => new(_key, [_log.Key.Verifier], _memory);

    [Fact]
    public void A_log_that_grows_is_cosigned_step_by_step()
    {
        long old = 0;
        foreach (long size in (long[])[0, 1, 1, 7, 8, 40])
        {
            WitnessAnswer answer = Ask(old, size);
            answer.Status.ShouldBe(200);
            WitnessReply.TryRead(200, answer.Body, _log.Note(size), [_key.Verifier], out WitnessReply? reply, out _)
                .ShouldBeTrue();
            reply.Cosignatures.ShouldHaveSingleItem().Time.ShouldBe(_now);
            _memory.Last(SmallLog.Origin)!.Size.ShouldBe(size);
            old = size;
        }
    }

    [Fact]
    public void Each_refusal_has_the_status_of_the_specification()
    {
        Ask(0, 7).Status.ShouldBe(200);

        Status("nonsense").ShouldBe(400);
        Status(Body(8, 7, [])).ShouldBe(400);
        Ask(0, 9).ShouldSatisfyAllConditions(
            answer => answer.Status.ShouldBe(409),
            answer => answer.ContentType.ShouldBe("text/x.tlog.size"),
            answer => Encoding.UTF8.GetString(answer.Body).ShouldBe("7\n"));
        Status(Body(7, 9, [Hash.Empty])).ShouldBe(422);
        Status(Body(7, 7, [Hash.Empty])).ShouldBe(422);

        using var other = new SmallLog(41);
        Witness.Answer(new AddCheckpointRequest(7, [], other.Note(9)).ToBytes(), _now).Status.ShouldBe(403);
        SignedNote unknown = new Checkpoint("elsewhere", 1, Hash.Empty) is var elsewhere
            ? new SignedNote(elsewhere.ToBytes(), [_log.Key.Sign(elsewhere.ToBytes())]) : null!;
        Witness.Answer(new AddCheckpointRequest(0, [], unknown).ToBytes(), _now).Status.ShouldBe(404);

        // The log signs another tree of a size that was cosigned already.
        byte[] fork = new Checkpoint(SmallLog.Origin, 7, Hash.Leaf([])).ToBytes();
        var forked = new SignedNote(fork, [_log.Key.Sign(fork)]);
        Witness.Answer(new AddCheckpointRequest(7, [], forked).ToBytes(), _now).Status.ShouldBe(409);
        _memory.Last(SmallLog.Origin)!.Size.ShouldBe(7);
    }

    [Fact]
    public void A_first_checkpoint_takes_no_proof() => Status(Body(0, 7, [Hash.Empty])).ShouldBe(422);

    [Fact]
    public void Of_two_requests_at_once_one_is_told_the_new_size()
    {
        Ask(0, 7).Status.ShouldBe(200);
        var racing = new Witness(_key, [_log.Key.Verifier], new Overtaken(_memory, _log.Checkpoint(30)));
        WitnessAnswer answer = racing.Answer(Encoding.UTF8.GetBytes(Body(7, 9, null)), _now);
        answer.Status.ShouldBe(409);
        Encoding.UTF8.GetString(answer.Body).ShouldBe("30\n");
        _memory.Last(SmallLog.Origin)!.Size.ShouldBe(30);
    }

    [Fact]
    public void A_request_reads_as_its_format_says()
    {
        string body = Body(3, 7, null);
        body.ShouldStartWith("old 3\n");
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        AddCheckpointRequest.TryParse(bytes, out AddCheckpointRequest? request, out _).ShouldBeTrue();
        Encoding.UTF8.GetString(request.ToBytes()).ShouldBe(body);
        foreach (string bad in (string[])["old 03", "old -3", "old  3", "Old 3", "old 3\n", "old 3\nAAAA"])
        {
            Status(body.Replace("old 3", bad, StringComparison.Ordinal)).ShouldBe(400, bad);
        }

        Status(Body(3, 7, [.. Enumerable.Repeat(Hash.Empty, 63)])).ShouldBe(409);
        Status(Body(3, 7, null).Replace(
            "old 3\n", "old 3\n" + string.Concat(Enumerable.Repeat(Hash.Empty + "\n", 64)), StringComparison.Ordinal))
            .ShouldBe(400);
    }

    [Fact]
    public void A_log_believes_only_cosignatures_that_it_can_check()
    {
        WitnessAnswer answer = Ask(0, 7);
        Read(200, answer.Body, 7).ShouldNotBeNull();
        Read(200, answer.Body, 8).ShouldBeNull();
        Read(200, answer.Body[..^1], 7).ShouldBeNull();
        Read(200, [], 7).ShouldBeNull();
        Read(403, answer.Body, 7).ShouldBeNull();
        Read(409, "12\n"u8.ToArray(), 7)!.KnownSize.ShouldBe(12);
        Read(409, "12"u8.ToArray(), 7).ShouldBeNull();
        Read(409, [], 7).ShouldBeNull();
        Read(200, new byte[300_000], 7).ShouldBeNull();
    }

    public void Dispose()
    {
        _log.Dispose();
        _key.Dispose();
    }

    private WitnessReply? Read(int status, byte[] body, long size) =>
        WitnessReply.TryRead(status, body, _log.Note(size), [_key.Verifier], out WitnessReply? reply, out _)
            ? reply : null;

    private WitnessAnswer Ask(long old, long size) =>
        Witness.Answer(Encoding.UTF8.GetBytes(Body(old, size, null)), _now);

    private int Status(string body) => Witness.Answer(Encoding.UTF8.GetBytes(body), _now).Status;

    private string Body(long old, long size, IReadOnlyList<Hash>? proof) => Encoding.UTF8.GetString(
        new AddCheckpointRequest(old, proof ?? ConsistencyProof.Make(_log.Tree, old, size)!, _log.Note(size))
            .ToBytes());

    /// <summary>A memory in which another request comes first, once.</summary>
    private sealed class Overtaken(PassingMemory memory, Checkpoint other) : IWitnessMemory
    {
        public Checkpoint? Last(string origin) => memory.Last(origin);

        public bool TryAdvance(Checkpoint? expected, Checkpoint newer)
        {
            memory.TryAdvance(expected, other).ShouldBeTrue();
            return memory.TryAdvance(expected, newer);
        }
    }
}
