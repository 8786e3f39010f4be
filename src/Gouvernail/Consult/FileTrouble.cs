using System.Security;

namespace Gouvernail.Consult;

/// <summary>Why the system would not open, read or write a file, in our words where the cause is known.</summary>
public static class FileTrouble
{
    // .NET passes the system's own numbers on: of Linux, of macOS where it differs, and of Windows.
    private const int NoSpace = 28;
    private const int OverQuota = 122;
    private const int OverQuotaMac = 69;
    private const int DiskFullWindows = unchecked((int)0x80070070);
    private const int ReadOnly = 30;
    private const int ReadOnlyWindows = unchecked((int)0x80070013);
    private const int InUse = 11;
    private const int InUseMac = 35;
    private const int InUseWindows = unchecked((int)0x80070020);

    /// <summary>True for what a file system may answer.</summary>
    public static bool Is(Exception e) =>
        e is IOException or UnauthorizedAccessException or NotSupportedException or SecurityException;

    /// <summary>The cause in words.</summary>
    public static Wording Of(Exception e) => e switch
    {
        UnauthorizedAccessException or SecurityException => new("permission denied", "accès refusé"),
        FileNotFoundException => new("it does not exist", "introuvable"),
        DirectoryNotFoundException => new("its folder does not exist", "son dossier n’existe pas"),
        PathTooLongException => new("a name too long for the disk", "un nom trop long pour le disque"),
        IOException { HResult: NoSpace or OverQuota or OverQuotaMac or DiskFullWindows } =>
            new("the disk is full", "le disque est plein"),
        IOException { HResult: ReadOnly or ReadOnlyWindows } =>
            new("the file system is read-only", "le système de fichiers est en lecture seule"),
        IOException { HResult: InUse or InUseMac or InUseWindows } =>
            new("another program is using it", "un autre programme l’utilise"),
        _ => Unknown(Excerpt.Shown(e.Message.TrimEnd('.'), 200)),
    };

    private static Wording Unknown(string message) =>
        new($"the system refuses ({message})", $"le système refuse ({message})");
}
