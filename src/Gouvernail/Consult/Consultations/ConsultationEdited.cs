using Gouvernail.Journals;

namespace Gouvernail.Consult.Consultations;

/// <summary>The event of a change to an open consultation, before anybody has voted; public.</summary>
/// <param name="Plan">How it stands from now on, whole.</param>
public sealed record ConsultationEdited(ConsultationOpened Plan)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "consultation-edited";

    /// <summary>The event for the log.</summary>
    public Draft ToDraft(string consultation) => new(Kind)
    {
        Consultation = consultation,
        Body = CanonicalObject.Of(Plan.Write),
    };

    /// <summary>Reads an entry of this kind; null where it is not one.</summary>
    public static ConsultationEdited? Read(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Kind == Kind && !entry.IsSealed && ConsultationOpened.Read(entry.Body) is { } plan
            ? new ConsultationEdited(plan)
            : null;
    }
}
