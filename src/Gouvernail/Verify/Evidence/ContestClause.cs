using Gouvernail.Journals;
using Gouvernail.Mandate.Mandates;
using Gouvernail.People;

namespace Gouvernail.Verify.Evidence;

/// <summary>Asks to file counter-evidence: a clause is not kept. Auditors may, and those above them.</summary>
/// <param name="Automaton">The automaton's id.</param>
/// <param name="Clause">The clause, such as <c>m1#3</c>.</param>
/// <param name="Text">What is said, with where to see it.</param>
/// <param name="By">Who: a holder of a role; null for whoever runs the machine.</param>
public sealed record ContestClause(string Automaton, string Clause, string Text, string? By)
{
    /// <summary>The most characters of what is said.</summary>
    public const int LongestText = 8000;

    /// <summary>Decides.</summary>
    public static Decision Decide(Roles roles, MandateBook mandates, bool isAutomaton, ContestClause act)
    {
        ArgumentNullException.ThrowIfNull(roles);
        ArgumentNullException.ThrowIfNull(mandates);
        ArgumentNullException.ThrowIfNull(act);
        string[] parts = act.Clause.Split('#');
        return !roles.Lets(act.By, Role.Auditor) ? RoleRefusals.NotAllowed()
            : !isAutomaton ? Decision.Refuse("no-such-automaton", new(
                $"there is no automaton {act.Automaton} in this register",
                $"il n’y a pas d’automate {act.Automaton} dans ce registre des automates"))
            : parts.Length != 2 || mandates.Find(parts[0])?.Adopted is not { } version
                || version.Document.Clauses.All(clause => clause.Id != parts[1])
                ? Decision.Refuse("no-such-clause", new(
                    $"no adopted mandate has a clause {act.Clause}; they are written m1#3",
                    $"aucun mandat adopté n’a de clause {act.Clause}\u00a0; elles s’écrivent m1#3"))
            : string.IsNullOrWhiteSpace(act.Text) || act.Text.Length > LongestText ? Decision.Refuse("no-text", new(
                $"say what is not kept, and where to see it, in at most {LongestText} characters",
                $"dites ce qui n’est pas respecté, et où le voir, en {LongestText} caractères au plus"))
            : Decision.Log(new ClauseContested(act.Automaton, act.Clause, act.Text.Trim(), act.By).ToDraft());
    }
}

/// <summary>Asks that counter-evidence stands no more: who filed it may withdraw it, a facilitator may settle it.
/// </summary>
/// <param name="Contestation">The place in the log of what was said.</param>
/// <param name="Reason">Why, in public and for ever.</param>
/// <param name="By">Who: a holder of a role; null for whoever runs the machine.</param>
public sealed record SettleContestation(long Contestation, string Reason, string? By)
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Roles roles, EvidenceBook book, SettleContestation act)
    {
        ArgumentNullException.ThrowIfNull(roles);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(act);
        Contestation? said = book.Contestations.Find(c => c.Position == act.Contestation);
        bool may = roles.Lets(act.By, Role.Facilitator)
            || (said?.By == act.By && roles.Allows(act.By, Role.Auditor));
        return !may ? RoleRefusals.NotAllowed()
            : said is not { Settled: null } ? Decision.Refuse("no-such-contestation", new(
                $"nothing that stands against an automaton was said at {act.Contestation}",
                $"rien qui tienne contre un automate n’a été dit en {act.Contestation}"))
            : PublicReason.Fault(act.Reason) is { } fault ? fault
            : Decision.Log(new ContestationSettled(act.Contestation, act.Reason.Trim(), act.By).ToDraft());
    }

    /// <summary>
    /// What stands against an automaton cannot be erased: it would be silenced without a reason that all can read.
    /// Null where an entry may be erased.
    /// </summary>
    public static Decision? BeforeErasing(EvidenceBook book, long position)
    {
        ArgumentNullException.ThrowIfNull(book);
        return book.Contestations.Find(c => c.Position == position) is { Settled: null, Automaton.Length: > 0 }
            ? Decision.Refuse("contestation-stands", new(
                $"entry {position} stands against an automaton: settle it first, with a reason "
                    + $"(gouvernail evidence settle DATA {position} --reason TEXT), then erase it",
                $"l’entrée {position} tient contre un automate\u00a0: réglez-la d’abord, avec un motif "
                    + $"(gouvernail evidence settle DATA {position} --reason TEXTE), puis effacez-la"))
            : null;
    }
}
