namespace Gouvernail.Log;

/// <summary>Files from strangers, who may put a pipe or a device where a file should be.</summary>
public static class RegularFile
{
    /// <summary>
    /// How many bytes a file has, at the end of its links; 0 for pipes and devices, which have no length and whose
    /// opening
    /// or reading may never end.
    /// </summary>
    /// <param name="path">A file that is there.</param>
    /// <exception cref="IOException">The disk fails, or the file has gone.</exception>
    public static long LengthOf(string path)
    {
        var file = new FileInfo(path);
        return file.LinkTarget is null ? file.Length
            : file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target.Length
            : 0;
    }
}
