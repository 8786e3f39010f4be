using System.Text;
using Gouvernail.Log.Notes;
using Gouvernail.Log.Witnesses;

namespace Gouvernail.Log.Tests.Witnesses;

public sealed class TrustPolicyTests : IDisposable
{
    private readonly SmallLog _log = new(5);
    private readonly SignerKey[] _keys =
        [.. "abcde".Select(c => SignerKey.Generate($"w.example/{c}", SignatureKind.Cosignature))];

    /// <summary>Each string names the witnesses that have cosigned.</summary>
    [Theory]
    [InlineData("quorum none", "", true)]
    [InlineData("quorum A", "a", true)]
    [InlineData("quorum A", "bcde", false)]
    [InlineData("group G 2 A B C\nquorum G", "ac", true)]
    [InlineData("group G 2 A B C\nquorum G", "ad", false)]
    [InlineData("group G all A B\nquorum G", "a", false)]
    [InlineData("group G any A B\nquorum G", "b", true)]
    [InlineData("group X 2 A B C\ngroup Y any D E\ngroup Z all X Y\nquorum Z", "abe", true)]
    [InlineData("group X 2 A B C\ngroup Y any D E\ngroup Z all X Y\nquorum Z", "abc", false)]
    [InlineData("\t# a comment\n \n  group \t G 1 A  \n quorum G ", "a", true)]
    public void A_quorum_asks_for_the_witnesses_that_it_names(string lines, string cosigners, bool isMet)
    {
        TrustPolicy policy = PolicyOf(lines);
        SignedNote note = _log.Note(5, [.. cosigners.Select(c => _keys[c - 'a'])]);

        policy.TryAccept(note, out AcceptedCheckpoint? accepted, out Problem? problem).ShouldBe(isMet);
        problem?.Kind.ShouldBe(ProblemKind.NoQuorum);
        accepted?.Cosignatures.Count.ShouldBe(cosigners.Length);
        accepted?.Cosignatures.ShouldAllBe(c => c.Time == DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));
    }

    [Theory]
    [InlineData("")]
    [InlineData("quorum B2")]
    [InlineData("quorum none\nquorum none")]
    [InlineData("quorum G\ngroup G any A")]
    [InlineData("group none any A\nquorum none")]
    [InlineData("group A any B\nquorum A")]
    [InlineData("group G any none\nquorum G")]
    [InlineData("group G any G\nquorum G")]
    [InlineData("group G any\nquorum G")]
    [InlineData("group G 0 A\nquorum G")]
    [InlineData("group G 02 A B\nquorum G")]
    [InlineData("group G 3 A B\nquorum G")]
    [InlineData("group G any A A\nquorum G")]
    [InlineData("group G any A\ngroup H any A\nquorum G")]
    [InlineData("log\nquorum none")]
    [InlineData("log x+00000000+AA==\nquorum none")]
    [InlineData("mirror A\nquorum none")]
    [InlineData("quorum none\u0001")]
    [InlineData("quorum none\r")]
    public void What_is_no_policy_is_refused(string lines) =>
        TrustPolicy.TryParse(Bytes(lines), out _, out _).ShouldBeFalse();

    [Fact]
    public void A_key_that_stands_twice_or_does_another_thing_is_refused()
    {
        TrustPolicy.TryParse(Bytes($"log {_log.Key.Verifier}\nquorum none"), out _, out _).ShouldBeFalse();
        TrustPolicy.TryParse(Bytes($"witness F {_keys[0].Verifier}\nquorum none"), out _, out _).ShouldBeFalse();
        TrustPolicy.TryParse(Bytes($"log {_keys[0].Verifier}\nquorum none"), out _, out _).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => TrustPolicy.Of(_keys[0].Verifier));
    }

    [Fact]
    public void A_checkpoint_of_another_log_is_refused()
    {
        using SignerKey stranger = SignerKey.Generate("other.example", SignatureKind.Ed25519);
        TrustPolicy policy = TrustPolicy.Of(stranger.Verifier);
        policy.TryAccept(_log.Note(5), out _, out _).ShouldBeFalse();

        // Signed by a trusted log, but under another's name.
        byte[] text = _log.Checkpoint(5).ToBytes();
        policy.TryAccept(new SignedNote(text, [stranger.Sign(text)]), out _, out Problem? problem).ShouldBeFalse();
        problem.Kind.ShouldBe(ProblemKind.UnknownKey);
    }

    [Fact]
    public void The_same_witnesses_can_be_asked_of_one_log_alone()
    {
        using SignerKey stranger = SignerKey.Generate("other.example", SignatureKind.Ed25519);
        TrustPolicy policy = PolicyOf("quorum A");
        policy.AsksNobody.ShouldBeFalse();
        policy.For(_log.Key.Verifier).TryAccept(_log.Note(5, _keys[0]), out _, out _).ShouldBeTrue();
        policy.For(_log.Key.Verifier).TryAccept(_log.Note(5), out _, out _).ShouldBeFalse();
        policy.For(stranger.Verifier).TryAccept(_log.Note(5, _keys[0]), out _, out Problem? problem).ShouldBeFalse();
        problem.Kind.ShouldBe(ProblemKind.UnknownKey);
        Should.Throw<ArgumentException>(() => policy.For(_keys[0].Verifier));
        TrustPolicy.Of(_log.Key.Verifier).AsksNobody.ShouldBeTrue();
    }

    [Fact]
    public void A_witness_alone_is_no_log()
    {
        Checkpoint checkpoint = _log.Checkpoint(5);
        NoteSignature cosignature = _keys[0].Cosign(checkpoint, DateTimeOffset.UnixEpoch);
        var note = new SignedNote(checkpoint.ToBytes(), [cosignature]);
        PolicyOf("quorum A").TryAccept(note, out _, out _).ShouldBeFalse();
    }

    public void Dispose()
    {
        _log.Dispose();
        Array.ForEach(_keys, key => key.Dispose());
    }

    private TrustPolicy PolicyOf(string lines)
    {
        bool isRead = TrustPolicy.TryParse(Bytes(lines), out TrustPolicy? policy, out Problem? problem);
        isRead.ShouldBeTrue(problem?.Message);
        return policy!;
    }

    private byte[] Bytes(string lines) => Encoding.UTF8.GetBytes(
        $"log {_log.Key.Verifier} https://log.example/\n"
        + string.Concat(_keys.Select((key, i) => $"witness {(char)('A' + i)} {key.Verifier}\n"))
        + lines + "\n");
}
