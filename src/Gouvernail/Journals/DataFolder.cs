using System.Globalization;
using System.Text;
using Gouvernail.Journals.Sqlite;
using Gouvernail.Log;
using Gouvernail.Log.Notes;

namespace Gouvernail.Journals;

/// <summary>
/// The folder in which a community keeps its log: everything of it, and nothing else. It can be copied while nobody
/// writes, and moved to another machine.
/// </summary>
public sealed class DataFolder
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>A data folder at a path.</summary>
    public DataFolder(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        Path = path;
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>The journal's database.</summary>
    public string Database => At("journal.db");

    /// <summary>The key that signs checkpoints.</summary>
    public string Key => At("log.key");

    /// <summary>The key that verifies them, as text.</summary>
    public string VerifierKey => At("vkey");

    /// <summary>The last signed checkpoint.</summary>
    public string Checkpoint => At("checkpoint");

    /// <summary>Outputs of results, each named by its hash.</summary>
    public string Blobs => At("blobs");

    /// <summary>Snapshots of projections, which can be deleted.</summary>
    public string Snapshots => At("snapshots");

    private string LockFile => At("lock");

    /// <summary>True where a journal is.</summary>
    public bool Exists => File.Exists(Database);

    /// <summary>Makes a data folder with a key and an empty log. It appears whole or not at all.</summary>
    /// <param name="path">Where: missing or empty, in a folder that exists.</param>
    /// <param name="origin">The log's name.</param>
    /// <param name="fill">Writes the log's first entries, before the folder takes its place.</param>
    /// <exception cref="JournalException">Something is there already, or the disk fails.</exception>
    public static DataFolder Create(string path, string origin, Action<DataFolder> fill)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(fill);
        string target = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
        {
            throw new JournalException(JournalFault.Taken, new(
                "something is there already; give the path of a new folder",
                "il y a déjà quelque chose à cet endroit\u00a0; donnez le chemin d’un nouveau dossier"));
        }

        if (!Directory.Exists(System.IO.Path.GetDirectoryName(target)))
        {
            throw new JournalException(JournalFault.Missing, new(
                "the folder around it does not exist; make it first",
                "le dossier qui doit le contenir n’existe pas\u00a0; créez-le d’abord"));
        }

        string partial = $"{target}.{System.IO.Path.GetRandomFileName()}.part";
        try
        {
            MakePrivateFolder(partial);
            var folder = new DataFolder(partial);
            using (SignerKey key = SignerKey.Generate(origin, SignatureKind.Ed25519))
            {
                KeyFile.Create(folder.Key, key);
                File.WriteAllText(folder.VerifierKey, key.Verifier + "\n", new UTF8Encoding(false));
            }

            SqliteJournalStore.Create(folder.Database);
            fill(folder);
            if (Directory.Exists(target))
            {
                Directory.Delete(target);
            }

            Directory.Move(partial, target);
            return new DataFolder(path);
        }
        catch
        {
            Remove(partial);
            throw;
        }
    }

    /// <summary>Claims the folder for this process, until what is given is disposed of.</summary>
    /// <exception cref="JournalException">Another process has it, or it cannot be written to.</exception>
    public IDisposable Claim()
    {
        if (!Exists)
        {
            throw Missing();
        }

        FileStream? file = null;
        try
        {
            file = new FileStream(LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 0);
            file.SetLength(0);
            file.Write(Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture) + "\n"));
            return file;
        }
        catch (Exception e) when (DiskFault.Is(e))
        {
            file?.Dispose();
            throw DiskFault.Explain(System.IO.Path.GetFileName(LockFile), e);
        }
    }

    /// <summary>The key that signs checkpoints.</summary>
    /// <exception cref="JournalException">It is missing, readable by others, or not a key.</exception>
    public SignerKey ReadKey() => KeyFile.TryRead(Key, out SignerKey? key, out Problem? problem)
        ? key
        : throw new JournalException(KeyFault(problem), new(
            $"the signing key {Key} cannot be used: {problem.Message}",
            $"la clé de signature {Key} est inutilisable\u00a0: {problem.Message}"));

    private static JournalFault KeyFault(Problem problem) =>
        problem.Kind == ProblemKind.Missing ? JournalFault.Missing : JournalFault.Damaged;

    /// <summary>The problem of a folder without a journal.</summary>
    public JournalException Missing() => new(JournalFault.Missing, new(
        $"{Path} is not a data folder: it holds no journal.db. To make one: gouvernail init {Path} --origin NAME",
        $"{Path} n’est pas un dossier de données\u00a0: il n’a pas de journal.db. Pour en faire un\u00a0: "
            + $"gouvernail init {Path} --origin NOM"));

    /// <summary>Makes a folder that only its owner may look into.</summary>
    internal static void MakePrivateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, Private);
        }
    }

    private static void Remove(string partial)
    {
        try
        {
            if (Directory.Exists(partial))
            {
                Directory.Delete(partial, recursive: true);
            }
        }
        catch (Exception e) when (DiskFault.Is(e))
        {
            // The disk that refused the files may refuse to remove them: the problem told is the first one.
        }
    }

    private string At(string name) => System.IO.Path.Combine(Path, name);
}
