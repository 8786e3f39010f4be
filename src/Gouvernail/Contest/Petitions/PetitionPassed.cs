using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Contest.Petitions;

/// <summary>The event of a petition that enough people have signed; public, and once a petition.</summary>
/// <param name="Effect">What it does.</param>
/// <param name="Signatures">How many people had signed.</param>
public sealed record PetitionPassed(PetitionEffect Effect, int Signatures)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "petition-passed";

    /// <summary>The event for the log.</summary>
    public Draft ToDraft(string petition) => new(Kind)
    {
        Consultation = petition,
        Body = CanonicalObject.Of(body =>
        {
            body.Name("effect");
            body.Text(Effect.Word());
            body.Name("signatures");
            body.Number(Signatures);
        }),
    };

    /// <summary>Reads an entry of this kind; null where it is not one.</summary>
    public static PetitionPassed? Read(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind != Kind || entry.IsSealed || entry.Consultation is null)
        {
            return null;
        }

        using JsonDocument body = JsonDocument.Parse(entry.Body);
        return PetitionEffects.Of(body.RootElement.Text("effect")) is { } effect
            && body.RootElement.Whole("signatures") is >= 1 and int signatures
            ? new PetitionPassed(effect, signatures)
            : null;
    }
}
