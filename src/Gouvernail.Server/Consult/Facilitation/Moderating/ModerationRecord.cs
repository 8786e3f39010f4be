using Gouvernail.Choice;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Live;

namespace Gouvernail.Server.Consult.Facilitation.Moderating;

/// <summary>Every decision on a consultation's statements, for everybody to read.</summary>
/// <param name="Id">The consultation's id.</param>
/// <param name="Topic">The question.</param>
/// <param name="IsStrict">True where statements are shown only once they were accepted.</param>
/// <param name="Lines">The decisions of this page, in the order of the log.</param>
/// <param name="Count">How many there are in all.</param>
/// <param name="Page">The page, from 1.</param>
public sealed record ModerationRecord(
    string Id, string Topic, bool IsStrict, IReadOnlyList<RecordLine> Lines, int Count, int Page)
{
    /// <summary>Decisions on a page.</summary>
    public const int PageSize = 100;

    /// <summary>A decision with as much of its statement as may be shown now.</summary>
    internal static RecordLine LineOf(StatementDecision decision, ConsultationView view)
    {
        ListedStatement? statement = view.Find(decision.Decided.Statement);
        TextShown shown = statement is null ? TextShown.Erased
            : statement.Decision.Moderation == Moderation.Rejected ? TextShown.Behind
            // Back among those not decided on: a strict consultation keeps them to itself.
            : view.IsShown(statement) ? TextShown.Plain
            : TextShown.Waiting;
        return new RecordLine(decision, shown is TextShown.Plain or TextShown.Behind ? statement!.Text : "", shown);
    }
}

/// <summary>How a statement's text stands in the record.</summary>
public enum TextShown
{
    /// <summary>As participants see it.</summary>
    Plain,

    /// <summary>Set aside: for who asks to see it.</summary>
    Behind,

    /// <summary>Not decided on any more, and not shown to anybody yet.</summary>
    Waiting,

    /// <summary>Erased; only that it was there is left.</summary>
    Erased,
}

/// <summary>A decision in the record.</summary>
/// <param name="Decision">The decision, at its place in the log.</param>
/// <param name="Text">The statement; empty where it may not be shown.</param>
/// <param name="Shown">How the text stands.</param>
public sealed record RecordLine(StatementDecision Decision, string Text, TextShown Shown);
