using System.Diagnostics.CodeAnalysis;
using Gouvernail.Log.Trees;

namespace Gouvernail.Log.Tiles;

/// <summary>One bundle that was hashed and compared with its level-0 tile, or what was wrong with it.</summary>
/// <param name="Problem">What is wrong; then the rest means nothing.</param>
/// <param name="Root">The root over its leaves.</param>
/// <param name="Entries">The entries, in order.</param>
internal sealed record AuditedBundle(Problem? Problem, Hash Root, IReadOnlyList<ReadOnlyMemory<byte>> Entries)
{
    /// <summary>Reads a bundle and its tile, and hashes the bundle.</summary>
    public static AuditedBundle Of(ITileSource source, TilePath path)
    {
        var tilePath = new TilePath(0, path.Index, path.Width);
        if (!TryRead(source, path, out byte[]? bundle, out Problem? problem)
            || !TryRead(source, tilePath, out byte[]? tile, out problem))
        {
            return No(problem);
        }

        if (!EntryBundle.TryDecode(bundle, path.Width, out IReadOnlyList<ReadOnlyMemory<byte>>? entries, out problem))
        {
            return No(problem with { Message = $"{path}: {problem.Message}" });
        }

        Span<byte> leaves = (stackalloc byte[Tile.FullBytes])[..(path.Width * Hash.Length)];
        for (int i = 0; i < entries.Count; i++)
        {
            Hash.WriteLeaf(entries[i].Span, leaves[(i * Hash.Length)..]);
        }

        return leaves.SequenceEqual(tile)
            ? new AuditedBundle(null, RootOf(leaves), entries)
            : No(new Problem(ProblemKind.WrongHash, $"The entries of {path} do not have the hashes of {tilePath}."));
    }

    /// <summary>Reads the bytes of a tile or bundle, as many as it can have.</summary>
    public static bool TryRead(
        ITileSource source,
        TilePath path,
        [NotNullWhen(true)] out byte[]? bytes,
        [NotNullWhen(false)] out Problem? problem)
    {
        bytes = source.Read(path);
        int most = ITileSource.MostBytes(path);
        problem = bytes is null ? new Problem(ProblemKind.Missing, $"{path} is not there, or is too large.")
            : bytes.Length > most ? Problem.TooLarge($"{path} has more than {most} bytes.")
            : path.Level >= 0 && bytes.Length < most ? Problem.Malformed($"{path} should have {most} bytes.")
            : null;
        return problem is null;
    }

    private static AuditedBundle No(Problem problem) => new(problem, default, []);

    private static Hash RootOf(ReadOnlySpan<byte> leaves)
    {
        if (leaves.Length == Tile.FullBytes)
        {
            return Tile.Fold(leaves, stackalloc byte[Tile.FullBytes / 2]);
        }

        var frontier = new Frontier();
        for (int at = 0; at < leaves.Length; at += Hash.Length)
        {
            frontier.Append(new Hash(leaves.Slice(at, Hash.Length)));
        }

        return frontier.Root();
    }
}
