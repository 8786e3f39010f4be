using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Gouvernail.Log.Witnesses;

/// <summary>
/// A witness's memory in a folder: for each log one file, named by the SHA-256 of its origin in hexadecimal, that holds
/// the three lines of the last checkpoint cosigned. What is damaged is refused, never taken for a log not seen yet.
/// </summary>
public sealed class FileMemory : IWitnessMemory, IDisposable
{
    private const string LockName = "lock";
    private const int MostBytes = 512;

    private readonly string _folder;
    private readonly FileStream _lock;
    private readonly Dictionary<string, Checkpoint> _last = new(StringComparer.Ordinal);
    private readonly Lock _door = new();
    private bool _isOpen = true;

    private FileMemory(string folder, FileStream alone) => (_folder, _lock) = (folder, alone);

    /// <summary>Makes an empty memory: the folder, which its owner alone may enter, on the disk.</summary>
    /// <exception cref="IOException">The folder is there already and holds something, or the disk fails.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be made there.</exception>
    public static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(
                folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        if (Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new IOException("The folder holds something already.");
        }

        Disk.FlushFolder(folder);
        Disk.FlushFolder(Path.GetDirectoryName(Path.GetFullPath(folder))!);
    }

    /// <summary>
    /// Opens a memory for this process alone, and reads all of it. A folder that is not there is a memory lost, which
    /// only <see cref="Create"/> may begin again.
    /// </summary>
    /// <exception cref="IOException">Another process has it open, or the disk fails.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be read or written.</exception>
    public static bool TryOpen(
        string folder, [NotNullWhen(true)] out FileMemory? memory, [NotNullWhen(false)] out Problem? problem)
    {
        memory = null;
        problem = null;
        if (!Directory.Exists(folder))
        {
            problem = new Problem(ProblemKind.Missing, "The witness's memory is not there.");
            return false;
        }

        // Held until the process ends, however it ends; the file itself stays.
        var alone = new FileStream(
            Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var opened = new FileMemory(folder, alone);
        try
        {
            problem = opened.ReadAll();
            memory = problem is null ? opened : null;
            return memory is not null;
        }
        finally
        {
            if (memory is null)
            {
                opened.Dispose();
            }
        }
    }

    /// <inheritdoc/>
    public Checkpoint? Last(string origin)
    {
        lock (_door)
        {
            ObjectDisposedException.ThrowIf(!_isOpen, this);
            return _last.GetValueOrDefault(origin);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The disk fails; nothing is cosigned.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written; nothing is cosigned.</exception>
    /// <exception cref="InvalidDataException">The disk holds another checkpoint than the one remembered: somebody
    /// else writes here, or an earlier failure left it unclear which one lasts. Nothing is cosigned.</exception>
    public bool TryAdvance(Checkpoint? expected, Checkpoint newer)
    {
        ArgumentNullException.ThrowIfNull(newer);
        lock (_door)
        {
            ObjectDisposedException.ThrowIf(!_isOpen, this);
            Checkpoint? last = _last.GetValueOrDefault(newer.Origin);
            if (last != expected)
            {
                return false;
            }

            string file = Path.Combine(_folder, NameOf(newer.Origin));
            bool isThere = TryRead(file, out Checkpoint? kept);
            if (!isThere || kept != last)
            {
                throw new InvalidDataException("The memory on the disk is not what this witness wrote there.");
            }

            DurableFile.Replace(file, newer.ToBytes());
            _last[newer.Origin] = newer;
            return true;
        }
    }

    /// <summary>Lets another process open the folder.</summary>
    public void Dispose()
    {
        lock (_door)
        {
            _isOpen = false;
            _lock.Dispose();
        }
    }

    private Problem? ReadAll()
    {
        foreach (string file in Directory.EnumerateFileSystemEntries(_folder).Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(file);
            if (name == LockName)
            {
                continue;
            }

            if (name.EndsWith(DurableFile.Unfinished, StringComparison.Ordinal))
            {
                // Killed before it was renamed: nothing was cosigned on the strength of it.
                File.Delete(file);
                continue;
            }

            if (!TryRead(file, out Checkpoint? last) || last is null || NameOf(last.Origin) != name)
            {
                return Problem.Malformed($"Not what a witness writes: {(IsName(name) ? name : "a stray file")}.");
            }

            _last.Add(last.Origin, last);
        }

        return null;
    }

    /// <summary>False where there is a file that holds no checkpoint in its one form.</summary>
    private static bool TryRead(string file, out Checkpoint? checkpoint)
    {
        checkpoint = null;
        if (!File.Exists(file))
        {
            return !Directory.Exists(file);
        }

        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read);
        if (stream.Length > MostBytes)
        {
            return false;
        }

        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Checkpoint.TryParse(bytes, out checkpoint, out _) && checkpoint.ToBytes().AsSpan().SequenceEqual(bytes);
    }

    private static bool IsName(string name) => name.Length == 64 && name.All(char.IsAsciiHexDigitLower);

    private static string NameOf(string origin) =>
        Convert.ToHexStringLower(SHA256.HashData(TextLines.Utf8(origin)));
}
