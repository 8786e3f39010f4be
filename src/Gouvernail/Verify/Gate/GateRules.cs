using System.Globalization;
using Gouvernail.Mandate.Clauses;
using Gouvernail.Mandate.Mandates;
using Gouvernail.Verify.Permits;

namespace Gouvernail.Verify.Gate;

/// <summary>
/// The gate: refused by default, admitted only where every rule holds. A pure function of what it is asked; the rules
/// are data, of the profile and of the mandates in force.
/// </summary>
public static class GateRules
{
    /// <summary>Decides.</summary>
    public static GateDecision Decide(GateQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        DateTimeOffset now = question.Now.AddTicks(-(question.Now.UtcTicks % TimeSpan.TicksPerSecond));
        question = question with { Now = now };
        var decision = new GateDecision(question.Automaton, now, question.Size)
        {
            Profile = GateProfile.Current.Digest,
        };
        if (question.Subject is not { } subject)
        {
            return decision with { Rules = [new RuleVerdict("card", RuleOutcome.Missing, "not-registered")] };
        }

        MandateVersion[] mandates =
        [
            .. question.Mandates.InForce(now)
                .Where(version => version.Document.Orders(subject.Automaton, subject.Class)),
        ];
        ClassProfile profile = GateProfile.Current.Of(subject.Class);
        List<RuleVerdict> rules =
        [
            Card(question, subject),
            .. subject.Disclosures.Select(disclosure => Disclosure(profile, disclosure.Name, disclosure.State)),
            .. mandates.Length == 0 ? [new RuleVerdict("mandate", RuleOutcome.Missing, "no-mandate")]
                : Purposes(subject, mandates),
            .. mandates.SelectMany(version => version.Document.Clauses
                .Select(clause => Judge(question, subject, profile, version, clause))),
            .. NeedsEvidence(profile, subject, mandates),
            .. question.Evidence.Contestations
                .Where(said => said.Automaton == subject.Automaton && said.Settled is null)
                .Select(said => new RuleVerdict(
                    string.Create(CultureInfo.InvariantCulture, $"contested/{said.Position}"), RuleOutcome.Fail,
                    "contested")
                {
                    Clause = said.Clause,
                    Evidence = [said.Position],
                }),
            .. question.StoppedKin.Select(kin => new RuleVerdict("stopped/" + kin.Automaton, RuleOutcome.Fail,
                kin.Status == PermitStatus.Suspended ? "kin-suspended" : "kin-revoked")
            {
                About = kin.Automaton,
            }),
            Standing(question, subject),
        ];
        decision = decision with
        {
            Card = subject.Card,
            CardDigest = subject.Digest,
            Artefact = subject.Artefact,
            Class = subject.Class,
            Mandates =
            [
                .. mandates.Select(version => (
                    version.Document.Id, version.Document.Version, version.AdoptedAt, version.Digest)),
            ],
            Rules = rules,
        };
        return decision.IsAdmitted ? decision with { Until = Until(question, profile, mandates, rules) } : decision;
    }

    /// <summary>The places of the evidence that speaks against an automaton, or leaves open what it has to show; none
    /// where it was retired.</summary>
    public static IReadOnlyList<long> SpeakingAgainst(GateQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Subject is null or { IsRetired: true } ? [] :
        [
            .. Decide(question with { IsAdmission = true }).Rules
                .Where(rule => rule.Outcome is RuleOutcome.Fail or RuleOutcome.Uncertain)
                .SelectMany(rule => rule.Evidence),
        ];
    }

    private static RuleVerdict Card(GateQuestion question, GateSubject subject)
    {
        (RuleOutcome outcome, string code) =
            subject.IsRetired ? (RuleOutcome.Fail, "retired")
            : subject.Digest.Length == 0 ? (RuleOutcome.Missing, "card-erased")
            : question.CardInHand is { } digest && digest != subject.Digest ? (RuleOutcome.Fail, "other-card")
            : subject.Artefact.Length == 0 ? (RuleOutcome.Missing, "no-artefact")
            : (RuleOutcome.Pass, "registered");
        return new RuleVerdict("card", outcome, code) { Evidence = [subject.Card] };
    }

    private static RuleVerdict Disclosure(ClassProfile profile, string name, string state)
    {
        (RuleOutcome outcome, string code) = state switch
        {
            "disclosed" => (RuleOutcome.Pass, "disclosed"),
            "refused" when !profile.MustDisclose.Contains(name) => (RuleOutcome.NotAsked, "refusal-allowed"),
            "refused" => (RuleOutcome.Fail, "refused-to-disclose"),
            _ => (RuleOutcome.Missing, "not-disclosed"),
        };
        return new RuleVerdict("disclosure/" + name, outcome, code);
    }

    /// <summary>Each purpose has to be allowed somewhere, and be forbidden nowhere.</summary>
    private static IEnumerable<RuleVerdict> Purposes(GateSubject subject, MandateVersion[] mandates)
    {
        if (subject.Purposes.IsEmpty)
        {
            yield return new RuleVerdict("purpose", RuleOutcome.Missing, "no-purpose");
        }

        (MandateVersion Version, PurposeClause Clause)[] clauses =
        [
            .. mandates.SelectMany(version => version.Document.Clauses.OfType<PurposeClause>()
                .Select(clause => (version, clause))),
        ];
        foreach (string purpose in subject.Purposes)
        {
            (MandateVersion Version, PurposeClause Clause) forbidding =
                Array.Find(clauses, it => it.Clause.Forbids(purpose));
            (MandateVersion Version, PurposeClause Clause) allowing =
                Array.Find(clauses, it => it.Clause.Allowed.Contains(purpose));
            (MandateVersion Version, PurposeClause Clause) by = forbidding.Clause is null ? allowing : forbidding;
            yield return new RuleVerdict(
                "purpose/" + purpose,
                forbidding.Clause is not null ? RuleOutcome.Fail
                    : allowing.Clause is not null ? RuleOutcome.Pass
                    : RuleOutcome.Missing,
                forbidding.Clause is not null ? "forbidden" : allowing.Clause is not null ? "allowed" : "not-allowed")
            {
                About = purpose,
                Clause = by.Clause is null ? "" : Name(by.Version, by.Clause),
                Votes = by.Clause?.Votes ?? 0,
            };
        }
    }

    private static RuleVerdict Judge(
        GateQuestion question, GateSubject subject, ClassProfile profile, MandateVersion version, Clause clause)
    {
        string name = Name(version, clause);
        RuleVerdict verdict = clause switch
        {
            ObjectiveClause => subject.Objectives.Contains(name)
                ? new RuleVerdict(name, RuleOutcome.Pass, "objective-declared")
                : new RuleVerdict(name, RuleOutcome.Missing, "objective-not-declared"),
            EvidenceClause { Requires: var requirement } => EvidenceRule.Judge(question, subject, profile, requirement),
            LimitClause { Requires: { } requirement } => EvidenceRule.Judge(question, subject, profile, requirement),
            TermClause term => new RuleVerdict(
                name, RuleOutcome.Pass, term.Review <= question.Now ? "review-due" : "in-force")
            {
                Until = term.Expires,
            },
            PurposeClause => new RuleVerdict(name, RuleOutcome.NotAsked, "see-purposes"),
            _ => new RuleVerdict(name, RuleOutcome.NotAsked, "not-for-a-gate"),
        };
        return verdict with { Rule = name, Clause = name, Votes = clause.Votes };
    }

    private static IEnumerable<RuleVerdict> NeedsEvidence(
        ClassProfile profile, GateSubject subject, MandateVersion[] mandates)
    {
        bool asks = mandates.SelectMany(version => version.Document.Clauses)
            .Select(clause => (clause as EvidenceClause)?.Requires ?? (clause as LimitClause)?.Requires)
            .Any(requirement => requirement is not null
                && (requirement.Classes.Count == 0 || requirement.Classes.Contains(subject.Class)));
        if (profile.NeedsEvidence && !asks && mandates.Length > 0)
        {
            yield return new RuleVerdict("evidence", RuleOutcome.Missing, "none-asked") { About = subject.Class };
        }
    }

    private static RuleVerdict Standing(GateQuestion question, GateSubject subject)
    {
        Permit permit = question.Permit;
        PermitStatus status = permit.At(question.Now);
        (RuleOutcome outcome, string code) = status switch
        {
            PermitStatus.Suspended =>
                (RuleOutcome.Fail, permit.Petition is null ? "suspended" : "suspended-by-petition"),
            PermitStatus.Revoked => (RuleOutcome.Fail, "revoked"),
            PermitStatus.Draft => (RuleOutcome.Missing, "not-submitted"),
            _ when permit.Card != subject.Card => (RuleOutcome.Missing, "card-changed"),
            PermitStatus.Submitted or PermitStatus.Refused when question.IsAdmission => (RuleOutcome.Pass, "submitted"),
            PermitStatus.Admitted => (RuleOutcome.Pass, "admitted"),
            PermitStatus.Expired => (RuleOutcome.Expired, "permit-over"),
            _ => (RuleOutcome.Missing, "not-admitted"),
        };
        return new RuleVerdict("permit", outcome, code)
        {
            About = status == PermitStatus.Suspended ? permit.Petition ?? "" : "",
            Until = status is PermitStatus.Admitted or PermitStatus.Expired ? permit.Until : null,
        };
    }

    /// <summary>
    /// A permit lasts no longer than its mandates, its evidence, and what they and its class allow; one that stands is
    /// not good for longer than it was given for, nor than what it stands on now.
    /// </summary>
    private static DateTimeOffset Until(
        GateQuestion question, ClassProfile profile, MandateVersion[] mandates, List<RuleVerdict> rules)
    {
        DateTimeOffset until = question.IsAdmission
            ? question.Now.AddDays(profile.LeaseDays)
            : question.Permit.Until ?? question.Now;
        foreach (MandateVersion version in mandates)
        {
            TermClause term = version.Document.Term;
            until = Earlier(until, term.Expires);
            until = question.IsAdmission && term.LeaseDays is { } days
                ? Earlier(until, question.Now.AddDays(days))
                : until;
        }

        foreach (RuleVerdict rule in rules)
        {
            until = rule.Until is { } end ? Earlier(until, end) : until;
        }

        return until;
    }

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private static string Name(MandateVersion version, Clause clause) => $"{version.Document.Id}#{clause.Id}";
}
