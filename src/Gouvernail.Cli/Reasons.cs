using System.Security;

namespace Gouvernail.Cli;

/// <summary>Why a file could not be opened or written, in the user's language.</summary>
internal static class Reasons
{
    // ENOSPC, EDQUOT and ERROR_DISK_FULL: .NET passes the system's number on.
    private const int NoSpace = 28;
    private const int OverQuota = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <summary>True for what a file system may answer.</summary>
    public static bool IsFileTrouble(Exception e) =>
        e is IOException or UnauthorizedAccessException or NotSupportedException or SecurityException;

    /// <summary>The reason in words.</summary>
    public static string Of(Exception e, Texts texts) => e switch
    {
        UnauthorizedAccessException or SecurityException => texts.PermissionDenied,
        DirectoryNotFoundException => texts.FolderMissing,
        FileNotFoundException => texts.FileMissing,
        IOException { HResult: NoSpace or OverQuota or WindowsDiskFull } => texts.DiskFull,
        _ => e.Message,
    };
}
