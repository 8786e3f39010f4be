using Gouvernail.Log.Tiles;
using Microsoft.Data.Sqlite;

namespace Gouvernail.Journals.Sqlite;

/// <summary>
/// A journal's store in one SQLite file, in write-ahead mode with <c>synchronous=FULL</c>: a batch is on the disk
/// before <see cref="IJournalBatch.Commit"/> returns. What is erased is overwritten with zeros.
/// </summary>
public sealed class SqliteJournalStore : IJournalStore
{
    private readonly Lock _reading = new();
    private readonly SqliteConnection _reader;
    private readonly SqliteConnection? _writer;
    private readonly SqliteCommand _head;
    private readonly SqliteCommand _sealed;
    private readonly SqliteCommand _tile;
    private SqliteBatch? _batch;

    private SqliteJournalStore(SqliteConnection reader, SqliteConnection? writer)
    {
        _reader = reader;
        _writer = writer;
        _head = reader.Prepared("SELECT size, checkpoint, last_erasure FROM head");
        _sealed = reader.Prepared(SqliteSchema.ReadSealed, "$position");
        _tile = reader.Prepared("SELECT hashes FROM tile WHERE place = $place", "$place");
    }

    /// <summary>Makes a store in a new file.</summary>
    /// <exception cref="JournalException">It cannot be made.</exception>
    public static void Create(string path) => SqliteFault.Guard(() =>
    {
        SqliteFile.MakePrivate(path);
        using SqliteConnection connection = SqliteFile.Open(path, SqliteOpenMode.ReadWriteCreate);
        connection.Run(SqliteSchema.Text);
        return true;
    });

    /// <summary>Opens a store to write. One process at a time does; the data folder's lock sees to it.</summary>
    /// <exception cref="JournalException">It cannot be opened.</exception>
    public static SqliteJournalStore OpenToWrite(string path) => SqliteFault.Guard(() =>
    {
        SqliteConnection writer = SqliteFile.OpenWriter(path);
        try
        {
            return new SqliteJournalStore(SqliteFile.OpenReader(path), writer);
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    });

    /// <summary>Opens a store to read, beside a writer or on a read-only disk.</summary>
    /// <exception cref="JournalException">It cannot be opened.</exception>
    public static SqliteJournalStore OpenToRead(string path) =>
        SqliteFault.Guard(() => new SqliteJournalStore(SqliteFile.OpenReader(path), null));

    /// <inheritdoc/>
    public StoredHead Head() => Reading(() =>
    {
        using SqliteDataReader row = _head.ExecuteReader();
        return row.Read()
            ? new StoredHead(row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.GetInt64(2))
            : throw StoredLog.Damaged("The head is missing.");
    });

    /// <inheritdoc/>
    public IEnumerable<StoredEntry> Read(long first, long before, bool opened)
    {
        // In pages, so that no reader holds back the store's tidying for long, and the lock is held for moments.
        const int Page = 1024;
        for (long next = first; next < before; next += Page)
        {
            long last = Math.Min(next + Page, before);
            List<StoredEntry> page = ReadPage(next, last, opened);
            foreach (StoredEntry entry in page)
            {
                yield return entry;
            }

            if (page.Count < last - next)
            {
                yield break;
            }
        }
    }

    /// <inheritdoc/>
    public Sealed? ReadSealed(long position) => Reading(() =>
    {
        _sealed.Parameters[0].Value = position;
        using SqliteDataReader row = _sealed.ExecuteReader();
        return row.Read() ? new Sealed(row.GetFieldValue<byte[]>(0), row.GetFieldValue<byte[]>(1)) : null;
    });

    /// <inheritdoc/>
    public byte[]? ReadTile(TilePath path) => !path.IsFull ? null : Reading(() =>
    {
        _tile.Parameters[0].Value = SqliteSchema.PlaceOf(path);
        using SqliteDataReader row = _tile.ExecuteReader();
        return row.Read() ? row.GetFieldValue<byte[]>(0) : null;
    });

    /// <inheritdoc/>
    public byte[]? ReadSecret(string name) => Reading(() =>
    {
        using SqliteCommand command = _reader.Prepared(SqliteSchema.ReadSecret, "$name");
        command.Parameters[0].Value = name;
        return command.ExecuteScalar() as byte[];
    });

    /// <inheritdoc/>
    public IJournalBatch Begin(long size) => SqliteFault.Guard(() =>
    {
        _batch ??= new SqliteBatch(_writer ?? throw new InvalidOperationException("The store was opened to read."));
        _batch.Begin(size);
        return _batch;
    });

    /// <inheritdoc/>
    public bool Scrub() => _writer is null || Reading(() =>
    {
        // What was erased is zeroed in the file; older pages may still show it in the write-ahead log. That cannot
        // be cut while anybody reads: this store's own reader waits, another process's is told by the first column.
        using SqliteCommand command = _writer.Prepared("PRAGMA wal_checkpoint(TRUNCATE)");
        return (long)command.ExecuteScalar()! == 0;
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        _batch?.Close();
        foreach (SqliteCommand command in (ReadOnlySpan<SqliteCommand>)[_head, _sealed, _tile])
        {
            command.Dispose();
        }

        _reader.Dispose();
        _writer?.Dispose();
    }

    private List<StoredEntry> ReadPage(long first, long end, bool opened) => Reading(() =>
    {
        using SqliteCommand command = _reader.Prepared(
            opened ? SqliteSchema.ReadOpened : SqliteSchema.ReadEntries, "$first", "$end");
        command.Parameters[0].Value = first;
        command.Parameters[1].Value = end;
        var page = new List<StoredEntry>((int)(end - first));
        using SqliteDataReader row = command.ExecuteReader();
        while (row.Read())
        {
            Sealed? content = opened && !row.IsDBNull(2)
                ? new Sealed(row.GetFieldValue<byte[]>(2), row.GetFieldValue<byte[]>(3))
                : null;
            page.Add(new StoredEntry(row.GetInt64(0), row.GetFieldValue<byte[]>(1), content));
        }

        return page;
    });

    private T Reading<T>(Func<T> read)
    {
        lock (_reading)
        {
            return SqliteFault.Guard(read);
        }
    }
}
