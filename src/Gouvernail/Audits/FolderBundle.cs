using Gouvernail.Log;
using Gouvernail.Log.Tiles;

namespace Gouvernail.Audits;

/// <summary>A bundle in a folder of files.</summary>
public sealed class FolderBundle(string folder) : IBundle
{
    /// <inheritdoc/>
    public bool IsWhole => false;

    /// <inheritdoc/>
    public ITileSource Tiles { get; } = new TileFolder(folder);

    /// <inheritdoc/>
    public byte[]? Read(string name, int most)
    {
        using Stream? file = Open(name);
        if (file is null)
        {
            return null;
        }

        byte[] bytes = new byte[(int)Math.Min(file.Length, most + 1L)];
        file.ReadExactly(bytes);
        return bytes;
    }

    /// <inheritdoc/>
    public Stream? Openings(long number) => Open(OpenedFile.PathOf(number));

    /// <inheritdoc/>
    public Stream? Blob(string name) => Open($"{BundleFiles.Blobs}/{name}");

    /// <inheritdoc/>
    public void Dispose()
    {
        // Every file is closed by whoever read it.
    }

    private Stream? Open(string name)
    {
        string path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            return null;
        }

        // An empty file is no file of a bundle, and what only seems empty must not be opened.
        return RegularFile.LengthOf(path) == 0
            ? new MemoryStream()
            : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
    }
}
