using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Contest.Petitions;

/// <summary>Why a petition takes no more signatures.</summary>
public enum PetitionEnd
{
    /// <summary>Its days are over.</summary>
    Expired,

    /// <summary>Who started it took it back, before it passed.</summary>
    Withdrawn,

    /// <summary>A facilitator stopped it, before it passed, for a reason that is public.</summary>
    Stopped,
}

/// <summary>The event of a petition that takes no more signatures; public.</summary>
/// <param name="Cause">Why.</param>
/// <param name="Reason">The facilitator's reason, in public and for ever; empty unless they stopped it.</param>
/// <param name="By">Which facilitator stopped it; null otherwise, or where whoever runs the machine did.</param>
public sealed record PetitionClosed(PetitionEnd Cause, string Reason, string? By)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "petition-closed";

    private static readonly string[] _causes = ["expired", "withdrawn", "stopped"];

    /// <summary>The word of the cause in the log and in JSON.</summary>
    public string Word => _causes[(int)Cause];

    /// <summary>The event for the log.</summary>
    /// <param name="petition">The petition's id.</param>
    /// <param name="pseudonym">Who started it, where they take it back; else null.</param>
    public Draft ToDraft(string petition, string? pseudonym) => new(Kind)
    {
        Consultation = petition,
        Pseudonym = pseudonym,
        Body = CanonicalObject.Of(body =>
        {
            body.By(By);
            body.Name("cause");
            body.Text(Word);
            if (Reason.Length > 0)
            {
                body.Name("reason");
                body.Text(Reason);
            }
        }),
    };

    /// <summary>Reads an entry of this kind; null where it is not one.</summary>
    public static PetitionClosed? Read(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind != Kind || entry.IsSealed || entry.Consultation is null)
        {
            return null;
        }

        using JsonDocument body = JsonDocument.Parse(entry.Body);
        JsonElement root = body.RootElement;
        return Array.IndexOf(_causes, root.Text("cause")) is >= 0 and int cause
            && (root.Text("reason") is { Length: > 0 } || cause != (int)PetitionEnd.Stopped)
            ? new PetitionClosed((PetitionEnd)cause, root.Text("reason") ?? "", root.Text("by"))
            : null;
    }
}
