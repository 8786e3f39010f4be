using System.Text.Json;
using Gouvernail.Mandate.Clauses;
using Gouvernail.Verify.Evidence;

namespace Gouvernail.Verify.Gate;

/// <summary>
/// Holds evidence against what a clause asks for. The order in which it was filed does not matter: of each signer the
/// newest counts, by the time that it bears; and one that speaks against outweighs all that speak for.
/// </summary>
internal static class EvidenceRule
{
    /// <summary>Roles that vouch for themselves: where a class wants others, theirs does not count.</summary>
    private static readonly string[] _own = ["provider", "deployer"];

    public static RuleVerdict Judge(
        GateQuestion question, GateSubject subject, ClassProfile profile, Requirement requirement)
    {
        RuleVerdict Verdict(RuleOutcome outcome, string code) => new("", outcome, code) { About = requirement.Name };
        if (requirement.Classes.Count > 0 && !requirement.Classes.Contains(subject.Class))
        {
            return Verdict(RuleOutcome.NotAsked, "other-class");
        }

        FiledEvidence[] about =
        [
            // What is about the same bytes counts, for whichever automaton it was filed: nobody chooses what is known.
            .. question.Evidence.Filed.Where(filed =>
                (filed.Automaton == subject.Automaton || filed.Attestation?.IsAbout(subject.Artefact) == true)
                && filed.Attestation?.PredicateType == requirement.PredicateType
                && filed.Made > DateTimeOffset.MinValue && filed.Made <= question.Now + FileEvidence.ClockTolerance),
        ];
        FiledEvidence[] onSubject = [.. about.Where(filed => filed.Attestation!.IsAbout(subject.Artefact))];
        Heard[] signed = [.. Newest(question.Evidence, profile, requirement, onSubject)];
        if (signed.Length == 0)
        {
            return Verdict(
                RuleOutcome.Missing,
                onSubject.Length > 0 ? "other-signer" : about.Length > 0 ? "other-artefact" : "no-evidence") with
            {
                Evidence = Places(about),
            };
        }

        Heard[] standing = [.. signed.Where(it => End(it.Filed, requirement) is not { } end || end > question.Now)];
        FiledEvidence[] fresh = [.. standing.Select(it => it.Filed).DistinctBy(it => it.Position)];
        if (fresh.Length == 0)
        {
            return Verdict(RuleOutcome.Expired, "evidence-expired") with
            {
                Evidence = Places([.. signed.Select(it => it.Filed).DistinctBy(it => it.Position)]),
                Until = signed.Max(it => End(it.Filed, requirement)),
            };
        }

        string[] whole = [.. standing.Where(it => it.IsWhole).Select(it => it.Key)];
        HashSet<long> partial =
        [
            .. standing.GroupBy(it => it.Filed.Position)
                .Where(heard => heard.All(it => !it.IsWhole && whole.Contains(it.Key))).Select(heard => heard.Key),
        ];
        FiledEvidence[] full = [.. fresh.Where(filed => !partial.Contains(filed.Position))];
        int signers = standing.DistinctBy(it => it.Key).Count();
        return Figures(Verdict, requirement, fresh, partial) ?? (signers < requirement.Count
            ? Verdict(RuleOutcome.Missing, "too-few-signers") with { Evidence = Places(fresh) }
            : Verdict(RuleOutcome.Pass, "holds") with
            {
                Evidence = Places(fresh),
                Until = Earliest(fresh, requirement),
                Figure = requirement.Tests is [var only] && full is [var one] ? Judge(only, one).Shown : "",
                Bound = requirement.Tests is [var test] && full.Length == 1 ? test.Bound : "",
            });
    }

    /// <summary>
    /// Of each signer that counts the newest evidence that has all the figures which are asked for, and what is newer
    /// and has some of them: a report of the same type on something else puts no audit aside, and one that leaves a
    /// figure out hides none that speaks against. Of several that bear one time nobody can tell which is the newer, so
    /// all of them are looked at. Where the same was filed again with more signatures, the first.
    /// </summary>
    private static IEnumerable<Heard> Newest(
        EvidenceBook book, ClassProfile profile, Requirement requirement, FiledEvidence[] filed) =>
        book.Signers
            .Where(signer => !signer.IsRevoked
                && (requirement.Signers.Count == 0 || signer.Roles.Any(requirement.Signers.Contains))
                && (!profile.Independent || !signer.Roles.Any(_own.Contains)))
            .OrderBy(signer => signer.Key.Id, StringComparer.Ordinal)
            .SelectMany(signer => filed.Where(it => it.SignedBy.Contains(signer.Key.Id))
                .OrderBy(it => it.Digest, StringComparer.Ordinal).ThenBy(it => it.Position).DistinctBy(it => it.Digest)
                .GroupBy(it => it.Made).OrderByDescending(group => group.Key)
                .Select(group => group.Select(it => new Heard(signer.Key.Id, it, IsWhole(requirement, it))).ToArray())
                .TakeUntil(group => group.Any(it => it.IsWhole))
                .SelectMany(group => group));

    /// <summary>The items up to the first that is so, and that one.</summary>
    private static IEnumerable<T> TakeUntil<T>(this IEnumerable<T> items, Func<T, bool> isSo)
    {
        foreach (T item in items)
        {
            yield return item;
            if (isSo(item))
            {
                yield break;
            }
        }
    }

    private static bool IsWhole(Requirement requirement, FiledEvidence filed) =>
        requirement.Tests.All(test => Judge(test, filed).Outcome != FigureOutcome.Absent);

    /// <summary>The gravest that any figure comes to; null where all hold.</summary>
    /// <param name="verdict">Makes a verdict.</param>
    /// <param name="requirement">What is asked for.</param>
    /// <param name="fresh">The evidence that counts.</param>
    /// <param name="partial">Places of evidence that may lack figures, since older evidence has them.</param>
    private static RuleVerdict? Figures(
        Func<RuleOutcome, string, RuleVerdict> verdict, Requirement requirement, FiledEvidence[] fresh,
        HashSet<long> partial)
    {
        RuleVerdict? gravest = null;
        foreach (FiledEvidence filed in fresh)
        {
            foreach (FigureTest test in requirement.Tests)
            {
                (FigureOutcome outcome, string shown) = Judge(test, filed);
                RuleVerdict? found = outcome switch
                {
                    FigureOutcome.Holds => null,
                    FigureOutcome.Fails => verdict(RuleOutcome.Fail, "figure-fails"),
                    FigureOutcome.Absent when partial.Contains(filed.Position) => null,
                    FigureOutcome.Uncertain => verdict(RuleOutcome.Uncertain, "figure-uncertain"),
                    _ => verdict(RuleOutcome.Missing, "figure-absent"),
                };
                if (found is not null && (gravest is null || found.Outcome > gravest.Outcome))
                {
                    gravest = found with
                    {
                        Evidence = [filed.Position],
                        Figure = $"{test.Figure} {shown}".TrimEnd(),
                        Bound = test.Bound,
                    };
                }
            }
        }

        return gravest;
    }

    private static (FigureOutcome Outcome, string Shown) Judge(FigureTest test, FiledEvidence filed)
    {
        using JsonDocument predicate = JsonDocument.Parse(filed.Attestation!.Predicate);
        return test.Judge(predicate.RootElement);
    }

    private static DateTimeOffset? End(FiledEvidence filed, Requirement requirement) =>
        requirement.MaxAgeDays is { } days ? filed.Made.AddDays(days) : null;

    private static DateTimeOffset? Earliest(FiledEvidence[] fresh, Requirement requirement) =>
        fresh.Min(filed => End(filed, requirement));

    /// <summary>Evidence that a signer who counts has signed.</summary>
    /// <param name="Key">Whose signature.</param>
    /// <param name="Filed">What.</param>
    /// <param name="IsWhole">True where it has all the figures that are asked for.</param>
    private sealed record Heard(string Key, FiledEvidence Filed, bool IsWhole);

    private static IReadOnlyList<long> Places(FiledEvidence[] filed) => [.. filed.Select(it => it.Position).Order()];
}
