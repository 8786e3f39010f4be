using Gouvernail.Journals;
using Gouvernail.People;
using Gouvernail.Verify.Gate;

namespace Gouvernail.Verify.Permits;

/// <summary>Asks to submit an automaton, with the card that stands, to the gate.</summary>
/// <param name="Automaton">The automaton's id.</param>
/// <param name="By">Who: a holder of a role; null for whoever runs the machine.</param>
public sealed record SubmitAutomaton(string Automaton, string? By)
{
    /// <summary>Decides. What follows from it is the gate's to say, in the same commit.</summary>
    /// <param name="roles">Who may.</param>
    /// <param name="book">The permits.</param>
    /// <param name="subject">The automaton; null where there is none of that id.</param>
    /// <param name="isAnswered">True for the id of a petition that was answered after it had passed.</param>
    /// <param name="act">What is asked for.</param>
    public static Decision Decide(
        Roles roles, PermitBook book, GateSubject? subject, Func<string, bool> isAnswered, SubmitAutomaton act)
    {
        ArgumentNullException.ThrowIfNull(roles);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(act);
        return !roles.Lets(act.By, Role.Facilitator) ? RoleRefusals.NotAllowed()
            : subject is null || subject.IsRetired ? PermitRefusals.NoAutomaton(act.Automaton)
            : book.Of(act.Automaton).Status == PermitStatus.Suspended ? Decision.Refuse("suspended", new(
                "its permit is suspended: a new submission does not lift a suspension",
                "son permis est suspendu\u00a0: une nouvelle soumission ne lève pas une suspension"))
            : PermitRefusals.Unanswered(book.Of(act.Automaton), isAnswered)
                ?? Decision.Log(new PermitSubmitted(act.Automaton, subject.Card, act.By).ToDraft());
    }
}

/// <summary>Asks to suspend a permit.</summary>
/// <param name="Automaton">The automaton's id.</param>
/// <param name="Reason">Why, in public and for ever.</param>
/// <param name="By">Who: a holder of a role; null for whoever runs the machine.</param>
public sealed record SuspendPermit(string Automaton, string Reason, string? By)
{
    /// <summary>Decides. Whoever stops an automaton needs no permission of others.</summary>
    public static Decision Decide(Roles roles, PermitBook book, SuspendPermit act)
    {
        ArgumentNullException.ThrowIfNull(roles);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(act);
        PermitStatus status = book.Of(act.Automaton).Status;
        return !roles.Lets(act.By, Role.Facilitator) ? RoleRefusals.NotAllowed()
            : PublicReason.Fault(act.Reason) is { } refusal ? refusal
            : status is PermitStatus.Draft or PermitStatus.Suspended or PermitStatus.Revoked
                ? PermitRefusals.WrongStatus(act.Automaton, status)
            : Decision.Log(new PermitSuspended(act.Automaton, act.Reason.Trim(), null, act.By).ToDraft());
    }
}

/// <summary>
/// Asks to lift a suspension; the gate then decides anew. What a petition has suspended goes on only once the petition
/// was answered in public.
/// </summary>
/// <param name="Automaton">The automaton's id.</param>
/// <param name="Reason">Why, in public and for ever.</param>
/// <param name="By">Who: a holder of a role; null for whoever runs the machine.</param>
public sealed record ResumePermit(string Automaton, string Reason, string? By)
{
    /// <summary>Decides.</summary>
    /// <param name="roles">Who may.</param>
    /// <param name="book">The permits.</param>
    /// <param name="isAnswered">True for the id of a petition that was answered after it had passed.</param>
    /// <param name="act">What is asked for.</param>
    public static Decision Decide(
        Roles roles, PermitBook book, Func<string, bool> isAnswered, ResumePermit act)
    {
        ArgumentNullException.ThrowIfNull(roles);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(act);
        PermitStatus status = book.Of(act.Automaton).Status;
        return !roles.Lets(act.By, Role.Facilitator) ? RoleRefusals.NotAllowed()
            : PublicReason.Fault(act.Reason) is { } refusal ? refusal
            : status != PermitStatus.Suspended ? PermitRefusals.WrongStatus(act.Automaton, status)
            : PermitRefusals.Unanswered(book.Of(act.Automaton), isAnswered)
                ?? Decision.Log(new PermitResumed(act.Automaton, act.Reason.Trim(), act.By).ToDraft());
    }
}

/// <summary>Asks to take a permit back.</summary>
/// <param name="Automaton">The automaton's id.</param>
/// <param name="Reason">Why, in public and for ever.</param>
/// <param name="By">Who: a holder of a role; null for whoever runs the machine.</param>
public sealed record RevokePermit(string Automaton, string Reason, string? By)
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Roles roles, PermitBook book, RevokePermit act)
    {
        ArgumentNullException.ThrowIfNull(roles);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(act);
        PermitStatus status = book.Of(act.Automaton).Status;
        return !roles.Lets(act.By, Role.Facilitator) ? RoleRefusals.NotAllowed()
            : PublicReason.Fault(act.Reason) is { } refusal ? refusal
            : status is PermitStatus.Draft or PermitStatus.Revoked ? PermitRefusals.WrongStatus(act.Automaton, status)
            : Decision.Log(new PermitRevoked(act.Automaton, act.Reason.Trim(), act.By).ToDraft());
    }
}

/// <summary>What acts on permits are refused for, in one wording each.</summary>
internal static class PermitRefusals
{
    public static Decision NoAutomaton(string id) => Decision.Refuse("no-such-automaton", new(
        $"there is no automaton {id} in this register, or it was retired",
        $"il n’y a pas d’automate {id} dans ce registre des automates, ou il en a été retiré"));

    /// <summary>The refusal of whoever would go on before they have answered; null where nothing is owed.</summary>
    public static Decision? Unanswered(Permit permit, Func<string, bool> isAnswered)
    {
        ArgumentNullException.ThrowIfNull(isAnswered);
        return permit.Petition is not { } petition || isAnswered(petition) ? null
            : Decision.Refuse("petition-unanswered", new(
                $"petition {petition} suspended it: answer it in public first "
                    + $"(gouvernail petition answer DATA {petition} --from WHO --text TEXT, or its page)",
                $"la pétition {petition} l’a suspendu\u00a0: répondez-y d’abord en public "
                    + $"(gouvernail petition answer DATA {petition} --from QUI --text TEXTE, ou sa page)"));
    }

    public static Decision WrongStatus(string id, PermitStatus status) => Decision.Refuse("wrong-status", new(
        $"the permit of {id} is in the status {status.Word()}, where this means nothing",
        $"le permis de {id} est dans l’état {status.Word()}, où cela n’a pas de sens"));
}
