using Gouvernail.Log;
using Gouvernail.Log.Notes;

namespace Gouvernail.Journals;

/// <summary>
/// The last signed checkpoint, in a file beside the store. It is the log's public head, and a guard: if the store is
/// set back to an older state, by a restored copy or a disk that lost what it had confirmed, the file still knows what
/// was signed, and nothing else gets signed in its place.
/// </summary>
/// <remarks>
/// Written in place after each commit and without waiting for the disk: a checkpoint only grows longer, it fits in one
/// sector, and a file that is older than the store after a power failure tells no lie.
/// </remarks>
public sealed class HeadFile(string path) : IDisposable
{
    private readonly string _path = path;
    private FileStream? _file;

    /// <summary>Writes a checkpoint.</summary>
    /// <exception cref="JournalException">The disk fails.</exception>
    public void Write(SignedNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        byte[] bytes = note.ToBytes();
        try
        {
            _file ??= new FileStream(_path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, 0);
            RandomAccess.Write(_file.SafeFileHandle, bytes, 0);
            if (RandomAccess.GetLength(_file.SafeFileHandle) > bytes.Length)
            {
                _file.SetLength(bytes.Length);
            }
        }
        catch (Exception e) when (DiskFault.Is(e))
        {
            throw DiskFault.Explain(Path.GetFileName(_path), e);
        }
    }

    /// <summary>Sees that a store holds all that was signed.</summary>
    /// <param name="key">The log's key.</param>
    /// <param name="size">The size of the stored log.</param>
    /// <param name="rootAt">The root of the stored log at a smaller or equal size.</param>
    /// <exception cref="JournalException">The store is behind, or is another log.</exception>
    public void Check(VerifierKey key, long size, Func<long, Hash?> rootAt)
    {
        ArgumentNullException.ThrowIfNull(rootAt);
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(_path);
        }
        catch (FileNotFoundException)
        {
            return;
        }
        catch (Exception e) when (DiskFault.Is(e))
        {
            throw DiskFault.Explain(Path.GetFileName(_path), e);
        }

        if (!SignedNote.TryParse(bytes, out SignedNote? note, out _) || !note.TryVerify([key], out _, out _)
            || !Checkpoint.TryParse(note.Text, out Checkpoint? signed, out _))
        {
            // Torn by a power failure: it says nothing.
            return;
        }

        if (signed.Size > size)
        {
            throw new JournalException(JournalFault.Behind, new(
                $"the store holds {size} entries, and a head of {signed.Size} was signed and given out: entries are "
                    + "missing. Writing on would contradict what was signed. Restore a copy that has them all",
                $"le registre conservé a {size} entrées, et une tête de {signed.Size} a été signée et donnée\u00a0: "
                    + "il en manque. Continuer contredirait ce qui a été signé. Rétablissez une copie complète"));
        }

        if (signed.Size > 0 && rootAt(signed.Size) != signed.Root)
        {
            throw StoredLog.Damaged($"Its first {signed.Size} entries are not those that were signed.");
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file?.Dispose();
}
