using Gouvernail.Audits;
using Gouvernail.Log.Tiles;

namespace Gouvernail.Tests.Audits;

/// <summary>A bundle whose files are in memory, of which copies with changes cost nothing.</summary>
internal sealed class MemoryBundle(IReadOnlyDictionary<string, byte[]> files) : IBundle, ITileSource
{
    public IReadOnlyDictionary<string, byte[]> Files { get; } = files;

    public bool IsWhole => false;

    public ITileSource Tiles => this;

    /// <summary>All files of a folder, under their paths with slashes.</summary>
    public static MemoryBundle Of(string folder) => new(Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .ToDictionary(
            file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal));

    /// <summary>The same with one file changed, added or, where the bytes are null, gone.</summary>
    public MemoryBundle With(string name, byte[]? bytes)
    {
        var changed = new Dictionary<string, byte[]>(Files, StringComparer.Ordinal);
        changed.Remove(name);
        if (bytes is not null)
        {
            changed.Add(name, bytes);
        }

        return new MemoryBundle(changed);
    }

    public byte[]? Read(string name, int most) =>
        Files.GetValueOrDefault(name) is not { } bytes ? null : bytes.Length > most ? bytes[..(most + 1)] : bytes;

    public byte[]? Read(TilePath path) => Read(path.ToString(), ITileSource.MostBytes(path));

    public Stream? Openings(long number) => Open(OpenedFile.PathOf(number));

    public Stream? Blob(string name) => Open($"{BundleFiles.Blobs}/{name}");

    public void Write(string folder)
    {
        foreach ((string name, byte[] bytes) in Files)
        {
            string path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
        }
    }

    public void Dispose()
    {
        // Nothing is open.
    }

    private MemoryStream? Open(string name) =>
        Files.GetValueOrDefault(name) is { } bytes ? new MemoryStream(bytes, writable: false) : null;
}
