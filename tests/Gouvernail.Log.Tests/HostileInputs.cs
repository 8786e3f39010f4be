using System.Text;
using Gouvernail.Log.Notes;
using Gouvernail.Log.Tests.Tiles;
using Gouvernail.Log.Tiles;
using Gouvernail.Log.Trees;
using Gouvernail.Log.Witnesses;

namespace Gouvernail.Log.Tests;

/// <summary>A parser and a right input of it.</summary>
/// <param name="Name">What is read.</param>
/// <param name="Seed">Bytes that are read.</param>
/// <param name="Again">Reads bytes and writes what was read; nothing where they are refused.</param>
internal sealed record HostileInput(string Name, byte[] Seed, Func<byte[], byte[]?> Again);

/// <summary>All that this library reads from outside, once each.</summary>
internal sealed class HostileInputs : IDisposable
{
    private readonly SmallLog _log = new(40);
    private readonly SignerKey _witness = SignerKey.Generate("w.example", SignatureKind.Cosignature);

    public IReadOnlyList<HostileInput> All => [.. Notes(), .. Exchanges(), .. Files(), .. Keys()];

    public void Dispose()
    {
        _log.Dispose();
        _witness.Dispose();
    }

    private IEnumerable<HostileInput> Notes()
    {
        TrustPolicy trust = TrustPolicy.Of(_log.Key.Verifier);
        byte[] note = _log.Note(40, _witness).ToBytes();
        byte[] receipt =
            new Receipt(7, InclusionProof.Make(_log.Tree, 7, 40)!, _log.Note(40, _witness), [1, 2, 3]).ToBytes();
        byte[] policy = Encoding.UTF8.GetBytes(
            $"# whom we trust\nlog {_log.Key.Verifier} https://log.example/\nwitness A {_witness.Verifier}\n"
            + "group G any A\nquorum G\n");
        yield return new("note", note, b => SignedNote.TryParse(b, out SignedNote? n, out _) ? n.ToBytes() : null);
        yield return new("accepted note", note, b => SignedNote.TryParse(b, out SignedNote? n, out _)
            && trust.TryAccept(n, out _, out _) ? b : null);
        yield return new("checkpoint", _log.Checkpoint(40).ToBytes(),
            b => Checkpoint.TryParse(b, out Checkpoint? c, out _) ? c.ToBytes() : null);
        yield return new("receipt", receipt, b => Receipt.TryParse(b, out Receipt? r, out _) ? r.ToBytes() : null);
        yield return new("policy", policy, b => TrustPolicy.TryParse(b, out _, out _) ? b : null);
    }

    private IEnumerable<HostileInput> Exchanges()
    {
        byte[] request =
            new AddCheckpointRequest(9, ConsistencyProof.Make(_log.Tree, 9, 40)!, _log.Note(40)).ToBytes();
        var server = new Witness(_witness, [_log.Key.Verifier], new PassingMemory());
        SignedNote sent = _log.Note(40);
        string whole = Encoding.UTF8.GetString(_log.Note(40, _witness).ToBytes());
        byte[] lines = Encoding.UTF8.GetBytes(whole[whole.LastIndexOf('\u2014')..]);
        yield return new("request", request, b =>
            AddCheckpointRequest.TryParse(b, out AddCheckpointRequest? r, out _) ? r.ToBytes() : null);
        yield return new("witness", request, b =>
            server.Answer(b, DateTimeOffset.UnixEpoch).Status is >= 200 and < 500 ? b : null);
        yield return new("reply", lines, b =>
            WitnessReply.TryRead(200, b, sent, [_witness.Verifier], out _, out _) ? b : null);
        yield return new("conflict", "35\n"u8.ToArray(), b =>
            WitnessReply.TryRead(409, b, sent, [_witness.Verifier], out _, out _) ? b : null);
    }

    private static IEnumerable<HostileInput> Files()
    {
        var leaves = new TilePath(0, 0, 5);
        var bundle = new TilePath(TilePath.EntriesLevel, 0, 5);
        Dictionary<TilePath, byte[]> files = MemoryTiles.Of(5).Bytes;
        yield return new("tile", files[leaves],
            b => Tile.TryRead(leaves, b, out Tile? t, out _) ? t.Bytes.ToArray() : null);
        yield return new("bundle", files[bundle],
            b => EntryBundle.TryDecode(b, 5, out IReadOnlyList<ReadOnlyMemory<byte>>? e, out _)
                ? EntryBundle.Encode(e) : null);
        yield return new("path", "tile/1/x001/x234/067.p/17"u8.ToArray(),
            b => TilePath.TryParse(Encoding.UTF8.GetString(b), out TilePath? p, out _)
                ? Encoding.UTF8.GetBytes(p.Value.ToString()) : null);
        yield return new("audited bundle", files[bundle], b => Audited(bundle, b));
        yield return new("audited tile", files[leaves], b => Audited(leaves, b));
    }

    private IEnumerable<HostileInput> Keys()
    {
        yield return new("key", Encoding.UTF8.GetBytes(_log.Key.Verifier.ToString()),
            b => VerifierKey.TryParse(Encoding.UTF8.GetString(b), out VerifierKey? k, out _)
                ? Encoding.UTF8.GetBytes(k.ToString()) : null);
        yield return new("private key", Encoding.UTF8.GetBytes(_log.Key.Secret()), b =>
        {
            bool isRead = SignerKey.TryParse(Encoding.UTF8.GetString(b), out SignerKey? key, out _);
            using (key)
            {
                return isRead ? Encoding.UTF8.GetBytes(key!.Secret()) : null;
            }
        });
    }

    /// <summary>A hash stands for one text only, so nothing but the right bytes may pass.</summary>
    private static byte[]? Audited(TilePath path, byte[] bytes)
    {
        MemoryTiles log = MemoryTiles.Of(5);
        byte[] right = log.Bytes[path];
        log.Bytes[path] = bytes;
        var head = new Checkpoint("log.example", 5, log.Edge.Root());
        return TreeAudit.Check(log, head, new TreeAuditOptions { Threads = 1 }, CancellationToken.None) is null
            ? right : null;
    }
}
