using System.Text.Json;
using Gouvernail.Aggregate.Results;
using Gouvernail.Contest.Petitions;
using Gouvernail.Journals;
using Gouvernail.Mandate.Adoption;
using Gouvernail.Mandate.Clauses;
using Gouvernail.Mandate.Mandates;
using Gouvernail.Verify.Evidence;
using Gouvernail.Verify.Gate;
using Gouvernail.Verify.Permits;
using Gouvernail.Verify.Register;

namespace Gouvernail.Audits;

/// <summary>
/// Replays mandates, permits and petitions: what a mandate cites is counted again, adoptions are held against their
/// rules, and every decision of the gate is made again, on what the log held when it was logged.
/// </summary>
internal sealed class LoopAudit(IBundle bundle, FindingList findings)
{
    private readonly Dictionary<string, byte[]?> _outputs = new(StringComparer.Ordinal);

    /// <summary>Outputs that are not what the log names: told once, and not of each mandate that cites them.</summary>
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);

    /// <summary>The automaton whose permit a petition has to suspend in the entry that comes next.</summary>
    private (string Automaton, string Petition)? _owed;

    /// <summary>Mandates whose votes or adoption could not be checked: their bytes are not here.</summary>
    private readonly SortedSet<string> _unchecked = new(StringComparer.Ordinal);

    private DateTimeOffset _now;

    /// <summary>What the entries say.</summary>
    public LoopState Loop { get; } = new();

    /// <summary>How many decisions of the gate were made again, to the same bytes.</summary>
    public long Decisions { get; private set; }

    /// <summary>How many mandates were adopted by their rules.</summary>
    public long Adoptions { get; private set; }

    /// <summary>Mandates whose votes or adoption could not be checked, by their ids.</summary>
    public IReadOnlyCollection<string> UncheckedMandates => _unchecked;

    /// <summary>Checks an entry against what stands before it, and takes note of it.</summary>
    /// <param name="position">Its place.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="payload">What it sealed; empty where it is public, erased or not here.</param>
    public void Read(long position, Entry entry, ReadOnlyMemory<byte> payload)
    {
        _now = entry.Time;
        Owed(position, entry);
        switch (entry.Kind)
        {
            case MandateDrafted.Kind when MandateDrafted.Read(entry) is { } drafted:
                Cited(position, drafted.Document);
                break;
            case MandateSigned.Kind when MandateSigned.Read(entry) is { } signed:
                Signed(position, signed);
                break;
            case MandateAdopted.Kind when MandateAdopted.Read(entry) is { } adopted:
                Adopted(position, adopted);
                break;
            case GateDecided.Kind when GateDecided.Read(entry) is { } decided:
                Decided(position, entry.Time, decided.Decision);
                break;
            case PetitionPassed.Kind when entry.Consultation is { } id && PetitionPassed.Read(entry) is not null:
                Passed(id);
                break;
            case PermitResumed.Kind when PermitResumed.Read(entry) is { } resumed:
                Answered(position, resumed.Automaton);
                break;
            case PermitSubmitted.Kind when PermitSubmitted.Read(entry) is { } submitted:
                Answered(position, submitted.Automaton);
                break;
            case Tombstone.Kind when Tombstone.Read(entry) is { Index: var erased }
                && Loop.Evidence.Book.Contestations.Any(said => said.Position == erased && said.Settled is null):
                findings.Mismatch(
                    $"what an auditor said at {erased} was erased (entry {position}) before it was settled",
                    $"ce qu’un auditeur a dit en {erased} a été effacé (entrée {position}) avant d’être réglé");
                break;
            case Tombstone.Kind when Tombstone.Read(entry) is { Index: var erased } && SpokeAgainst(erased) is { } of:
                findings.Mismatch(
                    $"the evidence at {erased}, by which {of} was refused, was erased (entry {position})",
                    $"la preuve en {erased}, par laquelle {of} était refusé, a été effacée (entrée {position})");
                break;
            case PermitSuspended.Kind when PermitSuspended.Read(entry) is { Petition: { } petition }
                && !(Loop.Petitions.Book.TryGet(petition, out Petition? known) && known.Passed is not null):
                findings.Mismatch(
                    $"the suspension at {position} names petition {petition}, which has not passed",
                    $"la suspension en {position} nomme la pétition {petition}, qui n’a pas abouti");
                break;
            default:
                break;
        }

        Loop.Apply(position, entry, payload);
        Filed(position, entry, payload);
    }

    /// <summary>
    /// What follows from all of them: nothing may run at the end that the rules refuse, evidence that was erased
    /// included, since a permit falls with it; and no act may end before what it brings about.
    /// </summary>
    public void Finish()
    {
        if (_owed is { } owed)
        {
            findings.Mismatch(
                $"petition {owed.Petition} has passed, and the log ends before the permit of {owed.Automaton} is "
                    + "suspended",
                $"la pétition {owed.Petition} a abouti, et le registre finit avant que le permis de {owed.Automaton} "
                    + "soit suspendu");
        }

        foreach (Petition petition in Loop.Petitions.Book.All.Where(petition => petition.Passed is not null
            && petition.Debate is null && petition.Started.Effect != PetitionEffect.Suspension))
        {
            findings.Mismatch(
                $"petition {petition.Id} has passed, and opened no consultation",
                $"la pétition {petition.Id} a abouti, et n’a ouvert aucune consultation");
        }

        foreach (Permit permit in Loop.Permits.Book.Permits.Values)
        {
            bool runs = permit.At(_now) == PermitStatus.Admitted;
            if (runs && !GateRules.Decide(Loop.Ask(permit.Automaton, _now) with { IsAdmission = true }).IsAdmitted)
            {
                findings.Mismatch(
                    $"the log lets {permit.Automaton} run, and the rules refuse it on what the log holds",
                    $"le registre laisse fonctionner {permit.Automaton}, et les règles le refusent au vu du registre");
            }
        }
    }

    private void Owed(long position, Entry entry)
    {
        if (_owed is not { } owed)
        {
            return;
        }

        _owed = null;
        if (PermitSuspended.Read(entry) is not { } suspended || suspended.Automaton != owed.Automaton
            || suspended.Petition != owed.Petition)
        {
            findings.Mismatch(
                $"petition {owed.Petition} has passed, and entry {position} does not suspend the permit of "
                    + owed.Automaton,
                $"la pétition {owed.Petition} a abouti, et l’entrée {position} ne suspend pas le permis de "
                    + owed.Automaton);
        }
    }

    /// <summary>What a petition has suspended goes on only once the petition was answered.</summary>
    private void Answered(long position, string automaton)
    {
        if (Loop.Permits.Book.Of(automaton) is { Status: PermitStatus.Suspended or PermitStatus.Revoked } held
            && held.Petition is { } petition && !Loop.Petitions.Book.IsAnswered(petition))
        {
            findings.Mismatch(
                $"{automaton} goes on at {position}, and petition {petition}, which suspended it, was not answered",
                $"{automaton} reprend en {position}, et la pétition {petition}, qui l’a suspendu, est sans réponse");
        }
    }

    /// <summary>The automaton, still registered, whose last decision refused it by the evidence at a place; null where
    /// there is none.</summary>
    private string? SpokeAgainst(long position) => Loop.Permits.Book.Permits.Values
        .FirstOrDefault(permit => permit.Decision is { IsAdmitted: false } last
            && !(Loop.Automata.Book.TryGet(permit.Automaton, out Automaton? automaton) && automaton.Retired is not null)
            && Loop.Evidence.Book.Filed.Any(filed => filed.Position == position)
            && last.Rules.Any(rule => rule.Outcome is RuleOutcome.Fail or RuleOutcome.Uncertain
                && rule.Evidence.Contains(position)))?.Automaton;

    private void Filed(long position, Entry entry, ReadOnlyMemory<byte> payload)
    {
        if (entry.Kind == EvidenceFiled.Kind && EvidenceFiled.Read(payload) is { } evidence
            && Loop.Evidence.Book.Filed[^1].SignedBy.IsEmpty)
        {
            findings.Mismatch(
                $"the evidence at {position} about {evidence.Automaton} is signed by nobody who was recognised: "
                    + "it counts for nothing",
                $"la preuve en {position} sur {evidence.Automaton} n’est signée par personne de reconnu\u00a0: elle ne "
                    + "compte pas");
        }

        bool isOurs = MandateList.IsOurs(entry.Kind) || PermitList.IsOurs(entry.Kind)
            || EvidenceList.IsOurs(entry.Kind);
        if (isOurs && !(MandateList.IsReadable(entry) && PermitList.IsReadable(entry)
            && EvidenceList.IsReadable(entry, payload)))
        {
            findings.Mismatch(
                $"entry {position} says it is a {entry.Kind}, and is not one: it counts for nothing",
                $"l’entrée {position} se dit {entry.Kind}, et n’en est pas une\u00a0: elle ne compte pour rien");
        }
    }

    /// <summary>The votes that a mandate shows are those of the results that it cites.</summary>
    private void Cited(long position, MandateDocument document)
    {
        foreach (Citation citation in document.Clauses.SelectMany(clause => clause.Cites))
        {
            ResultPublished? result = Loop.Mandates.Book.Results.GetValueOrDefault(citation.Result);
            byte[]? output = result is null ? null : Output(result.Output);
            if (result is not null && _changed.Contains(result.Output))
            {
                continue;
            }

            if (result is not null && output is null)
            {
                _unchecked.Add(document.Id);
                findings.Unchecked(
                    $"the votes behind mandate {document.Id} (entry {position}) cannot be checked: the output of the "
                        + $"result at {citation.Result} is not here",
                    $"les votes derrière le mandat {document.Id} (entrée {position}) ne peuvent être "
                        + $"contrôlés\u00a0: la sortie du résultat en {citation.Result} n’est pas là");
                continue;
            }

            Citation? again = Guard(() => citation.Fill(result, output).Filled);
            if (again is null || again.Output != citation.Output || again.Consultation != citation.Consultation
                || !again.Statements.Zip(citation.Statements).All(pair => IsSame(pair.First, pair.Second)))
            {
                findings.Mismatch(
                    $"mandate {document.Id} (entry {position}) shows other votes than the result at {citation.Result}",
                    $"le mandat {document.Id} (entrée {position}) montre d’autres votes que le résultat en "
                        + $"{citation.Result}");
            }
        }
    }

    private void Signed(long position, MandateSigned signed)
    {
        MandateVersion? version = Loop.Mandates.Book.Find(signed.Mandate)?.Find(signed.Version);
        Trustee? trustee = version?.Put is { } put
            ? Loop.Mandates.Book.Rules.GetValueOrDefault(put.Rule)?.Rule.Trustees?.Trustees
                .FirstOrDefault(t => t.Key.Id == signed.Key)
            : null;
        if (trustee is null || !signed.Holds(trustee.Key, version!.Document))
        {
            findings.Mismatch(
                $"the signature at {position} is not a trustee's under version {signed.Version} of {signed.Mandate}",
                $"la signature en {position} n’est pas d’un mandataire sous la version {signed.Version} de "
                    + signed.Mandate);
        }
    }

    private void Adopted(long position, MandateAdopted adopted)
    {
        MandateBook book = Loop.Mandates.Book;
        MandateVersion? version = book.Find(adopted.Mandate)?.Find(adopted.Version);
        string? named = adopted.Result is { } place ? book.Results.GetValueOrDefault(place)?.Output : null;
        byte[]? output = named is null ? null : Output(named);
        if (named is not null && _changed.Contains(named))
        {
            return;
        }

        if (version?.Put is not null && named is not null && output is null)
        {
            _unchecked.Add(adopted.Mandate);
            findings.Unchecked(
                $"the ratification of mandate {adopted.Mandate} (entry {position}) cannot be checked: the output "
                    + "of the result is not here",
                $"la ratification du mandat {adopted.Mandate} (entrée {position}) ne peut être contrôlée\u00a0: "
                    + "la sortie du résultat n’est pas là");
            return;
        }

        Wording? missing = version is null || version.Digest != adopted.Digest || version.Adopted is not null
            ? new("no version was put that it could adopt", "aucune version n’était soumise qu’elle puisse adopter")
            : Guard(() => AdoptMandate.Check(book, version, adopted.Result, output)
                ?? new Refusal("", new("", ""))) is { } refusal ? refusal.Reason
            : new("its result is no output of its method", "son résultat n’est pas une sortie de sa méthode");
        if (missing is { English.Length: > 0 })
        {
            findings.Mismatch(
                $"the adoption of mandate {adopted.Mandate} at {position} does not hold: {missing.English}",
                $"l’adoption du mandat {adopted.Mandate} en {position} ne tient pas\u00a0: {missing.French}");
            return;
        }

        Adoptions++;
    }

    private void Decided(long position, DateTimeOffset time, GateDecision decision)
    {
        GateQuestion question = Loop.Ask(decision.Automaton, time) with { IsAdmission = true };
        if (GateRules.Decide(question).ToBytes().AsSpan().SequenceEqual(decision.ToBytes()))
        {
            Decisions++;
        }
        else if (decision.Profile != GateProfile.Current.Digest)
        {
            findings.Unchecked(
                $"the decision at {position} on {decision.Automaton} was made by a profile that this version "
                    + "does not have",
                $"la décision en {position} sur {decision.Automaton} suit un profil que cette version n’a pas");
        }
        else if (IsErased(question))
        {
            findings.Unchecked(
                $"the decision at {position} on {decision.Automaton} cannot be made again: the card or evidence "
                    + "that it stood on was erased, or is not here",
                $"la décision en {position} sur {decision.Automaton} ne peut être refaite\u00a0: la fiche ou une "
                    + "preuve qui la fondait a été effacée, ou n’est pas là");
        }
        else
        {
            findings.Mismatch(
                $"the decision at {position} on {decision.Automaton} does not hold: made again, it comes to "
                    + "something else",
                $"la décision en {position} sur {decision.Automaton} ne tient pas\u00a0: refaite, elle donne "
                    + "autre chose");
        }
    }

    private static bool IsErased(GateQuestion question) =>
        question.Subject is { Digest.Length: 0 } || question.Evidence.Filed.Any(filed => filed.Envelope is null)
        || question.Evidence.Contestations.Any(said => said.Text.Length == 0);

    /// <summary>What a petition brings about by passing; whether it has the signatures, others count.</summary>
    private void Passed(string id)
    {
        if (Loop.Petitions.Book.TryGet(id, out Petition? petition) && petition.Passed is null
            && petition.Started is { Effect: PetitionEffect.Suspension, Automaton: { } automaton }
            && Loop.Permits.Book.Of(automaton).Status is not (PermitStatus.Suspended or PermitStatus.Revoked))
        {
            _owed = (automaton, id);
        }
    }

    private static bool IsSame(Support a, Support b) =>
        (a.Statement, a.Agree, a.Disagree, a.Seen) == (b.Statement, b.Agree, b.Disagree, b.Seen)
        && a.Groups.SequenceEqual(b.Groups);

    /// <summary>Outputs are anybody's bytes: what they make fail does not hold.</summary>
    private static T? Guard<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException
            or FormatException or OverflowException)
        {
            return null;
        }
    }

    private byte[]? Output(string name)
    {
        if (_outputs.TryGetValue(name, out byte[]? known))
        {
            return known;
        }

        byte[]? output = bundle.WholeBlob(name);
        if (output is not null && Blobs.NameOf(output) != name)
        {
            _changed.Add(name);
            findings.Mismatch(
                $"{BundleFiles.Blobs}/{name} was changed: it does not have the hash that it is called by",
                $"{BundleFiles.Blobs}/{name} a été modifié\u00a0: il n’a pas l’empreinte dont il porte le nom");
        }

        return _outputs[name] = output;
    }
}
