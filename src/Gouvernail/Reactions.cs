using System.Globalization;
using Gouvernail.Consult.Consultations;
using Gouvernail.Contest.Petitions;
using Gouvernail.Journals;
using Gouvernail.Mandate.Mandates;
using Gouvernail.People;
using Gouvernail.Verify.Evidence;
using Gouvernail.Verify.Gate;
using Gouvernail.Verify.Permits;
using Gouvernail.Verify.Register;

namespace Gouvernail;

/// <summary>
/// Closes the loop: what follows from an act by rule, without anybody's leave, and in the same commit. A petition that
/// passes suspends a permit or opens a consultation; and where anything changes that the gate looks at, it decides anew
/// on every automaton that was submitted.
/// </summary>
/// <param name="community">What is known from the log. Read while a decision is being logged: each event is applied
/// before the next is asked for.</param>
internal sealed class Reactions(Community community)
{
    private LoopState Loop => community.Loop;

    /// <summary>A decision with what follows from it.</summary>
    public Decision After(Decision decision, DateTimeOffset now) =>
        decision.Refusal is null ? Decision.Log(Follow(decision.Events, now)) : decision;

    /// <summary>What time alone has brought about: permits and petitions that are over.</summary>
    public Decision Due(DateTimeOffset now) => Decision.Log(Expired(now));

    private static bool ConcernsGate(string kind) => MandateList.IsOurs(kind) || EvidenceList.IsOurs(kind)
        || PermitList.IsOurs(kind) || kind is AutomatonRegistered.Kind or CardFiled.Kind or AutomatonRetired.Kind
        or Tombstone.Kind;

    private IEnumerable<Draft> Follow(IEnumerable<Draft> events, DateTimeOffset now)
    {
        bool concernsGate = false;
        foreach (Draft happened in events)
        {
            yield return happened;
            concernsGate |= ConcernsGate(happened.Kind);
            if (happened.Kind == PetitionPassed.Kind && Loop.Petitions.Book.TryGet(
                happened.Consultation, out Petition? petition))
            {
                foreach (Draft effect in Effects(petition))
                {
                    concernsGate |= ConcernsGate(effect.Kind);
                    yield return effect;
                }
            }
        }

        if (concernsGate)
        {
            foreach (Draft decided in Decided(now))
            {
                yield return decided;
            }
        }
    }

    private IEnumerable<Draft> Effects(Petition petition)
    {
        if (petition.Started is { Effect: PetitionEffect.Suspension, Automaton: { } automaton })
        {
            // Whether it runs or not: a permit that is asked for later is suspended too.
            if (Loop.Permits.Book.Of(automaton).Status is not (PermitStatus.Suspended or PermitStatus.Revoked))
            {
                string count = petition.Count.ToString(CultureInfo.InvariantCulture);
                yield return new PermitSuspended(
                    automaton, $"{petition.Id}: {count} signatures", petition.Id, null).ToDraft();
            }

            yield break;
        }

        string? name = petition.Started.Automaton is { } id
            && Loop.Automata.Book.TryGet(id, out Automaton? found) ? found.Name : null;
        DebatePlan debate = DebatePlan.Of(petition, petition.Description, name, "");
        string consultation = community.Consultations.NextId;
        yield return debate.Plan.ToDraft(consultation, Pseudonyms.NewKey());
        int number = 0;
        foreach (string seed in debate.Seeds)
        {
            string statement = (++number).ToString(CultureInfo.InvariantCulture);
            yield return new StatementProposed(statement, seed, IsSeed: true, null).ToDraft(consultation, null);
        }

        yield return new PetitionDebated(consultation).ToDraft(petition.Id);
    }

    private IEnumerable<Draft> Expired(DateTimeOffset now)
    {
        foreach (Permit permit in Loop.Permits.Book.Permits.Values)
        {
            if (permit.Status == PermitStatus.Admitted && permit.At(now) == PermitStatus.Expired)
            {
                yield return new PermitExpired(permit.Automaton, permit.Until!.Value).ToDraft();
            }
        }

        foreach (Draft closed in ExpirePetitions.Decide(Loop.Petitions.Book, now).Events)
        {
            yield return closed;
        }
    }

    /// <summary>
    /// Decisions that change something: the first after a submission, one that says another thing than the last, and
    /// one that ends a permit earlier. Nothing lengthens a permit but a new submission.
    /// </summary>
    private IEnumerable<Draft> Decided(DateTimeOffset now)
    {
        foreach (Permit before in Loop.Permits.Book.Permits.Values)
        {
            if (before.At(now) is PermitStatus.Submitted or PermitStatus.Refused or PermitStatus.Admitted)
            {
                GateDecision decision = GateRules.Decide(Loop.Ask(before.Automaton, now) with { IsAdmission = true });
                if (before.Status == PermitStatus.Submitted || decision.IsAdmitted != before.Decision?.IsAdmitted
                    || (decision.IsAdmitted ? decision.Until < before.Until : IsOther(decision, before.Decision)))
                {
                    yield return new GateDecided(decision).ToDraft();
                }
            }
        }
    }

    /// <summary>True where a refusal comes from something else than the last.</summary>
    private static bool IsOther(GateDecision decision, GateDecision last) =>
        !decision.Rules.Select(Of).SequenceEqual(last.Rules.Select(Of));

    private static (string Rule, RuleOutcome Outcome, string Evidence) Of(RuleVerdict rule) =>
        (rule.Rule, rule.Outcome, string.Join(' ', rule.Evidence));
}
