using System.Security.Cryptography;
using System.Text;
using Gouvernail.Audits;
using Gouvernail.Journals;
using Gouvernail.Log.Envelopes;
using Gouvernail.Log.Notes;
using Gouvernail.Verify.Gate;

namespace Gouvernail.Cli.Gate;

/// <summary>Asks a server's gate, and believes what its key has signed now about what was asked.</summary>
internal static class GateServer
{
    private const int MostBytes = 1 << 20;
    private const int LongestKey = 1024;
    private const int NonceBytes = 16;
    private const string KeyPath = "log/vkey";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    /// <summary>For all of it: who sends a byte now and then could keep a pipeline waiting for days.</summary>
    private static readonly TimeSpan _wholePatience = TimeSpan.FromSeconds(60);

    private static readonly Wording _tooSlow = new(
        $"its answer was not there after {_wholePatience.TotalSeconds} seconds",
        $"sa réponse n’était pas là après {_wholePatience.TotalSeconds} secondes");

    private static readonly Wording _ownKey = new(
        "the key is the server's own word: whoever answers in its place can sign too. Give the log's key with --vkey",
        "la clé est la parole du serveur seul\u00a0: qui répond à sa place peut signer aussi. Donnez la clé du "
            + "registre avec --vkey");

    private static readonly Wording _noKey = new(
        "it gives no key of its own, and none was given with --vkey: nothing that it says can be verified.",
        "il ne donne pas de clé, et aucune n’est donnée par --vkey\u00a0: rien de ce qu’il dit ne peut être vérifié.");

    private static readonly Wording _notSigned = new(
        "its answer is no decision of the gate that the log's key has signed.",
        "sa réponse n’est pas une décision du portail signée par la clé du registre.");

    private static readonly Wording _nothing = new("there is no gate there", "il n’y a pas de portail à cette adresse");

    /// <summary>Asks.</summary>
    /// <param name="address">The server.</param>
    /// <param name="asked">What it is asked about.</param>
    /// <param name="keys">Keys of logs to believe; empty to take the server's word for its own.</param>
    /// <param name="here">The clock.</param>
    /// <param name="texts">The language.</param>
    /// <param name="cancel">Stops every request.</param>
    public static GateAnswer Ask(
        Uri address,
        GateAsked asked,
        IReadOnlyList<VerifierKey> keys,
        Surroundings here,
        Texts texts,
        CancellationToken cancel)
    {
        string? digest = asked.Card?.Digest();
        string name = digest is null ? asked.Automaton! : CardOwners.NameOf(digest);
        string nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NonceBytes));
        string path = $"api/gate/{name}/decision.dsse.json?nonce={nonce}"
            + (digest is null ? "" : $"&card={digest}");
        bool isOwnKey = keys.Count == 0;
        byte[]? bytes;
        try
        {
            using var whole = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            whole.CancelAfter(_wholePatience);
            using var server = new HttpBundle(address, _patience, whole.Token);
            bytes = server.Read(path, MostBytes);
            if (bytes is not null && isOwnKey)
            {
                keys = OwnKey(server);
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return GateAnswer.None(
                ExitCode.NoInput, texts.CannotRead(address.AbsoluteUri, _tooSlow.In(texts.Language)));
        }
        catch (BundleException e)
        {
            return GateAnswer.None(
                ExitCode.NoInput, texts.CannotRead(address.AbsoluteUri, e.Reason.In(texts.Language)));
        }
        catch (IOException e)
        {
            return GateAnswer.None(ExitCode.NoInput, texts.CannotRead(address.AbsoluteUri, e.Message));
        }

        GateAnswer Unsigned(Wording why) => GateAnswer.None(
            ExitCode.Tampered, address.AbsoluteUri + texts.Colon + why.In(texts.Language));
        if (bytes is null)
        {
            return GateAnswer.None(
                ExitCode.NoInput, texts.CannotRead(address.AbsoluteUri, _nothing.In(texts.Language)));
        }

        if (keys.Count == 0)
        {
            return Unsigned(_noKey);
        }

        GateDecision? decision = Envelope.TryParse(bytes, out Envelope? envelope, out _)
            ? keys.Select(key => SignedDecision.Read(envelope, key)).FirstOrDefault(read => read is not null)
            : null;
        Wording[] warnings = isOwnKey ? [_ownKey] : [];
        if (decision is null)
        {
            return Unsigned(_notSigned) with { Warnings = warnings };
        }

        DateTimeOffset now = here.Clock.GetUtcNow();
        string known = asked.Automaton ?? name;
        return ReceivedDecision.Fault(decision, known, digest, now) is { } fault
            ? Unsigned(new(fault.English + ".", fault.French + ".")) with { Warnings = warnings }
            : new GateAnswer { Decision = decision, Warnings = warnings, Of = Of(decision, address) };
    }

    private static VerifierKey[] OwnKey(HttpBundle server) =>
        server.Read(KeyPath, LongestKey) is { } bytes
        && VerifierKey.TryParse(Encoding.UTF8.GetString(bytes).TrimEnd('\n'), out VerifierKey? key, out _)
        && key.Kind == SignatureKind.Ed25519
            ? [key]
            : [];

    private static Wording Of(GateDecision decision, Uri address)
    {
        string time = Entry.Format(decision.Time);
        return new(
            $"Decided at {time} by {address}, on its log of size {decision.Size}.",
            $"Décidé le {time} par {address}, sur son registre de taille {decision.Size}.");
    }
}
