using System.Globalization;
using System.Text.Json;
using Gouvernail.Mandate.Clauses;

namespace Gouvernail.Mandate.Adoption;

/// <summary>How a consultation has answered the clauses that were put to it.</summary>
/// <param name="Participants">How many people are in the groups.</param>
/// <param name="Clauses">The votes on each clause, group by group; null where the result knows no such statement.
/// </param>
public sealed record Ratification(long Participants, IReadOnlyList<(string Clause, Support? Support)> Clauses)
{
    /// <summary>Reads it from the output of the consultation's result.</summary>
    /// <param name="output">The output, JSON of <c>opinion-map/1</c>.</param>
    /// <param name="statements">The statement of each clause.</param>
    public static Ratification Of(
        ReadOnlyMemory<byte> output, IReadOnlyList<(string Clause, string Statement)> statements)
    {
        ArgumentNullException.ThrowIfNull(statements);
        using JsonDocument document = JsonDocument.Parse(output);
        long grouped = document.RootElement.TryGetProperty("grouped", out JsonElement count)
            && count.TryGetInt64(out long number) ? number : 0;
        return new Ratification(grouped, [.. statements.Select(pair =>
            (pair.Clause, Support.Of(document.RootElement, pair.Statement)))]);
    }

    /// <summary>Why the rule is not met; null where it is.</summary>
    public Wording? Missing(RatificationRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (Participants < rule.Participants)
        {
            return new(
                $"{Participants} people are in the groups, and the rule asks for {rule.Participants}",
                $"{Participants} personnes sont dans les groupes, et la règle en demande {rule.Participants}");
        }

        foreach ((string clause, Support? support) in Clauses)
        {
            if (support is null || support.Groups.Count == 0)
            {
                return new(
                    $"no group has voted on clause {clause}", $"aucun groupe n’a voté sur la clause {clause}");
            }

            if (support.Agree < rule.Share * support.Seen)
            {
                return TooFew(
                    new($"clause {clause}", $"clause {clause}"), support.Agree, support.Seen, rule.Share);
            }

            foreach (GroupSupport group in support.Groups.Where(g => g.Size >= rule.SmallestGroup * Participants))
            {
                if (group.Seen == 0 || group.Agree < rule.Share * group.Seen)
                {
                    char letter = (char)('A' + (group.Group % 26));
                    return TooFew(
                        new($"clause {clause}: in group {letter}", $"clause {clause}\u00a0: dans le groupe {letter}"),
                        group.Agree, group.Seen, rule.Share);
                }
            }
        }

        return null;
    }

    private static Wording TooFew(Wording where, long agree, long seen, double share) => new(
        $"{where.English}, {agree} of {seen} agree, and the rule asks for a share of "
            + share.ToString("0.###", CultureInfo.InvariantCulture),
        $"{where.French}, {agree} sur {seen} sont d’accord, et la règle demande une part de "
            + share.ToString("0.###", CultureInfo.InvariantCulture).Replace('.', ','));
}
