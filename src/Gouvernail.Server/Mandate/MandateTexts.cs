using Gouvernail.Consult.Live;
using Gouvernail.Mandate.Clauses;
using Gouvernail.Mandate.Mandates;
using Gouvernail.Mandate.Texts;

namespace Gouvernail.Server.Mandate;

/// <summary>Mandates as visitors may see them.</summary>
internal static class MandateTexts
{
    /// <summary>The text of a statement that visitors see; null for any other.</summary>
    public static string? TextOf(Community community, string consultation, string statement) =>
        community.Live.TryGet(consultation, out LiveConsultation? live) && live.View() is var view
        && view.Find(statement) is { } found && view.IsShown(found) && found.Text.Length > 0
            ? found.Text
            : null;

    /// <summary>A version with what is known around it.</summary>
    public static MandateReport ReportOf(
        Community community, MandateBook book, MandateHistory mandate, MandateVersion version, DateTimeOffset now) =>
        MandateReport.Of(book, mandate, version, now) with
        {
            TextOf = (consultation, statement) => TextOf(community, consultation, statement),
        };

    /// <summary>What automata are for, or not for, by the mandates in force; each purpose once a mandate.</summary>
    public static IReadOnlyList<PurposeLine> Purposes(
        MandateBook book, DateTimeOffset now, Func<PurposeClause, IEnumerable<string>> of) =>
    [
        .. from version in book.InForce(now)
           from clause in version.Document.Clauses.OfType<PurposeClause>()
           from purpose in of(clause)
           select new PurposeLine(purpose, version.Document.Id, version.Document.Title, clause),
    ];
}
