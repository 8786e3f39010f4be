using Gouvernail.Consult;

namespace Gouvernail.Cli.Maps;

/// <summary>Finds an output that would take the place of an input or of another output.</summary>
internal static class Overlap
{
    private static readonly StringComparison _names =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
            ? StringComparison.OrdinalIgnoreCase
            : StringComparison.Ordinal;

    /// <summary>What overlaps, in words; null where every file has a place of its own.</summary>
    public static string? Find(MapRequest request, Texts texts)
    {
        List<(string Option, string Given, string Real)> outputs = [];
        foreach ((string option, string? file) in new[] { ("--json", request.Json), ("--html", request.Html) })
        {
            if (file is null or "-" || OutputFile.IsDevice(file))
            {
                continue;
            }

            // A device takes what it is given and loses nothing.
            string real = RealPath(file);
            if (OutputFile.IsDevice(real))
            {
                continue;
            }

            if (Input(request, real) is { } input)
            {
                return texts.OverInput($"{option} {file}", input);
            }

            foreach ((string other, string given, string taken) in outputs)
            {
                if (string.Equals(real, taken, _names))
                {
                    return texts.SamePlace($"{other} {given}", $"{option} {file}");
                }
            }

            if (request.Export is { } folder && IsWithin(real, RealPath(folder)))
            {
                return texts.SamePlace($"--export {folder}", $"{option} {file}");
            }

            outputs.Add((option, file, real));
        }

        return null;
    }

    /// <summary>The input of this path, as the command line names it.</summary>
    private static string? Input(MapRequest request, string real)
    {
        foreach ((string option, string? file) in new[]
        {
            ("", request.Path),
            ("--in-conversation ", request.InConversation),
            ("--base-clusters ", request.BaseClusters),
        })
        {
            if (file is not null && Read(file).Any(path => string.Equals(RealPath(path), real, _names)))
            {
                return option + file;
            }
        }

        return null;
    }

    /// <summary>The files that an input stands for: itself, or those of a folder that the reader may open.</summary>
    private static IEnumerable<string> Read(string input)
    {
        if (!Directory.Exists(input))
        {
            return [input];
        }

        try
        {
            return [.. Directory.EnumerateFiles(input).Where(path =>
                path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
                || Path.GetFileName(path).Equals("format.json", StringComparison.OrdinalIgnoreCase))];
        }
        catch (Exception e) when (FileTrouble.Is(e))
        {
            // The reader will say that it may not be read.
            return [];
        }
    }

    private static bool IsWithin(string path, string folder) =>
        path.StartsWith(folder, _names)
        && (path.Length == folder.Length || path[folder.Length] == Path.DirectorySeparatorChar);

    /// <summary>The full path with the links of every folder on the way, and of the file, followed.</summary>
    private static string RealPath(string path)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(full) is not { } around)
        {
            return full;
        }

        string real = Path.Combine(RealPath(around), Path.GetFileName(full));
        try
        {
            FileSystemInfo? target = File.ResolveLinkTarget(real, returnFinalTarget: true);
            return target is null ? real : RealPath(target.FullName);
        }
        catch (Exception e) when (FileTrouble.Is(e))
        {
            return real;
        }
    }
}
