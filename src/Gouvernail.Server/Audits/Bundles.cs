using System.IO.Compression;
using Gouvernail.Audits;
using Gouvernail.Server.Journals;

namespace Gouvernail.Server.Audits;

/// <summary>The public bundle of the log in one file: made once for each size of the log, whoever asks.</summary>
internal sealed class Bundles(Community community, PublicLog log) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private DirectoryInfo? _place;
    private long _size = -1;

    /// <summary>The bundle, to be read and closed.</summary>
    public async Task<FileStream> OpenAsync(CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            if (_place is null || _size != log.Head().Size)
            {
                await Task.Run(() => Make(cancel), cancel);
            }

            return new FileStream(
                Path.Combine(_place!.FullName, "bundle.zip"),
                FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, FileOptions.Asynchronous);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Clear();
        _turn.Dispose();
    }

    private void Make(CancellationToken cancel)
    {
        Clear();
        DirectoryInfo place = Directory.CreateTempSubdirectory("gouvernail-bundle-");
        try
        {
            string folder = Path.Combine(place.FullName, "public");
            ExportedBundle written = BundleExport.Write(community.Folder, folder, cancellation: cancel);
            ZipFile.CreateFromDirectory(
                folder, Path.Combine(place.FullName, "bundle.zip"), CompressionLevel.Fastest,
                includeBaseDirectory: false);
            Directory.Delete(folder, recursive: true);
            (_place, _size) = (place, written.Entries);
        }
        catch
        {
            place.Delete(recursive: true);
            throw;
        }
    }

    /// <summary>Who reads the file goes on reading: it is gone for others only.</summary>
    private void Clear()
    {
        DirectoryInfo? old = _place;
        (_place, _size) = (null, -1);
        old?.Delete(recursive: true);
    }
}
