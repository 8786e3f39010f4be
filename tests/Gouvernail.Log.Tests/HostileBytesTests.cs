using System.Diagnostics;
using System.Text;
using Gouvernail.Log.Notes;
using Gouvernail.Log.Tests.Tiles;
using Gouvernail.Log.Tiles;
using Gouvernail.Log.Trees;
using Gouvernail.Log.Witnesses;

namespace Gouvernail.Log.Tests;

/// <summary>
/// Every parser of outside bytes, on right input changed at random places: nothing thrown, and where something is read,
/// it is written back as the same bytes. <c>GOUVERNAIL_FUZZ_SECONDS</c> makes it longer than its second and a half.
/// </summary>
public sealed class HostileBytesTests
{
    private ulong _state = 0x9E3779B97F4A7C15;

    [Fact]
    public void No_parser_throws_or_reads_what_it_would_not_write()
    {
        using var log = new SmallLog(40);
        using SignerKey witness = SignerKey.Generate("w.example", SignatureKind.Cosignature);
        byte[] receipt =
            new Receipt(7, InclusionProof.Make(log.Tree, 7, 40)!, log.Note(40, witness), [1, 2, 3]).ToBytes();
        byte[] request =
            new AddCheckpointRequest(9, ConsistencyProof.Make(log.Tree, 9, 40)!, log.Note(40)).ToBytes();
        byte[] policy = Encoding.UTF8.GetBytes(
            $"log {log.Key.Verifier}\nwitness A {witness.Verifier}\ngroup G any A\nquorum G\n");
        byte[] bundle = MemoryTiles.Of(5).Bytes[new TilePath(TilePath.EntriesLevel, 0, 5)];
        var server = new Witness(witness, [log.Key.Verifier], new PassingMemory());
        (byte[] Seed, Func<byte[], byte[]?> Again)[] parsers =
        [
            (log.Note(40, witness).ToBytes(),
                b => SignedNote.TryParse(b, out SignedNote? n, out _) ? n.ToBytes() : null),
            (log.Checkpoint(40).ToBytes(), b => Checkpoint.TryParse(b, out Checkpoint? c, out _) ? c.ToBytes() : null),
            (receipt, b => Receipt.TryParse(b, out Receipt? r, out _) ? r.ToBytes() : null),
            (request, b => AddCheckpointRequest.TryParse(b, out AddCheckpointRequest? r, out _) ? r.ToBytes() : null),
            (request, b => server.Answer(b, DateTimeOffset.UnixEpoch).Status is >= 200 and < 500 ? b : null),
            (policy, b => TrustPolicy.TryParse(b, out _, out _) ? b : null),
            (bundle, b => EntryBundle.TryDecode(b, 5, out IReadOnlyList<ReadOnlyMemory<byte>>? e, out _)
                ? EntryBundle.Encode(e) : null),
            (Encoding.UTF8.GetBytes(log.Key.Verifier.ToString()),
                b => VerifierKey.TryParse(Encoding.UTF8.GetString(b), out VerifierKey? k, out _)
                    ? Encoding.UTF8.GetBytes(k.ToString()) : null),
            ("tile/1/x001/x234/067.p/17"u8.ToArray(),
                b => TilePath.TryParse(Encoding.UTF8.GetString(b), out TilePath? p, out _)
                    ? Encoding.UTF8.GetBytes(p.Value.ToString()) : null),
        ];
        double seconds = double.TryParse(
            Environment.GetEnvironmentVariable("GOUVERNAIL_FUZZ_SECONDS"), null, out double asked) ? asked : 1.5;
        var clock = Stopwatch.StartNew();
        long tried = 0;
        while (clock.Elapsed.TotalSeconds < seconds)
        {
            (byte[] seed, Func<byte[], byte[]?> again) = parsers[tried++ % parsers.Length];
            byte[] changed = Changed(seed);
            byte[]? written = again(changed);
            if (written is not null && !written.AsSpan().SequenceEqual(changed))
            {
                Assert.Fail($"{Convert.ToHexString(changed)} was read and written as {Convert.ToHexString(written)}");
            }
        }

        TestContext.Current.SendDiagnosticMessage($"{tried} inputs tried");
        tried.ShouldBeGreaterThan(1_000);
    }

    private byte[] Changed(byte[] seed)
    {
        List<byte> bytes = [.. seed];
        for (int changes = 1 + Below(4); changes > 0 && bytes.Count > 0; changes--)
        {
            int at = Below(bytes.Count);
            int length = Math.Min(Below(40), bytes.Count - at);
            switch (Below(6))
            {
                case 0: bytes[at] ^= (byte)(1 << Below(8)); break;
                case 1: bytes[at] = (byte)Below(256); break;
                case 2: bytes.RemoveRange(at, length); break;
                case 3: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
                case 4: bytes.Insert(at, (byte)"\n 0+=/x\t"[Below(8)]); break;
                default: bytes.RemoveRange(at, bytes.Count - at); break;
            }
        }

        return [.. bytes];
    }

    /// <summary>xorshift64 (Marsaglia 2003): the same inputs on every run.</summary>
    private int Below(int bound)
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return (int)(_state % (ulong)bound);
    }
}
