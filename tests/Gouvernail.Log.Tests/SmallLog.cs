using Gouvernail.Log.Notes;
using Gouvernail.Log.Trees;

namespace Gouvernail.Log.Tests;

/// <summary>A log of numbered entries with keys of its own, and any of its checkpoints.</summary>
internal sealed class SmallLog : IDisposable
{
    public const string Origin = "log.example/city";

    public SmallLog(int size)
    {
        foreach (Hash leaf in NaiveTree.Leaves(size))
        {
            Tree.Append(leaf);
        }
    }

    private static DateTimeOffset Once => DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    public MemoryTree Tree { get; } = new();

    public SignerKey Key { get; } = SignerKey.Generate(Origin, SignatureKind.Ed25519);

    public Checkpoint Checkpoint(long size) => new(Origin, size, Subtrees.Root(Tree, size)!.Value);

    public SignedNote Note(long size, params SignerKey[] witnesses)
    {
        Checkpoint checkpoint = Checkpoint(size);
        SignedNote note = checkpoint.Sign(Key);
        return witnesses.Length == 0 ? note
            : note.With([.. witnesses.Select(w => w.Cosign(checkpoint, Once))]);
    }

    public Receipt Receipt(long index, long size, params SignerKey[] witnesses) =>
        new(index, InclusionProof.Make(Tree, index, size)!, Note(size, witnesses));

    public void Dispose() => Key.Dispose();
}
