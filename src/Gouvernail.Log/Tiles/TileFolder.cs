namespace Gouvernail.Log.Tiles;

/// <summary>
/// Tiles as files in a folder, named by their paths. A partial tile that has since been replaced by a wider one of its
/// index is cut from that one, as tlog-tiles lets logs delete the narrower.
/// </summary>
/// <param name="folder">The folder that holds <c>tile/</c>.</param>
public sealed class TileFolder(string folder) : ITileSource
{
    /// <inheritdoc/>
    /// <exception cref="IOException">The disk fails.</exception>
    public byte[]? Read(TilePath path)
    {
        byte[]? bytes = ReadFile(path);
        if (bytes is not null || path.IsFull || path.Level == TilePath.EntriesLevel)
        {
            return bytes;
        }

        byte[]? full = ReadFile(new TilePath(path.Level, path.Index, TilePath.FullWidth));
        return full?.Length == TilePath.FullWidth * Hash.Length ? full[..(path.Width * Hash.Length)] : null;
    }

    /// <summary>Writes a tile or a bundle, through a file beside it, so that nobody reads half of one.</summary>
    /// <exception cref="IOException">The disk fails.</exception>
    public void Write(TilePath path, ReadOnlySpan<byte> bytes)
    {
        string file = FileOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using (var stream = new FileStream(file + ".new", FileMode.Create, FileAccess.Write))
        {
            stream.Write(bytes);
        }

        File.Move(file + ".new", file, overwrite: true);
    }

    private byte[]? ReadFile(TilePath path)
    {
        string file = FileOf(path);
        if (!File.Exists(file))
        {
            return null;
        }

        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read);
        if (stream.Length > ITileSource.MostBytes(path))
        {
            return null;
        }

        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private string FileOf(TilePath path) => Path.Combine(folder, path.ToString());
}
