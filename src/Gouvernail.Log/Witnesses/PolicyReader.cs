using System.Diagnostics.CodeAnalysis;
using System.Text;
using Gouvernail.Log.Notes;

namespace Gouvernail.Log.Witnesses;

/// <summary>
/// Reads one policy file (C2SP tlog-policy), line by line; names are octets, whatever they spell. Groups name only what
/// stands above them, and their number bounds the depth of a quorum.
/// </summary>
internal sealed class PolicyReader
{
    private const int MostBytes = 1_000_000;
    private const int MostOfEach = 1_000;

    private readonly List<VerifierKey> _logs = [];
    private readonly List<VerifierKey> _witnesses = [];
    private readonly Dictionary<VerifierKey, string> _addresses = [];
    private readonly Dictionary<string, Quorum> _named = new(StringComparer.Ordinal);
    private readonly HashSet<string> _members = new(StringComparer.Ordinal);
    private Quorum? _quorum;

    public bool TryRead(
        ReadOnlySpan<byte> bytes,
        [NotNullWhen(true)] out TrustPolicy? policy,
        [NotNullWhen(false)] out Problem? problem)
    {
        policy = null;
        if (bytes.Length > MostBytes)
        {
            problem = Problem.TooLarge("A policy has at most 1,000,000 bytes.");
            return false;
        }

        var lines = new TextLines(bytes);
        for (int number = 1; lines.TryNext(out ReadOnlySpan<byte> line); number++)
        {
            if (Refuse(line) is { } reason)
            {
                problem = Problem.Malformed($"Line {number} of the policy: {reason}");
                return false;
            }
        }

        problem = !lines.Rest.IsEmpty ? Problem.Malformed("Every line of a policy ends with a newline.")
            : _quorum is null ? Problem.Malformed("A policy has a quorum line.")
            : null;
        policy = problem is null ? new TrustPolicy(_logs, _witnesses, _quorum!, _addresses) : null;
        return policy is not null;
    }

    private string? Refuse(ReadOnlySpan<byte> line)
    {
        foreach (byte octet in line)
        {
            if ((octet < 0x20 && octet != '\t') || octet == 0x7F)
            {
                return "control characters are not allowed.";
            }
        }

        // One sign per octet, so that names stay what they are.
        string[] words = Encoding.Latin1.GetString(line).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return words is [] || words[0].StartsWith('#')
            ? null
            : words switch
            {
                ["log", var key] => Log(key),
                ["log", var key, _] => Log(key),
                ["witness", var name, var key] => Witness(name, key, null),
                ["witness", var name, var key, var url] => Witness(name, key, url),
                ["group", var name, var needed, .. { Length: > 0 } members] => Group(name, needed, members),
                ["quorum", var name] => Ask(name),
                _ => "expected log, witness, group or quorum with what each needs.",
            };
    }

    private string? Log(string text)
    {
        if (Key(text, SignatureKind.Ed25519) is not { } key)
        {
            return "a log needs a public key of type 1.";
        }

        return Add(_logs, key) ? null : "this log stands there already, or there are too many.";
    }

    private string? Witness(string name, string text, string? url)
    {
        if (Key(text, SignatureKind.Cosignature) is not { } key)
        {
            return "a witness needs a public key of type 4.";
        }

        if (!Add(_witnesses, key))
        {
            return "this witness stands there already, or there are too many.";
        }

        if (url is not null)
        {
            _addresses.Add(key, Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(url)));
        }

        return Name(name, new Quorum(key, 1, []));
    }

    private string? Group(string name, string needed, string[] names)
    {
        var members = new List<Quorum>();
        foreach (string member in names)
        {
            if (!_named.TryGetValue(member, out Quorum? found))
            {
                return "a group names only witnesses and groups above it.";
            }

            if (!_members.Add(member))
            {
                return "a witness or group is a member of one group at most.";
            }

            members.Add(found);
        }

        long count = needed switch
        {
            "any" => 1,
            "all" => members.Count,
            _ => TextLines.TryNumber(Encoding.Latin1.GetBytes(needed), out long number) ? number : 0,
        };
        return count < 1 || count > members.Count
            ? "a group needs any, all, or a number from 1 to that of its members."
            : Name(name, new Quorum(null, (int)count, members));
    }

    private string? Ask(string name)
    {
        if (_quorum is not null)
        {
            return "there is one quorum line.";
        }

        _quorum = name == "none" ? Quorum.None : _named.GetValueOrDefault(name);
        return _quorum is null ? "the quorum names a witness or group above it, or none." : null;
    }

    private string? Name(string name, Quorum quorum) =>
        name != "none" && _named.Count < 2 * MostOfEach && _named.TryAdd(name, quorum)
            ? null
            : "the name is taken, or there are too many.";

    private static VerifierKey? Key(string text, SignatureKind kind) =>
        VerifierKey.TryParse(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(text)), out VerifierKey? key, out _)
        && key.Kind == kind ? key : null;

    /// <summary>Two keys are the same where their bytes are, whatever their names.</summary>
    private static bool Add(List<VerifierKey> keys, VerifierKey key)
    {
        if (keys.Count == MostOfEach || keys.Exists(other => other.PublicKey.SequenceEqual(key.PublicKey)))
        {
            return false;
        }

        keys.Add(key);
        return true;
    }
}
