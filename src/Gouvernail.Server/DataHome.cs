using System.Security.Cryptography;
using Gouvernail.Journals;
using Gouvernail.Log.Notes;

namespace Gouvernail.Server;

/// <summary>The community that a server serves, in the folder where it is found or founded.</summary>
internal sealed class DataHome : IDisposable
{
    private const string Usual = "gouvernail-data";
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly bool _isPassing;

    private DataHome(Community community, bool isPassing)
    {
        Community = community;
        _isPassing = isPassing;
        Keys = Path.Combine(community.Folder.Path, "keys");
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Keys);
        }
        else
        {
            Directory.CreateDirectory(Keys, Private);
        }
    }

    /// <summary>The community.</summary>
    public Community Community { get; }

    /// <summary>The folder of the keys of the cookies; its owner alone may look in.</summary>
    public string Keys { get; }

    /// <summary>The folder as it was typed, for messages.</summary>
    public static string PathOf(ServerOptions options) =>
        options.Data ?? (options.Demo ? Path.GetTempPath() : "./" + Usual);

    /// <summary>Opens the folder, or founds a community in it.</summary>
    /// <exception cref="JournalException">It cannot be opened, or is not what was signed.</exception>
    public static DataHome Open(ServerOptions options, TimeProvider clock)
    {
        bool isPassing = options is { Demo: true, Data: null };
        string path = isPassing ? Directory.CreateTempSubdirectory("gouvernail-").FullName : options.Data ?? Usual;
        try
        {
            var folder = new DataFolder(path);
            if (!folder.Exists)
            {
                folder = Community.Found(path, OriginOf(options.PublicUrl), "", clock);
            }

            var community = Community.Open(folder, clock);
            try
            {
                return new DataHome(community, isPassing);
            }
            catch
            {
                community.Dispose();
                throw;
            }
        }
        catch when (isPassing)
        {
            Directory.Delete(path, recursive: true);
            throw;
        }
    }

    /// <summary>Ends when everything submitted is durable or refused; a passing folder is deleted.</summary>
    public void Dispose()
    {
        Community.Dispose();
        if (_isPassing)
        {
            Directory.Delete(Community.Folder.Path, recursive: true);
        }
    }

    /// <summary>The log's name: it lasts as long as the log, so it is that of the address where there is one.</summary>
    private static string OriginOf(Uri? publicUrl)
    {
        string? host = publicUrl?.Authority;
        return KeyName.IsValid(host)
            ? host!
            : "gouvernail.local/" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
    }
}
