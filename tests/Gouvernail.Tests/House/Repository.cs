namespace Gouvernail.Tests.House;

/// <summary>A text file of the repository: its path from the root, with slashes, and what it says.</summary>
internal sealed record RepositoryFile(string Path, string Text)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public string Folder => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.LastIndexOf('/')] : "";

    public string[] Lines => Text.Split('\n');

    public static RepositoryFile Of(string path, string text) => new(path, text);
}

/// <summary>The folder that holds the solution, as its reader finds it: nothing built or ignored.</summary>
internal static class Repository
{
    private static readonly string[] _textEndings =
    [
        ".cs", ".csproj", ".props", ".targets", ".slnx", ".json", ".md", ".txt", ".yml", ".css", ".js", ".html",
        ".razor", ".resx", ".sql", ".sh", ".editorconfig", ".gitattributes", ".gitignore", ".ci/run",
    ];

    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>Every folder below <paramref name="under"/> that the repository does not ignore.</summary>
    public static IEnumerable<string> Folders(string under = "")
    {
        string start = Path.Combine(Root, under);
        if (!Directory.Exists(start))
        {
            yield break;
        }

        foreach (string folder in Directory.EnumerateDirectories(start).Order(StringComparer.Ordinal))
        {
            if (Ignored.Contains(Path.GetFileName(folder)))
            {
                continue;
            }

            string path = FromRoot(folder);
            yield return path;
            foreach (string deeper in Folders(path))
            {
                yield return deeper;
            }
        }
    }

    /// <summary>The text files of these folders and all below, in ordinal order of their paths.</summary>
    public static IReadOnlyList<RepositoryFile> Files(params string[] under) =>
    [
        .. under
            .SelectMany(start => Folders(start).Prepend(start))
            .Select(folder => Path.Combine(Root, folder))
            .Where(Directory.Exists)
            .SelectMany(Directory.EnumerateFiles)
            .Select(FromRoot)
            .Where(path => _textEndings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)
            .Select(path => RepositoryFile.Of(path, Read(path))),
    ];

    public static IReadOnlyList<RepositoryFile> Sources(params string[] under) =>
        [.. Files(under).Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal))];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static bool Has(string path) => File.Exists(Path.Combine(Root, path));

    private static HashSet<string> Ignored { get; } =
    [
        ".git",
        .. File.ReadLines(Path.Combine(Root, ".gitignore"))
            .Where(line => line.EndsWith('/'))
            .Select(line => line.TrimEnd('/')),
    ];

    private static string FromRoot(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string FindRoot(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Gouvernail.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {from} holds Gouvernail.slnx.");
    }
}
