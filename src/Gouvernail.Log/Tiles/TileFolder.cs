using System.Globalization;

namespace Gouvernail.Log.Tiles;

/// <summary>
/// Tiles as files in a folder, named by their paths. A partial tile or bundle that is not there is cut from a wider one
/// of its index, as tlog-tiles lets logs delete the narrower. Any number of threads may read at once, and one may write
/// beside them: nobody reads half a file.
/// <para>What was written outlives the process at once, and a loss of power only once <see cref="Flush"/> has returned.
/// Until then a file may come back empty, cut or not at all, so sign or announce no tree before its tiles are flushed,
/// and after a loss of power write again what was not.</para>
/// </summary>
/// <param name="folder">The folder that holds <c>tile/</c>.</param>
public sealed class TileFolder(string folder) : ITileSource
{
    private readonly string _folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
    private readonly HashSet<string> _unflushed = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    /// <exception cref="IOException">The disk fails.</exception>
    public byte[]? Read(TilePath path)
    {
        byte[]? bytes = ReadFile(path);
        if (bytes is not null || path.IsFull)
        {
            return bytes;
        }

        foreach (TilePath wider in Wider(path))
        {
            if (ReadFile(wider) is { } whole && Cut(whole, wider, path.Width) is { } cut)
            {
                return cut;
            }
        }

        return null;
    }

    /// <summary>Writes a tile or a bundle, through a file beside it, so that nobody reads half of one.</summary>
    /// <remarks>Not durable before <see cref="Flush"/>, so that thousands can be written without waiting.</remarks>
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
        _unflushed.Add(file);
    }

    /// <summary>
    /// Makes all that this object has written durable: the files, then the folders that name them, up to the one given
    /// to the constructor. What was deleted since is passed over. On Windows, where no folder can be flushed, the files
    /// only.
    /// </summary>
    /// <exception cref="IOException">The disk fails; what was written counts as not durable.</exception>
    public void Flush()
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (string file in _unflushed.Where(File.Exists))
        {
            Disk.FlushFile(file);
            string above = file;
            do
            {
                above = Path.GetDirectoryName(above)!;
            }
            while (folders.Add(above) && above.Length > _folder.Length);
        }

        foreach (string name in folders)
        {
            Disk.FlushFolder(name);
        }

        _unflushed.Clear();
    }

    /// <summary>The files that a partial one can be cut from: the full one, then the wider partial ones.</summary>
    private IEnumerable<TilePath> Wider(TilePath path)
    {
        yield return new TilePath(path.Level, path.Index, TilePath.FullWidth);
        string narrow = Path.GetDirectoryName(FileOf(path))!;
        if (!Directory.Exists(narrow))
        {
            yield break;
        }

        var widths = Directory.EnumerateFiles(narrow)
            .Select(file => int.TryParse(
                Path.GetFileName(file), NumberStyles.None, CultureInfo.InvariantCulture, out int width) ? width : 0)
            .Where(width => width > path.Width && width < TilePath.FullWidth);
        foreach (int width in widths.Order())
        {
            yield return new TilePath(path.Level, path.Index, width);
        }
    }

    /// <summary>The first hashes or entries of a file that has exactly as many as its name says.</summary>
    private static byte[]? Cut(byte[] whole, TilePath path, int width)
    {
        if (path.Level >= 0)
        {
            return whole.Length == path.Width * Hash.Length ? whole[..(width * Hash.Length)] : null;
        }

        return EntryBundle.TryDecode(whole, path.Width, out IReadOnlyList<ReadOnlyMemory<byte>>? entries, out _)
            ? whole[..entries.Take(width).Sum(entry => 2 + entry.Length)]
            : null;
    }

    private byte[]? ReadFile(TilePath path)
    {
        string file = FileOf(path);
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            if (RegularFile.LengthOf(file) == 0)
            {
                return [];
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
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // The log has deleted it in between, for a wider one.
            return null;
        }
    }

    private string FileOf(TilePath path) => Path.Combine(_folder, path.ToString());
}
