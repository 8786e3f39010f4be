namespace Gouvernail.Log.Witnesses;

/// <summary>
/// Replaces a small file so that a crash leaves the old one or the new one, whole: written beside it, on the disk,
/// renamed, and the folder on the disk too.
/// </summary>
internal static class DurableFile
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
        Disk.FlushFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }
}
