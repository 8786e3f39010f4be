using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Contest.Petitions;

/// <summary>The event of the consultation that a petition has opened by passing; public.</summary>
/// <param name="Debate">The consultation's id.</param>
public sealed record PetitionDebated(string Debate)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "petition-debated";

    /// <summary>The event for the log.</summary>
    public Draft ToDraft(string petition) => new(Kind)
    {
        Consultation = petition,
        Body = CanonicalObject.Of(body =>
        {
            body.Name("debate");
            body.Text(Debate);
        }),
    };

    /// <summary>Reads an entry of this kind; null where it is not one.</summary>
    public static PetitionDebated? Read(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind != Kind || entry.IsSealed || entry.Consultation is null)
        {
            return null;
        }

        using JsonDocument body = JsonDocument.Parse(entry.Body);
        return body.RootElement.Text("debate") is { Length: > 0 } debate ? new PetitionDebated(debate) : null;
    }
}
