using Gouvernail.Log.Tiles;

namespace Gouvernail.Journals.Sqlite;

/// <summary>The tables of a store.</summary>
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
        CREATE TABLE secret (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
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
        SELECT entry.position, bytes, key, payload FROM entry LEFT JOIN sealed USING (position)
        WHERE entry.position >= $first AND entry.position < $end ORDER BY entry.position
        """;

    /// <summary>The row of a full tile of hashes: levels interleaved, so that rows are added nearly in order.</summary>
    public static long PlaceOf(TilePath path) => (path.Index * (TilePath.TopLevel + 1)) + path.Level;
}
