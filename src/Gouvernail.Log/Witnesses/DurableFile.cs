using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Gouvernail.Log.Witnesses;

/// <summary>
/// Replaces a small file so that a crash leaves the old one or the new one, whole: written beside it, on the disk,
/// renamed, and the folder on the disk too. .NET cannot flush a folder, so the C library is asked.
/// </summary>
internal static partial class DurableFile
{
    /// <summary>What an unfinished file's name ends with.</summary>
    public const string Unfinished = ".part";

    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <exception cref="IOException">The disk fails; up to the renaming, the old file is still there.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static void Replace(string path, ReadOnlySpan<byte> bytes)
    {
        string part = path + Unfinished;
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = Owner;
            }

            using var stream = new FileStream(part, options);
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }

        File.Move(part, path, overwrite: true);
        FlushFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>Puts the names in a folder on the disk.</summary>
    /// <exception cref="IOException">The disk fails.</exception>
    public static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // O_RDONLY is 0 wherever .NET runs on Unix.
        using var handle = new SafeFileHandle(Open(folder, 0), ownsHandle: true);
        if (handle.IsInvalid || Flush((int)handle.DangerousGetHandle()) != 0)
        {
            throw new IOException("The folder could not be flushed to the disk.", Marshal.GetLastPInvokeError());
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Flush(int file);
}
