using Gouvernail.Log.Tiles;

namespace Gouvernail.Journals.Sqlite;

/// <summary>The tables of a store. Rows are added at the end, and never moved or removed.</summary>
/// <remarks>
/// What is erased is overwritten with zeros where it stands, in a row of the same length. Removing the row would not
/// do: SQLite then moves its neighbours from page to page and leaves copies of them in unused space, which no later
/// erasure would reach, <c>secure_delete</c> or not.
/// </remarks>
internal static class SqliteSchema
{
    /// <summary>The version of the tables, kept in the file's header.</summary>
    public const int Version = 1;

    /// <summary>Marks the file as ours in its header: "Gouv".</summary>
    public const int ApplicationId = 0x476f7576;

    public const string Text = """
        PRAGMA application_id = 1198486902;
        PRAGMA user_version = 1;
        CREATE TABLE entry (position INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
        CREATE TABLE sealed (position INTEGER PRIMARY KEY, key BLOB NOT NULL, payload BLOB NOT NULL) STRICT;
        CREATE TABLE tile (place INTEGER PRIMARY KEY, hashes BLOB NOT NULL) STRICT;
        CREATE TABLE secret (name TEXT NOT NULL, bytes BLOB NOT NULL) STRICT;
        CREATE INDEX secret_name ON secret (name);
        CREATE TABLE head (
            only INTEGER PRIMARY KEY CHECK (only = 0),
            size INTEGER NOT NULL,
            checkpoint BLOB NOT NULL,
            last_erasure INTEGER NOT NULL) STRICT;
        INSERT INTO head VALUES (0, 0, x'', -1);
        """;

    public const string ReadEntries =
        "SELECT position, bytes FROM entry WHERE position >= $first AND position < $end ORDER BY position";

    public const string ReadOpened = """
        SELECT entry.position, bytes, key, payload
        FROM entry LEFT JOIN sealed ON sealed.position = entry.position AND key <> zeroblob(32)
        WHERE entry.position >= $first AND entry.position < $end ORDER BY entry.position
        """;

    public const string ReadSealed =
        "SELECT key, payload FROM sealed WHERE position = $position AND key <> zeroblob(32)";

    public const string ReadSecret =
        "SELECT bytes FROM secret WHERE name = $name AND bytes <> zeroblob(length(bytes))";

    public const string Erase = """
        UPDATE sealed SET key = zeroblob(length(key)), payload = zeroblob(length(payload)) WHERE position = $position
        """;

    public const string Destroy = "UPDATE secret SET bytes = zeroblob(length(bytes)) WHERE name = $name";

    /// <summary>The row of a full tile of hashes: levels interleaved, so that rows are added nearly in order.</summary>
    public static long PlaceOf(TilePath path) => (path.Index * (TilePath.TopLevel + 1)) + path.Level;
}
