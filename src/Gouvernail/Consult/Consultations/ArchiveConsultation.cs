using Gouvernail.Consult.Invitations;
using Gouvernail.Journals;
using Gouvernail.People;

namespace Gouvernail.Consult.Consultations;

/// <summary>
/// Asks to archive a consultation that is closed: the keys of its pseudonyms and codes are destroyed, and what its
/// entries sealed of invited people and of devices is erased. The votes and the results stay, and can be recomputed;
/// nobody, the people themselves included, can tell any more whose votes they are.
/// </summary>
/// <param name="Consultation">The consultation's id.</param>
/// <param name="Reason">Why, in public and for ever.</param>
/// <param name="By">Who: a holder of a role.</param>
public sealed record ArchiveConsultation(string Consultation, string Reason, string? By)
{
    /// <summary>The ground that the log gives for what is erased with it.</summary>
    public const string Ground = "the consultation was archived";

    /// <summary>What whoever still acts on it is told.</summary>
    public static Refusal IsArchived { get; } = Refusals.NotOpen(Stage.Archived).Refusal!;

    /// <summary>Decides. All is committed together, or nothing.</summary>
    /// <param name="state">The consultations.</param>
    /// <param name="act">What is asked for.</param>
    /// <param name="links">Entries that seal what links people to pseudonyms: lists of members, and devices.</param>
    /// <param name="read">Reads an entry, with what it sealed; null where that is erased.</param>
    public static Decision Decide(
        ConsultationList state,
        ArchiveConsultation act,
        IReadOnlyList<long> links,
        Func<long, (Entry Entry, Sealed? Content)?> read)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(links);
        ArgumentNullException.ThrowIfNull(read);
        if (!state.TryGet(act.Consultation, out Consultation? consultation))
        {
            return Refusals.NoConsultation(act.Consultation);
        }

        if (consultation.Stage != Stage.Closed)
        {
            return consultation.Stage == Stage.Archived ? Refusals.NotOpen(Stage.Archived)
                : Decision.Refuse("wrong-stage", new(
                    "a consultation is closed before it is archived: close it first",
                    "une consultation est close avant d’être archivée\u00a0: fermez-la d’abord"));
        }

        if (string.IsNullOrWhiteSpace(act.Reason) || act.Reason.Length > ChangeStage.LongestReason)
        {
            return Refusals.NoReason(ChangeStage.LongestReason);
        }

        var drafts = new List<Draft>
        {
            new StageChanged(Stage.Archived, act.Reason, act.By).ToDraft(act.Consultation) with
            {
                Secrets =
                [
                    new Secret(Pseudonyms.SecretOf(act.Consultation), []),
                    new Secret(InvitationCodes.SecretOf(act.Consultation), []),
                ],
            },
        };
        foreach (long position in links)
        {
            if (read(position) is { Content: not null } link)
            {
                drafts.AddRange(Tombstone.Decide(
                    new Tombstone(position, Ground, act.By ?? "the community"), link.Entry, isThere: true).Events);
            }
        }

        return Decision.Log(drafts);
    }
}
