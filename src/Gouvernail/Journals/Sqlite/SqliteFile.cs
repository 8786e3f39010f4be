using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Gouvernail.Journals.Sqlite;

/// <summary>Opens the file, in the modes that the journal relies on.</summary>
internal static class SqliteFile
{
    /// <summary>Makes an empty file that only its owner may read.</summary>
    public static void MakePrivate(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
    }

    public static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false };
        return OpenWith(settings.ToString());
    }

    public static SqliteConnection OpenWriter(string path)
    {
        RequireExisting(path);
        SqliteConnection connection = Open(path, SqliteOpenMode.ReadWrite);
        try
        {
            RequireOurs(connection, path);
            connection.Run("PRAGMA journal_mode = WAL");
            connection.Run("PRAGMA synchronous = FULL");
            connection.Run("PRAGMA secure_delete = ON");
            connection.Run("PRAGMA wal_autocheckpoint = 8000");
            connection.Run("PRAGMA journal_size_limit = 67108864");
            connection.Run("PRAGMA cache_size = -16000");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static SqliteConnection OpenReader(string path)
    {
        RequireExisting(path);
        SqliteConnection connection = Open(path, SqliteOpenMode.ReadOnly);
        try
        {
            RequireOurs(connection, path);
        }
        catch (SqliteException) when (IsSettled(path))
        {
            // On a read-only disk nothing can be written beside the file; where nothing waits there, nothing need be.
            connection.Dispose();
            connection = OpenWith(new SqliteConnectionStringBuilder
            {
                DataSource = new Uri(Path.GetFullPath(path)).AbsoluteUri + "?immutable=1",
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ToString());
            RequireOurs(connection, path);
        }

        connection.Run("PRAGMA cache_size = -8000");
        return connection;
    }

    public static SqliteCommand Prepared(
        this SqliteConnection connection, string text, params ReadOnlySpan<string> names)
    {
        SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this folder; values go in as parameters.
        command.CommandText = text;
#pragma warning restore CA2100
        foreach (string name in names)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        return command;
    }

    public static void Run(this SqliteConnection connection, string text)
    {
        using SqliteCommand command = connection.Prepared(text);
        command.ExecuteNonQuery();
    }

    private static SqliteConnection OpenWith(string settings)
    {
        var connection = new SqliteConnection(settings);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static bool IsSettled(string path) => new FileInfo(path + "-wal") is not { Exists: true, Length: > 0 };

    private static void RequireExisting(string path)
    {
        if (!File.Exists(path))
        {
            throw new JournalException(JournalFault.Missing, new(
                $"there is no {Path.GetFileName(path)} in the folder; gouvernail init makes one",
                $"il n’y a pas de {Path.GetFileName(path)} dans le dossier\u00a0; gouvernail init en fait un"));
        }
    }

    private static void RequireOurs(SqliteConnection connection, string path)
    {
        long application = Number(connection, "PRAGMA application_id");
        long version = Number(connection, "PRAGMA user_version");
        if (application != SqliteSchema.ApplicationId || version != SqliteSchema.Version)
        {
            throw new JournalException(JournalFault.Damaged, new(
                $"{Path.GetFileName(path)} is not a journal of Gouvernail, or is of a version that is not known here",
                $"{Path.GetFileName(path)} n’est pas un journal de Gouvernail, ou d’une version inconnue ici"));
        }
    }

    private static long Number(SqliteConnection connection, string text)
    {
        using SqliteCommand command = connection.Prepared(text);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
