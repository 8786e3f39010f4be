using System.Text;
using Gouvernail.Consult;
using Gouvernail.Log;
using Gouvernail.Log.Notes;
using Gouvernail.Log.Witnesses;

namespace Gouvernail.Cli.Witnesses;

/// <summary>
/// What a witness keeps in a folder of its own: <c>seen</c>, its memory; <c>witness.key</c>, its private key; and
/// <c>logs</c>, the public keys of the logs that it watches, one a line.
/// </summary>
internal sealed class WitnessFolder : IDisposable
{
    private const int MostLogBytes = 1_000_000;

    private static readonly UTF8Encoding _utf8 = new(false, throwOnInvalidBytes: true);

    private readonly string _folder;
    private readonly Language _language;
    private SignerKey? _key;
    private FileMemory? _memory;

    public WitnessFolder(string folder, Language language) => (_folder, _language) = (folder, language);

    public SignerKey Key => _key!;

    public FileMemory Memory => _memory!;

    public IReadOnlyList<VerifierKey> Logs { get; private set; } = [];

    public bool HasKey => File.Exists(KeyPath);

    public bool HasLogs => File.Exists(LogsPath);

    private string KeyPath => Path.Combine(_folder, "witness.key");

    private string LogsPath => Path.Combine(_folder, "logs");

    private string MemoryPath => Path.Combine(_folder, "seen");

    /// <summary>Opens what is there, and makes what a first use lacks.</summary>
    /// <param name="name">The name of a new key; null where there is one.</param>
    /// <param name="log">A log to watch from now on; null for none.</param>
    public Failure? Open(string? name, VerifierKey? log)
    {
        try
        {
            return (name is null ? null : Begin(name)) ?? Open() ?? ReadLogs() ?? (log is null ? null : Watch(log));
        }
        catch (Exception e) when (FileTrouble.Is(e))
        {
            Wording reason = FileTrouble.Of(e);
            return Fail(ExitCode.CannotWrite, new(
                $"cannot work in {_folder}: {reason.English}.",
                $"impossible de travailler dans {_folder}\u00a0: {reason.French}."));
        }
    }

    public void Dispose()
    {
        _memory?.Dispose();
        _key?.Dispose();
    }

    /// <summary>The memory comes before the key, so that a key without a memory is one that has lost it.</summary>
    private Failure? Begin(string name)
    {
        if (HasKey)
        {
            return null;
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(_folder);
        }
        else
        {
            Directory.CreateDirectory(
                _folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        if (!Directory.Exists(MemoryPath))
        {
            FileMemory.Create(MemoryPath);
        }

        using SignerKey key = SignerKey.Generate(name, SignatureKind.Cosignature);
        KeyFile.Create(KeyPath, key);
        return null;
    }

    private Failure? Open()
    {
        if (!KeyFile.TryRead(KeyPath, out _key, out Problem? problem))
        {
            return problem.Kind == ProblemKind.Permissions
                ? Fail(ExitCode.NoInput, new(
                    $"{KeyPath} must be its owner's alone: chmod 600.",
                    $"{KeyPath} ne doit être lisible que par son propriétaire\u00a0: chmod 600."))
                : Fail(ExitCode.BadInput, new(
                    $"{KeyPath} holds no private key.", $"{KeyPath} ne contient pas de clé privée."));
        }

        if (_key.Verifier.Kind != SignatureKind.Cosignature)
        {
            return Fail(ExitCode.BadInput, new(
                $"{KeyPath} is not a witness's key.", $"{KeyPath} n’est pas une clé de témoin."));
        }

        if (FileMemory.TryOpen(MemoryPath, out _memory, out problem))
        {
            return null;
        }

        return Fail(ExitCode.Tampered, problem.Kind == ProblemKind.Missing
            ? new(
                $"{MemoryPath} is gone: this witness has forgotten what it cosigned, and could cosign the contrary. "
                    + "Bring the folder back, or make a witness with a new key in a new folder.",
                $"{MemoryPath} a disparu\u00a0: ce témoin a oublié ce qu’il a contresigné, et pourrait contresigner le "
                    + "contraire. Remettez ce dossier, ou créez un témoin avec une nouvelle clé dans un autre.")
            : new(
                $"{MemoryPath} is damaged, so nothing is cosigned. {problem.Message}",
                $"{MemoryPath} est endommagé, donc rien n’est contresigné\u00a0: un fichier n’y est pas ce que le "
                    + "témoin a écrit."));
    }

    private Failure? ReadLogs()
    {
        if (!File.Exists(LogsPath))
        {
            return null;
        }

        if (new FileInfo(LogsPath).Length > MostLogBytes)
        {
            return NotALog(0);
        }

        string text;
        try
        {
            text = File.ReadAllText(LogsPath, _utf8);
        }
        catch (DecoderFallbackException)
        {
            return NotALog(0);
        }

        var logs = new List<VerifierKey>();
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Trim();
            if (line.Length == 0 || line.StartsWith('#'))
            {
                continue;
            }

            if (!VerifierKey.TryParse(line, out VerifierKey? log, out _) || log.Kind != SignatureKind.Ed25519)
            {
                return NotALog(i + 1);
            }

            logs.Add(log);
        }

        Logs = logs;
        return null;
    }

    private Failure? Watch(VerifierKey log)
    {
        if (Logs.Contains(log))
        {
            return null;
        }

        string before = File.Exists(LogsPath) ? File.ReadAllText(LogsPath, _utf8) : "";
        string gap = before.Length == 0 || before.EndsWith('\n') ? "" : "\n";
        string part = LogsPath + ".part";
        File.WriteAllText(part, $"{before}{gap}{log}\n", _utf8);
        File.Move(part, LogsPath, overwrite: true);
        Logs = [.. Logs, log];
        return null;
    }

    private Failure NotALog(int line) => Fail(ExitCode.BadInput, line == 0
        ? new(
            $"{LogsPath} is no list of logs. Expected: one public key a line.",
            $"{LogsPath} n’est pas une liste de registres. Attendu\u00a0: une clé publique par ligne.")
        : new(
            $"{LogsPath}, line {line}: not a log's public key. Expected: name+id+key, of type 1.",
            $"{LogsPath}, ligne {line}\u00a0: ce n’est pas la clé publique d’un registre. Attendu\u00a0: nom+id+clé, "
                + "de type 1."));

    private Failure Fail(ExitCode code, Wording message) => new(code, message.In(_language));
}
