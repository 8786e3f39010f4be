using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Gouvernail.Journals.Sqlite;

/// <summary>
/// A statement without an answer that runs once an entry, inside a transaction: SQLite's own calls, which leave
/// nothing to collect, where <see cref="SqliteCommand"/> takes longer than the insertion itself.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private int _bound;

    /// <summary>Prepares a statement.</summary>
    public SqliteStatement(SqliteConnection connection, string text)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, text, out _statement));
    }

    /// <summary>Gives the next parameter.</summary>
    public SqliteStatement With(long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, ++_bound, value));
        return this;
    }

    /// <summary>Gives the next parameter; SQLite keeps a copy.</summary>
    public SqliteStatement With(ReadOnlySpan<byte> value)
    {
        Check(raw.sqlite3_bind_blob(_statement, ++_bound, value));
        return this;
    }

    /// <summary>Runs with the parameters given since the last time.</summary>
    /// <exception cref="JournalException">SQLite refuses.</exception>
    public void Run()
    {
        _bound = 0;
        int code = raw.sqlite3_step(_statement);
        raw.sqlite3_reset(_statement);
        if (code != raw.SQLITE_DONE)
        {
            Check(code);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _statement.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            _bound = 0;
            SqliteFault.Guard(() =>
            {
                SqliteException.ThrowExceptionForRC(code, _database);
                return true;
            });
        }
    }
}
