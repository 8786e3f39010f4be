using Gouvernail.Journals;
using Gouvernail.Mandate.Mandates;
using Gouvernail.Verify.Evidence;
using Gouvernail.Verify.Gate;
using Gouvernail.Verify.Permits;

namespace Gouvernail;

/// <summary>
/// Closes the loop: what follows from an act by rule, without anybody's leave, and in the same commit. Where anything
/// changes that the gate looks at, it decides anew on every automaton that was submitted.
/// </summary>
/// <param name="community">What is known from the log. Read while a decision is being logged: each event is applied
/// before the next is asked for.</param>
internal sealed class Reactions(Community community)
{
    /// <summary>A decision with what follows from it.</summary>
    public Decision After(Decision decision, DateTimeOffset now) =>
        decision.Refusal is null ? Decision.Log(Follow(decision.Events, now)) : decision;

    /// <summary>What time alone has brought about.</summary>
    public Decision Due(DateTimeOffset now) => Decision.Log(Expired(now));

    /// <summary>The gate's answer about an automaton.</summary>
    public GateQuestion Ask(string automaton, DateTimeOffset now) => new(
        automaton,
        null,
        community.Mandates.Book,
        community.Evidence.Book,
        community.Permits.Book.Of(automaton),
        now,
        community.Permits.Seen);

    private IEnumerable<Draft> Follow(IEnumerable<Draft> events, DateTimeOffset now)
    {
        bool concernsGate = false;
        foreach (Draft happened in events)
        {
            yield return happened;
            concernsGate |= MandateList.IsOurs(happened.Kind) || EvidenceList.IsOurs(happened.Kind)
                || PermitList.IsOurs(happened.Kind);
        }

        if (concernsGate)
        {
            foreach (Draft decided in Decided(now))
            {
                yield return decided;
            }
        }
    }

    private IEnumerable<Draft> Expired(DateTimeOffset now)
    {
        foreach (Permit permit in community.Permits.Book.Permits.Values)
        {
            if (permit.Status == PermitStatus.Admitted && permit.At(now) == PermitStatus.Expired)
            {
                yield return new PermitExpired(permit.Automaton, permit.Until!.Value).ToDraft();
            }
        }
    }

    /// <summary>
    /// Decisions that change something: the first after a submission, one that says another thing than the last, and
    /// one that ends a permit earlier. Nothing lengthens a permit but a new submission.
    /// </summary>
    private IEnumerable<Draft> Decided(DateTimeOffset now)
    {
        foreach (Permit before in community.Permits.Book.Permits.Values)
        {
            if (before.At(now) is PermitStatus.Submitted or PermitStatus.Refused or PermitStatus.Admitted)
            {
                GateDecision decision = GateRules.Decide(Ask(before.Automaton, now) with { IsAdmission = true });
                if (before.Status == PermitStatus.Submitted || decision.IsAdmitted != before.Decision?.IsAdmitted
                    || (decision.IsAdmitted ? decision.Until < before.Until : IsOther(decision, before.Decision)))
                {
                    yield return new GateDecided(decision).ToDraft();
                }
            }
        }
    }

    private static bool IsOther(GateDecision decision, GateDecision last) =>
        !decision.Rules.Select(rule => (rule.Rule, rule.Outcome)).SequenceEqual(
            last.Rules.Select(rule => (rule.Rule, rule.Outcome)));
}
