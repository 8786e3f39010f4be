using System.Globalization;
using Gouvernail.Choice.Opinions;
using Gouvernail.Consult;

namespace Gouvernail.Cli;

/// <summary>
/// Writes results whole or not at all: under another name beside the target, then moved over it. A run that fails or is
/// interrupted leaves what was there before.
/// </summary>
internal static class OutputFile
{
    private static string Suffix => "." + Environment.ProcessId.ToString(CultureInfo.InvariantCulture) + ".part";

    /// <summary>Why <paramref name="path"/> could not be written; null where it seems possible.</summary>
    public static string? Obstacle(string path, Texts texts)
    {
        if (Directory.Exists(path))
        {
            return texts.IsFolder;
        }

        return Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))) ? null : texts.FolderMissing;
    }

    /// <summary>Writes a file.</summary>
    public static Failure? Write(string path, Texts texts, Action<Stream> write)
    {
        try
        {
            string target = IsDevice(path) ? path : Target(path);
            using FileStream? open = IsDevice(target) ? Open(target) : OpenPipe(target);
            if (open is not null)
            {
                write(open);
                return null;
            }

            string part = Path.Combine(Path.GetDirectoryName(target)!, "." + Path.GetFileName(target) + Suffix);
            WriteThenMove(part, target, write);
            return null;
        }
        catch (Exception e) when (FileTrouble.Is(e))
        {
            return new Failure(ExitCode.CannotWrite, texts.CannotWrite(path, FileTrouble.Of(e).In(texts.Language)));
        }
    }

    /// <summary>Why a folder cannot be made there; null where it seems possible.</summary>
    public static string? FolderObstacle(string folder, Texts texts)
    {
        try
        {
            if (File.Exists(folder)
                || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
            {
                return texts.NotEmpty;
            }

            string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
            return Directory.Exists(Path.GetDirectoryName(full) ?? full) ? null : texts.FolderMissing;
        }
        catch (Exception e) when (FileTrouble.Is(e))
        {
            return FileTrouble.Of(e).In(texts.Language);
        }
    }

    /// <summary>Writes a conversation as a folder, which must be missing or empty.</summary>
    public static Failure? WriteFolder(
        string folder, Conversation conversation, OpinionMap? map, Texts texts, CancellationToken cancel)
    {
        InputProblem? problem = PolisExport.Write(folder, conversation, map, cancel);
        return problem is null
            ? null
            : new Failure(ExitCode.CannotWrite, texts.CannotWrite(folder, problem.Found.In(texts.Language)));
    }

    // A link keeps pointing where it did: what it points to is replaced.
    private static string Target(string path) =>
        (new FileInfo(path).LinkTarget is null ? null : File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName)
        ?? Path.GetFullPath(path);

    private static void WriteThenMove(string part, string target, Action<Stream> write)
    {
        File.Delete(part);
        try
        {
            using (var stream = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
            {
                write(stream);
            }

            File.Move(part, target, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    /// <summary>
    /// True for what stands in /dev or /proc (a terminal, the output, null): it is used, never replaced. The memory
    /// disk in /dev/shm holds files like any other.
    /// </summary>
    public static bool IsDevice(string path)
    {
        string full = Path.GetFullPath(path);
        return (full.StartsWith("/dev/", StringComparison.Ordinal)
                && !full.StartsWith("/dev/shm/", StringComparison.Ordinal))
            || full.StartsWith("/proc/", StringComparison.Ordinal);
    }

    /// <summary>A named pipe, ready to take what is written; null for any other file, or for none.</summary>
    private static FileStream? OpenPipe(string path)
    {
        // A pipe has neither length nor position. It opens when its reader does, and closing it would end the reading.
        if (new FileInfo(path) is not { Exists: true, Length: 0 })
        {
            return null;
        }

        FileStream file = Open(path);
        if (!file.CanSeek)
        {
            return file;
        }

        file.Dispose();
        return null;
    }

    private static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
}
