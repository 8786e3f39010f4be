using Gouvernail.Log.Tiles;

namespace Gouvernail.Audits;

/// <summary>
/// What an auditor reads: a log with what is published of its sealed payloads and results, wherever it is. Nothing in
/// it is believed before it is checked.
/// </summary>
/// <exception cref="IOException">Every member: the disk or the network fails.</exception>
public interface IBundle : IDisposable
{
    /// <summary>True where everything that was sealed ought to be there: a data folder, not a public bundle.</summary>
    bool IsWhole { get; }

    /// <summary>
    /// True where the log may grow while it is checked: a server's. Openings beyond the checkpoint then say nothing,
    /// and
    /// what does not hold is looked at again on a newer one.
    /// </summary>
    bool Grows => false;

    /// <summary>Tiles and entry bundles; asked by several threads at once.</summary>
    ITileSource Tiles { get; }

    /// <summary>A small file; null where there is none.</summary>
    /// <param name="name">Its path in the bundle.</param>
    /// <param name="most">The most bytes worth reading.</param>
    byte[]? Read(string name, int most);

    /// <summary>A file of openings, to be read once from its beginning; null where there is none.</summary>
    /// <param name="number">Which, from 0: each is for 65,536 entries (<see cref="OpenedFile.Span"/>).</param>
    Stream? Openings(long number);

    /// <summary>The output of a result, to be read once; null where it is not there.</summary>
    /// <param name="name">Its hash.</param>
    Stream? Blob(string name);
}

/// <summary>The files of a bundle beside its tiles.</summary>
public static class BundleFiles
{
    /// <summary>The signed head.</summary>
    public const string Checkpoint = "checkpoint";

    /// <summary>The key that the log says is its own.</summary>
    public const string VerifierKey = "vkey";

    /// <summary>The folder of openings.</summary>
    public const string Opened = "opened";

    /// <summary>The folder of outputs of results.</summary>
    public const string Blobs = "blobs";
}
