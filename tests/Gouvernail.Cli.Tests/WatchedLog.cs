using System.Text;
using Gouvernail.Log;
using Gouvernail.Log.Notes;
using Gouvernail.Log.Trees;

namespace Gouvernail.Cli.Tests;

/// <summary>A log of entries with a key of its own, any of its checkpoints and receipts.</summary>
internal sealed class WatchedLog : IDisposable
{
    public const string Origin = "log.example/city";

    private readonly MemoryTree _tree = new();
    private readonly byte[][] _entries;
    private bool _isFork;

    public WatchedLog(params string[] entries)
    {
        _entries = [.. entries.Select(Encoding.UTF8.GetBytes)];
        foreach (byte[] entry in _entries)
        {
            _tree.Append(Hash.Leaf(entry));
        }
    }

    public static WatchedLog Of(int size) => new([.. Enumerable.Range(0, size).Select(i => $"entry {i}")]);

    public static DateTimeOffset Once => new(2026, 11, 22, 4, 1, 4, TimeSpan.Zero);

    public IHashReader Tree => _tree;

    public SignerKey Key { get; private init; } = SignerKey.Generate(Origin, SignatureKind.Ed25519);

    public string Vkey => Key.Verifier.ToString();

    /// <summary>Another history under the same key.</summary>
    public WatchedLog Fork(int size) =>
        new([.. Enumerable.Range(0, size).Select(i => $"fork {i}")]) { Key = Key, _isFork = true };

    public Checkpoint Checkpoint(long size) => new(Origin, size, Subtrees.Root(_tree, size)!.Value);

    public SignedNote Note(long size, params SignerKey[] witnesses)
    {
        Checkpoint checkpoint = Checkpoint(size);
        SignedNote note = checkpoint.Sign(Key);
        return witnesses.Length == 0 ? note : note.With([.. witnesses.Select(w => w.Cosign(checkpoint, Once))]);
    }

    /// <summary>The receipt of an entry, which comes with it.</summary>
    public Receipt Receipt(int index, params SignerKey[] witnesses) => new(
        index,
        InclusionProof.Make(_tree, index, _tree.Size)!,
        Note(_tree.Size, witnesses),
        _entries[index]);

    public void Dispose()
    {
        if (!_isFork)
        {
            Key.Dispose();
        }
    }
}
