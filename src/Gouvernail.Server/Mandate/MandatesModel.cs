using Gouvernail.Mandate.Adoption;
using Gouvernail.Mandate.Clauses;
using Gouvernail.Mandate.Mandates;
using Gouvernail.Mandate.Texts;

namespace Gouvernail.Server.Mandate;

/// <summary>Every mandate, and first of all what automata are for here.</summary>
/// <param name="Allowed">The purposes that mandates in force allow.</param>
/// <param name="Forbidden">Those that they forbid.</param>
/// <param name="Mandates">The mandates, the last begun first.</param>
/// <param name="Rule">The rule of adoption in force; null where there is none.</param>
/// <param name="RuleAt">Its place in the log.</param>
public sealed record MandatesModel(
    IReadOnlyList<PurposeLine> Allowed,
    IReadOnlyList<PurposeLine> Forbidden,
    IReadOnlyList<MandateLine> Mandates,
    AdoptionRule? Rule,
    long? RuleAt)
{
    /// <summary>Those in some states.</summary>
    public IReadOnlyList<MandateLine> In(params ReadOnlySpan<MandateState> states)
    {
        var found = new List<MandateLine>();
        foreach (MandateLine line in Mandates)
        {
            if (states.Contains(line.State))
            {
                found.Add(line);
            }
        }

        return found;
    }

    /// <summary>What there is to show.</summary>
    internal static MandatesModel Of(Community community, DateTimeOffset now)
    {
        MandateBook book = community.MandateBook;
        return new MandatesModel(
            MandateTexts.Purposes(book, now, clause => clause.Allowed),
            MandateTexts.Purposes(book, now, clause => clause.Forbidden),
            [.. book.Mandates.Reverse().Select(mandate => MandateLine.Of(mandate, now))],
            book.Rule is { } at ? book.Rules[at].Rule : null,
            book.Rule);
    }
}

/// <summary>A purpose that a mandate in force allows or forbids.</summary>
/// <param name="Purpose">The purpose; <c>*</c> for every one.</param>
/// <param name="Mandate">The mandate's id.</param>
/// <param name="Title">What the mandate is called.</param>
/// <param name="Clause">The clause that says so.</param>
public sealed record PurposeLine(string Purpose, string Mandate, string Title, PurposeClause Clause);

/// <summary>A mandate in the list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">The version that counts.</param>
/// <param name="State">Where it is in its life.</param>
/// <param name="Amendment">A later version that is being written or put to adoption; null for none.</param>
/// <param name="Revoked">Why it was taken back; null where it was not.</param>
public sealed record MandateLine(
    string Id, MandateVersion Version, MandateState State, MandateState? Amendment, Revocation? Revoked)
{
    internal static MandateLine Of(MandateHistory mandate, DateTimeOffset now)
    {
        MandateVersion counts = mandate.Adopted ?? mandate.Last;
        return new MandateLine(
            mandate.Id, counts, mandate.StateAt(now),
            mandate.Last != counts && mandate.Revoked is null ? mandate.StateAt(mandate.Last, now) : null,
            mandate.Revoked);
    }
}
