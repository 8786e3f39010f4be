using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Gouvernail.Log;

/// <summary>
/// Waits until the disk has what was written. .NET flushes files but opens no folder, and the name of a new file is in
/// its folder: fsync(2) asks for both.
/// </summary>
internal static partial class Disk
{
    private const string Library = "libc";

    /// <summary>O_RDONLY, the same number on all systems but Windows.</summary>
    private const int ReadOnly = 0;

    public static void FlushFile(string path)
    {
        using SafeFileHandle file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }

    public static void FlushFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int descriptor = Open(path, ReadOnly);
        if (descriptor < 0)
        {
            throw Failed(path);
        }

        try
        {
            if (Sync(descriptor) != 0)
            {
                throw Failed(path);
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static IOException Failed(string path) =>
        new($"The folder {path} could not be flushed: {Marshal.GetLastPInvokeErrorMessage()}.");

    [LibraryImport(Library, EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport(Library, EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int descriptor);

    [LibraryImport(Library, EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
