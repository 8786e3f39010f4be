using Gouvernail.Log.Tiles;
using Microsoft.Data.Sqlite;

namespace Gouvernail.Journals.Sqlite;

/// <summary>The writing side of a store: one transaction at a time, on statements prepared once.</summary>
internal sealed class SqliteBatch : IJournalBatch
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _rollback;
    private readonly SqliteCommand _size;
    private readonly SqliteStatement _entry;
    private readonly SqliteStatement _keep;
    private readonly SqliteStatement _tile;
    private readonly SqliteCommand _erase;
    private readonly SqliteCommand _secret;
    private readonly SqliteCommand _destroy;
    private readonly SqliteCommand _head;
    private bool _isOpen;

    public SqliteBatch(SqliteConnection connection)
    {
        _connection = connection;
        _begin = connection.Prepared("BEGIN IMMEDIATE");
        _commit = connection.Prepared("COMMIT");
        _rollback = connection.Prepared("ROLLBACK");
        _size = connection.Prepared("SELECT size FROM head");
        _entry = new SqliteStatement(connection, "INSERT INTO entry (position, bytes) VALUES (?, ?)");
        _keep = new SqliteStatement(connection, "INSERT INTO sealed (position, key, payload) VALUES (?, ?, ?)");
        _tile = new SqliteStatement(connection, "INSERT INTO tile (place, hashes) VALUES (?, ?)");
        _erase = connection.Prepared(SqliteSchema.Erase, "$position");
        _secret = connection.Prepared("INSERT INTO secret VALUES ($name, $bytes)", "$name", "$bytes");
        _destroy = connection.Prepared(SqliteSchema.Destroy, "$name");
        _head = connection.Prepared(
            "UPDATE head SET size = $size, checkpoint = $checkpoint, last_erasure = $erasure",
            "$size",
            "$checkpoint",
            "$erasure");
    }

    public void Begin(long size)
    {
        _begin.ExecuteNonQuery();
        _isOpen = true;
        if ((long)_size.ExecuteScalar()! != size)
        {
            Dispose();
            throw new JournalException(JournalFault.InUse, new(
                "another process has written to this log meanwhile",
                "un autre processus a écrit entre-temps dans ce registre"));
        }
    }

    public void Add(long position, ReadOnlySpan<byte> entry) => _entry.With(position).With(entry).Run();

    public void Keep(long position, Sealed content) =>
        _keep.With(position).With(content.Key).With(content.Payload).Run();

    public void Forget(long position) => Run(_erase, position);

    public void Add(Tile tile) => _tile.With(SqliteSchema.PlaceOf(tile.Path)).With(tile.Bytes.Span).Run();

    public void Keep(Secret secret)
    {
        Run(_destroy, secret.Name);
        if (secret.Bytes.Length > 0)
        {
            Run(_secret, secret.Name, secret.Bytes);
        }
    }

    public void Commit(StoredHead head)
    {
        Run(_head, head.Size, head.Checkpoint, head.LastErasure);
        SqliteFault.Guard(_commit.ExecuteNonQuery);
        _isOpen = false;
    }

    /// <summary>Takes back what was not committed. The statements stay, for the next batch.</summary>
    public void Dispose()
    {
        if (!_isOpen)
        {
            return;
        }

        _isOpen = false;
        try
        {
            _rollback.ExecuteNonQuery();
        }
        catch (SqliteException)
        {
            // A transaction that SQLite has already taken back, as it does when the disk is full.
        }
    }

    public void Close()
    {
        Dispose();
        foreach (IDisposable command in (ReadOnlySpan<IDisposable>)[
            _begin, _commit, _rollback, _size, _entry, _keep, _tile, _erase, _secret, _destroy, _head])
        {
            command.Dispose();
        }
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        SqliteFault.Guard(command.ExecuteNonQuery);
    }
}
