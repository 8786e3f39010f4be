using Gouvernail.Aggregate.Results;
using Gouvernail.Journals;
using Gouvernail.Mandate.Adoption;
using Gouvernail.People;

namespace Gouvernail.Mandate.Mandates;

/// <summary>Asks to bring a version into force that was put to adoption; the rule decides, and nobody else.</summary>
/// <param name="Mandate">The mandate's id.</param>
/// <param name="Version">The version.</param>
/// <param name="Result">The place in the log of the result that ratifies it; null where the rule asks nobody.</param>
/// <param name="By">Who: a holder of a role; null for whoever runs the machine.</param>
public sealed record AdoptMandate(string Mandate, int Version, long? Result, string? By)
{
    /// <summary>Why the rule is not met; null where it is.</summary>
    /// <param name="book">The mandates before the adoption.</param>
    /// <param name="version">The version.</param>
    /// <param name="result">The place of the result that is said to ratify it; null for none.</param>
    /// <param name="output">The output of that result; null where it is not there.</param>
    public static Refusal? Check(MandateBook book, MandateVersion version, long? result, byte[]? output)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(version);
        if (version.Put is not { } put || !book.Rules.TryGetValue(put.Rule, out AdoptionRuleSet? set))
        {
            return MandateRefusals.NotPut().Refusal;
        }

        if (set.Rule.Trustees is { } trustees)
        {
            int signed = trustees.Trustees.Count(trustee => version.Signatures.Any(signature =>
                signature.Key == trustee.Key.Id && signature.Holds(trustee.Key, version.Document)));
            if (signed < trustees.Needed)
            {
                return new Refusal("signatures-missing", new(
                    $"{signed} of the {trustees.Needed} signatures that the rule asks for are there",
                    $"{signed} des {trustees.Needed} signatures que demande la règle sont là"));
            }
        }

        return set.Rule.Ratification is { } rule ? Check(book, rule, version, put, result, output) : null;
    }

    /// <summary>Decides.</summary>
    /// <param name="roles">Who may.</param>
    /// <param name="book">The mandates.</param>
    /// <param name="act">What is asked for.</param>
    /// <param name="output">The output of the result that it names; null where there is none.</param>
    /// <param name="now">The time.</param>
    public static Decision Decide(
        Roles roles, MandateBook book, AdoptMandate act, byte[]? output, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(roles);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(act);
        if (!roles.Lets(act.By, Role.Facilitator))
        {
            return RoleRefusals.NotAllowed();
        }

        if (book.Find(act.Mandate) is not { } mandate)
        {
            return MandateRefusals.NoMandate(act.Mandate);
        }

        if (mandate.Revoked is not null)
        {
            return MandateRefusals.IsRevoked(mandate);
        }

        if (mandate.Find(act.Version) is not { } version)
        {
            return MandateRefusals.NoVersion(act.Mandate, act.Version);
        }

        if (version.Adopted is not null)
        {
            return MandateRefusals.AdoptedAlready();
        }

        if (version.Put is null)
        {
            return MandateRefusals.NotPut();
        }

        if (version != mandate.Versions.FindLast(v => v.Put is not null) || version.Document.Term.Expires <= now)
        {
            return Decision.Refuse("not-the-last", new(
                "this version has ended, or a later one was put to adoption",
                "cette version est finie, ou une autre plus récente a été soumise à l’adoption"));
        }

        return Check(book, version, act.Result, output) is { } refusal
            ? Decision.Refuse(refusal.Code, refusal.Reason)
            : Decision.Log(new MandateAdopted(
                act.Mandate, act.Version, version.Digest,
                book.Rules[version.Put!.Rule].Rule.Ratification is null ? null : act.Result, act.By).ToDraft());
    }

    private static Refusal? Check(
        MandateBook book, RatificationRule rule, MandateVersion version, MandatePut put, long? place, byte[]? output)
    {
        string consultation = put.Consultation ?? "";
        if (place is not { } at || !book.Results.TryGetValue(at, out ResultPublished? result)
            || result.Consultation != consultation
            || $"{result.Method}/{result.Version}" != "opinion-map/1" || !rule.Counts(result.Parameters)
            || !book.Closed.TryGetValue(consultation, out long closed) || result.Size <= closed
            || put.Statements.Count != version.Document.Clauses.Count
            || !put.Statements.Select(pair => pair.Clause)
                .SequenceEqual(version.Document.Clauses.Select(clause => clause.Id)))
        {
            return new Refusal("not-ratified", new(
                $"the rule asks for a result of opinion-map/1 over consultation {consultation} after it was "
                    + "closed, and over "
                    + $"{Who(rule).English}: close it, publish that result, and name its place in the log",
                $"la règle demande un résultat d’opinion-map/1 sur la consultation {consultation} une fois "
                    + "close, et sur "
                    + $"{Who(rule).French}\u00a0: fermez-la, publiez ce résultat, et nommez sa place dans le "
                    + "registre"));
        }

        if (output is null || Blobs.NameOf(output) != result.Output)
        {
            return new Refusal("no-output", new(
                $"the output of the result at {at} is not here: nobody could check the votes",
                $"la sortie du résultat en {at} n’est pas là\u00a0: personne ne pourrait vérifier les votes"));
        }

        return Ratification.Of(output, put.Statements).Missing(rule) is { } missing
            ? new Refusal("not-ratified", missing)
            : null;
    }

    private static Wording Who(RatificationRule rule)
    {
        string rungs = string.Join(", ", rule.Rungs);
        return rule.Rungs.Count == 0 ? new("everybody", "tout le monde")
            : new($"these rungs alone: {rungs}", $"ces échelons seuls\u00a0: {rungs}");
    }
}
