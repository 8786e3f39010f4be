namespace Gouvernail.Journals;

/// <summary>Says what an error of the file system means for the person who runs the machine.</summary>
internal static class DiskFault
{
    // errno values, as .NET puts them into HResult: of Linux, and of macOS where it differs.
    private const int WouldBlock = 11;
    private const int WouldBlockMac = 35;
    private const int FileTooLarge = 27;
    private const int NoSpace = 28;
    private const int ReadOnlyDisk = 30;
    private const int OverQuota = 122;
    private const int OverQuotaMac = 69;
    private const int SharingViolationWindows = unchecked((int)0x80070020);

    /// <summary>True for what a file system may answer.</summary>
    public static bool Is(Exception e) => e is IOException or UnauthorizedAccessException;

    /// <summary>The trouble with one file of the data folder.</summary>
    public static JournalException Explain(string file, Exception e) => e switch
    {
        JournalException known => known,
        UnauthorizedAccessException or { HResult: ReadOnlyDisk } => new(JournalFault.ReadOnly, new(
            $"the folder may be read but not written ({file}); give yourself the right to write to it, or copy it "
                + "elsewhere",
            $"on peut lire le dossier mais pas y écrire ({file})\u00a0; donnez-vous ce droit, ou copiez-le "
                + "ailleurs"), e),
        { HResult: WouldBlock or WouldBlockMac or SharingViolationWindows } => new(JournalFault.InUse, new(
            "another process writes to this folder (a server or another command); end it, or wait for it",
            "un autre processus écrit dans ce dossier (un serveur ou une autre commande)\u00a0; arrêtez-le, ou "
                + "attendez-le"), e),
        { HResult: NoSpace or FileTooLarge or OverQuota or OverQuotaMac } => new(JournalFault.Full, new(
            $"the disk is full, or a limit on it is reached ({file}). Make room, then try again",
            $"le disque est plein, ou une limite y est atteinte ({file}). Faites de la place, puis recommencez"), e),
        _ => new(JournalFault.Disk, new(
            $"the disk failed on {file} ({e.Message.TrimEnd('.')}). Check the disk, then try again",
            $"le disque a failli sur {file} ({e.Message.TrimEnd('.')}). Vérifiez le disque, puis recommencez"), e),
    };
}
