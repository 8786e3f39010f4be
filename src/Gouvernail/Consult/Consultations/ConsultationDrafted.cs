using Gouvernail.Journals;
using Gouvernail.People;

namespace Gouvernail.Consult.Consultations;

/// <summary>
/// The event of a consultation that is being prepared, and of each change to it before it opens. Sealed: a first draft
/// may hold what should not be public for ever.
/// </summary>
/// <param name="Plan">How it would open.</param>
public sealed record ConsultationDrafted(ConsultationOpened Plan)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "consultation-drafted";

    /// <summary>The event for the log.</summary>
    /// <param name="consultation">Its id.</param>
    /// <param name="key">The key of its pseudonyms, with the first draft; null afterwards.</param>
    public Draft ToDraft(string consultation, byte[]? key) => new(Kind)
    {
        Consultation = consultation,
        Secrets = key is null ? [] : [new Secret(Pseudonyms.SecretOf(consultation), key)],
        Payload = CanonicalObject.Of(Plan.Write),
    };

    /// <summary>Reads a payload; null where it is not there, or is not one of a draft.</summary>
    public static ConsultationDrafted? Read(ReadOnlyMemory<byte> payload) =>
        !payload.IsEmpty && ConsultationOpened.Read(payload) is { } plan ? new ConsultationDrafted(plan) : null;
}
