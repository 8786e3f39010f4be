using System.IO.Compression;

namespace Gouvernail.Consult.Sources;

/// <summary>A file to read: in a folder, in an archive, or alone.</summary>
/// <param name="Name">Its name without folders, to know it by; never used as a path.</param>
/// <param name="Shown">Its name in problems.</param>
/// <param name="Folder">The folder it lies in, inside the archive; empty elsewhere.</param>
/// <param name="Bytes">Its size on the disk, as far as is known.</param>
/// <param name="Open">Starts to read it.</param>
internal sealed record SourceFile(string Name, string Shown, string Folder, long Bytes, Func<Stream> Open);

/// <summary>The files that a path stands for.</summary>
internal sealed class SourceFiles : IDisposable
{
    private readonly ByteMeter _meter;
    private readonly ReadLimits _limits;
    private readonly Stream? _open;
    private readonly ZipArchive? _archive;

    public SourceFiles(string path, ByteMeter meter, ReadLimits limits)
    {
        _meter = meter;
        _limits = limits;
        Shown = Current = Excerpt.Shown(path);
        if (Directory.Exists(path))
        {

            // The disk lists them in an order of its own, which no message may show.
            All =
            [
                .. new DirectoryInfo(path).EnumerateFiles().OrderBy(f => f.Name, StringComparer.Ordinal)
                    .Select(f => OnDisk(f.FullName, f.Name, f.Length)),
            ];
            return;
        }

        _open = OpenMetered(path);
        string name = Path.GetFileName(path);
        if (_open.CanSeek && IsArchive(_open))
        {
            meter.Total = _open.Length;
            _archive = new ZipArchive(_open, ZipArchiveMode.Read, leaveOpen: true);
            All = Entries(_archive);
            return;
        }

        if (name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            throw UnreadableException.Of(
                Shown,
                new("not a zip archive, in spite of its name", "pas une archive zip, malgré son nom"),
                new("a whole .zip file", "un fichier .zip entier"));
        }

        meter.Total = _open.CanSeek ? _open.Length : 0;
        All = [];
        Alone = new SourceFile(name, Shown, "", meter.Total, () => _open);
    }

    public IReadOnlyList<SourceFile> All { get; }

    /// <summary>The one file where the path is a file and not an archive.</summary>
    public SourceFile? Alone { get; }

    /// <summary>The path as problems show it.</summary>
    public string Shown { get; }

    /// <summary>The file opened last, to name where the disk fails.</summary>
    public string Current { get; private set; }

    /// <summary>Starts to read a file.</summary>
    public Stream Open(SourceFile file)
    {
        Current = file.Shown;
        return file.Open();
    }

    /// <summary>
    /// The file of one of these names, else the only one whose name ends with a dash and one of them (downloads carry a
    /// date and the conversation's id in front).
    /// </summary>
    public SourceFile? Find(params ReadOnlySpan<string> names)
    {
        List<SourceFile> exact = [];
        List<SourceFile> prefixed = [];
        foreach (SourceFile file in All)
        {
            foreach (string name in names)
            {
                if (file.Name == name)
                {
                    exact.Add(file);
                }
                else if (IsPrefixed(file.Name, name))
                {
                    prefixed.Add(file);
                }
            }
        }

        List<SourceFile> found = exact.Count > 0 ? exact : prefixed;
        return found.Count switch
        {
            0 => null,
            1 => found[0],
            _ => throw Several(names[0], string.Join(", ", found.Take(5).Select(f => f.Shown))),
        };
    }

    public void Dispose()
    {
        _archive?.Dispose();
        _open?.Dispose();
    }

    private UnreadableException Several(string name, string files) => UnreadableException.Of(
        Shown,
        new($"several files for {name}: {files}", $"plusieurs fichiers pour {name}\u00a0: {files}"),
        new(
            "the files of one conversation; move the others away",
            "les fichiers d’une seule conversation\u00a0; déplacez les autres"));

    // "x-participant-votes.csv" ends with "-votes.csv" too, and is another file.
    private static bool IsPrefixed(string file, string name) =>
        file.EndsWith("-" + name, StringComparison.Ordinal)
        && (name != "votes.csv"
            || !(file.EndsWith("participant-votes.csv", StringComparison.Ordinal)
                || file.EndsWith("participants-votes.csv", StringComparison.Ordinal)));

    private static bool IsArchive(Stream file)
    {
        Span<byte> head = stackalloc byte[4];
        int read = file.ReadAtLeast(head, 4, throwOnEndOfStream: false);
        file.Position = 0;
        return read == 4 && (head.SequenceEqual("PK\x03\x04"u8) || head.SequenceEqual("PK\x05\x06"u8));
    }

    private SourceFile OnDisk(string path, string name, long bytes) =>
        new(name, Excerpt.Shown(Path.Combine(Shown, name)), "", bytes, () => OpenMetered(path));

    private MeteredStream OpenMetered(string path) => new(
        new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan), _meter);

    private List<SourceFile> Entries(ZipArchive archive)
    {
        var files = new List<SourceFile>();
        var unpacked = new ByteMeter(null);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            int slash = entry.FullName.AsSpan().LastIndexOfAny('/', '\\');
            string folder = slash < 0 ? "" : entry.FullName[..slash];
            string name = entry.FullName[(slash + 1)..];

            // macOS packs a shadow of each file; it is not text.
            if (name.Length == 0 || name.StartsWith("._", StringComparison.Ordinal))
            {
                continue;
            }

            string shown = $"{Shown}: {Excerpt.Shown(entry.FullName, 200)}";
            files.Add(new SourceFile(name, shown, folder, 0, () => entry.IsEncrypted
                ? throw UnreadableException.Of(
                    shown,
                    new("an encrypted file", "un fichier chiffré"),
                    new("an archive without a password", "une archive sans mot de passe"))
                : new UnpackedStream(entry, shown, _meter, unpacked, _limits)));
        }

        return files;
    }
}
