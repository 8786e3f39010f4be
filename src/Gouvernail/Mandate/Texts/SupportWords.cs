using Gouvernail.Mandate.Clauses;

namespace Gouvernail.Mandate.Texts;

/// <summary>The votes behind a clause in a reader's words.</summary>
public static class SupportWords
{
    /// <summary>Everybody's votes on a statement, then those of each group.</summary>
    public static IReadOnlyList<Wording> Of(Support support)
    {
        ArgumentNullException.ThrowIfNull(support);
        return
        [
            Shown.Said(new("Everybody", "Tout le monde"), Counts(support.Agree, support.Disagree, support.Seen)),
            .. support.Groups.Select(group => Shown.Said(
                GroupOf(group.Group), Counts(group.Agree, group.Disagree, group.Seen))),
        ];
    }

    /// <summary>What a group is called.</summary>
    public static Wording GroupOf(int group) =>
        new($"Group {Shown.Letter(group)}", $"Groupe {Shown.Letter(group)}");

    /// <summary>The share of agreement, to a whole per cent.</summary>
    public static Wording ShareOf(long agree, long seen) => Shown.Share(agree, seen);

    /// <summary>How many of those who voted agree.</summary>
    private static Wording Counts(long agree, long disagree, long seen)
    {
        if (seen == 0)
        {
            return new("nobody voted on it", "personne n’a voté dessus");
        }

        Wording share = Shown.Share(agree, seen);
        return new(
            $"{agree} of {seen} agree ({share.English}), {disagree} disagree",
            $"{agree} sur {seen} sont d’accord ({share.French}), {disagree} pas d’accord");
    }
}
