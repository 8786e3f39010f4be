using System.Buffers.Binary;
using System.Security.Cryptography;
using Gouvernail.Log;

namespace Gouvernail.Journals;

/// <summary>
/// Projections on disk, each stamped with the size and root of the log that it stands for. Every file can be deleted at
/// any time: it only saves reading the log again. One that is damaged, or of another log, is passed over.
/// </summary>
/// <param name="folder">Where they are.</param>
public sealed class Snapshots(string folder)
{
    private const int HeaderLength = 8 + Hash.Length + SHA256.HashSizeInBytes;

    /// <summary>What a snapshot stands for.</summary>
    /// <param name="Size">The size of the log.</param>
    /// <param name="Root">Its root.</param>
    public readonly record struct Stamp(long Size, Hash Root);

    /// <summary>Writes snapshots of projections that stand at a size of the log.</summary>
    public void Save(IEnumerable<IProjection> projections, long size, Hash root)
    {
        ArgumentNullException.ThrowIfNull(projections);
        try
        {
            Directory.CreateDirectory(folder);
            foreach (IProjection projection in projections)
            {
                using var content = new MemoryStream();
                projection.Save(content);
                byte[] header = new byte[HeaderLength];
                BinaryPrimitives.WriteInt64BigEndian(header, size);
                root.CopyTo(header.AsSpan(8));
                SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length), header.AsSpan(8 + Hash.Length));
                string path = PathOf(projection);
                using (var file = new FileStream(path + ".part", FileMode.Create, FileAccess.Write, FileShare.None))
                {
                    file.Write(header);
                    content.WriteTo(file);
                }

                File.Move(path + ".part", path, overwrite: true);
            }
        }
        catch (Exception e) when (DiskFault.Is(e))
        {
            // A snapshot is a convenience: without it the log is read again.
        }
    }

    /// <summary>Loads a projection; gives the size of the log that it then stands for, 0 where there is none.</summary>
    /// <param name="projection">The projection, cleared.</param>
    /// <param name="isOurs">Whether a stamp is of this log, and still may be used.</param>
    public long Load(IProjection projection, Func<Stamp, bool> isOurs)
    {
        ArgumentNullException.ThrowIfNull(projection);
        ArgumentNullException.ThrowIfNull(isOurs);
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(PathOf(projection));
        }
        catch (Exception e) when (DiskFault.Is(e))
        {
            return 0;
        }

        if (bytes.Length < HeaderLength
            || !SHA256.HashData(bytes.AsSpan(HeaderLength))
                .AsSpan().SequenceEqual(bytes.AsSpan(8 + Hash.Length, SHA256.HashSizeInBytes)))
        {
            return 0;
        }

        var stamp = new Stamp(
            BinaryPrimitives.ReadInt64BigEndian(bytes), new Hash(bytes.AsSpan(8, Hash.Length)));
        using var content = new MemoryStream(bytes, HeaderLength, bytes.Length - HeaderLength);
        return stamp.Size > 0 && isOurs(stamp) && projection.TryLoad(content) ? stamp.Size : 0;
    }

    /// <summary>Deletes all: what was erased from the log must not live on in them.</summary>
    public void Delete()
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (string file in Directory.EnumerateFiles(folder))
        {
            File.Delete(file);
        }
    }

    private string PathOf(IProjection projection) => Path.Combine(folder, projection.Name);
}
