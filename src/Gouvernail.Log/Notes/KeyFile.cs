using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Gouvernail.Log.Notes;

/// <summary>
/// Keeps a private key in a file of its own: one line, <c>PRIVATE+KEY+name+id+base64(type ‖ seed)</c>, that its owner
/// alone may read and write (mode 0600).
/// </summary>
public static class KeyFile
{
    private const int MostBytes = 1024;

    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes a key into a new file, on the disk before this returns.</summary>
    /// <exception cref="IOException">There is a file already, which is left as it is, or the disk fails.</exception>
    /// <exception cref="PlatformNotSupportedException">The system has no file modes.</exception>
    public static void Create(string path, SignerKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("Keys are kept where files have modes.");
        }

        using var stream = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = Owner,
        });
        stream.Write(Encoding.UTF8.GetBytes(key.Secret() + "\n"));
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Reads a key, unless others than its owner may read or write its file.</summary>
    /// <exception cref="IOException">The disk fails.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="PlatformNotSupportedException">The system has no file modes, or no OpenSSL 3.</exception>
    public static bool TryRead(
        string path, [NotNullWhen(true)] out SignerKey? key, [NotNullWhen(false)] out Problem? problem)
    {
        key = null;
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("Keys are kept where files have modes.");
        }

        if (!File.Exists(path))
        {
            problem = new Problem(ProblemKind.Missing, "There is no key file.");
            return false;
        }

        using FileStream stream = new(path, FileMode.Open, FileAccess.Read);
        if ((File.GetUnixFileMode(stream.SafeFileHandle) & ~Owner) != 0)
        {
            problem = new Problem(ProblemKind.Permissions, "The key file must be its owner's alone: chmod 600.");
            return false;
        }

        if (stream.Length > MostBytes)
        {
            problem = Problem.TooLarge("A key file has one line.");
            return false;
        }

        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        string text = Encoding.UTF8.GetString(bytes);
        return SignerKey.TryParse(text.EndsWith('\n') ? text[..^1] : text, out key, out problem);
    }
}
