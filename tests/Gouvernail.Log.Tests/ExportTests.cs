using Gouvernail.Log.Notes;
using Gouvernail.Log.Tests.Tiles;
using Gouvernail.Log.Tiles;
using Gouvernail.Log.Trees;

namespace Gouvernail.Log.Tests;

/// <summary>
/// Writes the log on which <c>docs/verify-it-yourself.md</c> is tried: 70,000 entries, or
/// <c>GOUVERNAIL_EXPORT_SIZE</c>, into the folder that <c>GOUVERNAIL_EXPORT_TO</c> names. Skipped where it names none.
/// </summary>
public sealed class ExportTests
{
    [Fact]
    public void A_log_is_written_for_other_verifiers()
    {
        string? folder = Environment.GetEnvironmentVariable("GOUVERNAIL_EXPORT_TO");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "GOUVERNAIL_EXPORT_TO names no folder.");
        int size = int.TryParse(Environment.GetEnvironmentVariable("GOUVERNAIL_EXPORT_SIZE"), out int n) ? n : 70_000;
        using SignerKey key = SignerKey.Generate("log.example/verify-it-yourself", SignatureKind.Ed25519);
        using SignerKey witness = SignerKey.Generate("witness.example/w1", SignatureKind.Cosignature);

        MemoryTiles log = MemoryTiles.Of(size);
        var files = new TileFolder(folder!);
        foreach ((TilePath path, byte[] bytes) in log.Bytes)
        {
            files.Write(path, bytes);
        }

        var checkpoint = new Checkpoint(key.Verifier.Name, size, log.Edge.Root());
        SignedNote note = checkpoint.Sign(key).With(witness.Cosign(checkpoint, DateTimeOffset.UnixEpoch));
        Write(folder!, "checkpoint", note.ToBytes());
        Write(folder!, "vkey", TextLines.Utf8(key.Verifier + "\n"));

        // An older head, to be shown consistent.
        VerifiedTiles.TryOpen(files, size, log.Edge.Root(), out VerifiedTiles? tiles, out _).ShouldBeTrue();
        var older = new Checkpoint(key.Verifier.Name, size / 2, Subtrees.Root(tiles, size / 2)!.Value);
        Write(folder!, "checkpoint.old", older.Sign(key).ToBytes());
    }

    private static void Write(string folder, string name, byte[] bytes) =>
        File.WriteAllBytes(Path.Combine(folder, name), bytes);
}
