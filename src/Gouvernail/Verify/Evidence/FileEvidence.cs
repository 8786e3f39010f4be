using System.Text.Json;
using Gouvernail.Journals;
using Gouvernail.Log;
using Gouvernail.Log.Envelopes;

namespace Gouvernail.Verify.Evidence;

/// <summary>Asks to file evidence. Anybody may: it is the signature that counts, and it says whose it is.</summary>
/// <param name="Automaton">The automaton's id.</param>
/// <param name="Envelope">The envelope, as it came.</param>
public sealed record FileEvidence(string Automaton, ReadOnlyMemory<byte> Envelope)
{
    /// <summary>How far a signer's clock may be ahead.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    /// <summary>Decides.</summary>
    /// <param name="book">The evidence so far.</param>
    /// <param name="artefact">SHA-256 of the automaton's artefact, from its card; null where there is no such
    /// automaton, empty where its card names none.</param>
    /// <param name="act">What is asked for.</param>
    /// <param name="now">The time.</param>
    public static Decision Decide(EvidenceBook book, string? artefact, FileEvidence act, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(act);
        if (artefact is null)
        {
            return Decision.Refuse("no-such-automaton", new(
                $"there is no automaton {act.Automaton} in this register",
                $"il n’y a pas d’automate {act.Automaton} dans ce registre des automates"));
        }

        if (artefact.Length == 0)
        {
            return Decision.Refuse("no-artefact", new(
                "the card names no artefact (artefact.sha256), so that nobody can tell what evidence is about",
                "la fiche ne nomme pas d’artefact (artefact.sha256)\u00a0: nul ne peut dire sur quoi porte une "
                    + "preuve"));
        }

        return TryRead(act, out Envelope? envelope, out Attestation? attestation, out Wording? problem)
            ? Decide(book, artefact, act, envelope!, attestation!, now)
            : Decision.Refuse("not-evidence", problem!);
    }

    /// <summary>
    /// What speaks against an automaton cannot be erased while it does, since older evidence would let it run again.
    /// Null where an entry may be erased.
    /// </summary>
    /// <param name="book">The evidence.</param>
    /// <param name="position">The place of the entry.</param>
    /// <param name="automata">The automata of the register.</param>
    /// <param name="speakingAgainst">The places of the evidence that speaks against an automaton.</param>
    public static Decision? BeforeErasing(
        EvidenceBook book, long position, IEnumerable<string> automata,
        Func<string, IReadOnlyList<long>> speakingAgainst)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(speakingAgainst);
        return book.Filed.Any(filed => filed.Position == position)
            && automata.FirstOrDefault(id => speakingAgainst(id).Contains(position)) is { } automaton
            ? Decision.Refuse("evidence-stands", new(
                $"the evidence at {position} speaks against {automaton}: newer evidence of the same signer has to "
                    + $"replace it, or {automaton} be retired, before it is erased",
                $"la preuve en {position} parle contre {automaton}\u00a0: une preuve plus récente du même signataire "
                    + $"doit la remplacer, ou {automaton} être retiré du registre, avant de l’effacer"))
            : null;
    }

    private static Decision Decide(
        EvidenceBook book, string artefact, FileEvidence act, Envelope envelope, Attestation attestation,
        DateTimeOffset now)
    {
        if (!attestation.IsAbout(artefact))
        {
            return Decision.Refuse("wrong-subject", new(
                $"this evidence is about something else: its subjects do not have sha256 {artefact}, the "
                    + $"artefact of the card of {act.Automaton}",
                $"cette preuve porte sur autre chose\u00a0: aucun de ses sujets n’a le sha256 {artefact}, "
                    + $"l’artefact de la fiche de {act.Automaton}"));
        }

        if (SignatureFault(book, envelope) is { } fault)
        {
            return fault;
        }

        string digest = Blobs.NameOf(envelope.Payload.Span);
        if (book.Filed.Find(filed => filed.Automaton == act.Automaton && filed.Digest == digest
            && filed.SignedBy.Count > 0) is { } before
            && envelope.SignedBy(book.Signers.Where(s => !s.IsRevoked && !before.SignedBy.Contains(s.Key.Id))
                .Select(s => s.Key)).Count == 0)
        {
            return Decision.Refuse("filed-already", new(
                $"this evidence was filed already, at {before.Position} of the log: filing it again makes it no "
                    + "fresher",
                $"cette preuve est déjà déposée, en {before.Position} du registre\u00a0: la déposer de nouveau ne la "
                    + "rajeunit pas"));
        }

        using JsonDocument predicate = JsonDocument.Parse(attestation.Predicate);
        string members = string.Join(", ", EvidenceTime.Members);
        return EvidenceTime.Of(predicate.RootElement) is not { } made ? Decision.Refuse("undated", new(
                $"this evidence does not say when it was made: its predicate needs one of {members}, in RFC 3339",
                "cette preuve ne dit pas quand elle a été faite\u00a0: il faut dans son predicate un de "
                    + $"{members}, selon la RFC 3339"))
            : made > now + ClockTolerance ? Decision.Refuse("from-the-future", new(
                $"this evidence says that it was made at {Entry.Format(made)}, and it is {Entry.Format(now)}",
                $"cette preuve dit avoir été faite le {Entry.Format(made)}, et nous sommes le {Entry.Format(now)}"))
            : Decision.Log(new EvidenceFiled(act.Automaton, envelope).ToDraft());
    }

    private static bool TryRead(
        FileEvidence act, out Envelope? envelope, out Attestation? attestation, out Wording? problem)
    {
        envelope = null;
        attestation = null;
        if (act.Envelope.Length > EvidenceFiled.MostBytes)
        {
            problem = new(
                $"evidence has at most {EvidenceFiled.MostBytes} bytes; name a longer report in it by its sha256",
                $"une preuve fait au plus {EvidenceFiled.MostBytes} octets\u00a0; nommez-y un rapport plus long "
                    + "par son sha256");
            return false;
        }

        if (!Gouvernail.Log.Envelopes.Envelope.TryParse(act.Envelope, out envelope, out Problem? fault))
        {
            problem = new(
                $"this is no DSSE envelope. {fault.Message}",
                "ce n’est pas une enveloppe DSSE\u00a0: un objet JSON avec payload, payloadType et signatures, "
                    + "qui ont chacune un sig en base64");
            return false;
        }

        return Attestation.TryRead(envelope, out attestation, out problem);
    }

    private static Decision? SignatureFault(EvidenceBook book, Envelope envelope)
    {
        if (envelope.SignedBy(book.Signers.Where(signer => !signer.IsRevoked).Select(s => s.Key)).Count > 0)
        {
            return null;
        }

        if (envelope.SignedBy(book.Signers.Where(signer => signer.IsRevoked).Select(s => s.Key)) is [var revoked, ..])
        {
            string name = book.FindSigner(revoked.Id)!.Name;
            return Decision.Refuse("signer-revoked", new(
                $"it is signed with a key of {name} that was revoked",
                $"elle est signée avec une clé de {name} qui a été révoquée"));
        }

        return envelope.Signatures.Any(s => s.KeyId is not null && book.FindSigner(s.KeyId) is not null)
            ? Decision.Refuse("bad-signature", new(
                "it names a key that is recognised here, and the signature is not that key's over these bytes: it was "
                    + "changed, or forged",
                "elle nomme une clé reconnue ici, et la signature n’est pas celle de cette clé sur ces "
                    + "octets\u00a0: elle a été modifiée, ou forgée"))
            : Decision.Refuse("signer-unknown", new(
                "nobody who is recognised here has signed it: have the signer's key recognised first "
                    + "(gouvernail evidence signer), then file it again",
                "aucun signataire reconnu ici ne l’a signée\u00a0: faites d’abord reconnaître la clé "
                    + "(gouvernail evidence signer), puis déposez-la de nouveau"));
    }
}
