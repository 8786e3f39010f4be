using System.Text.Json;
using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;
using Gouvernail.People;

namespace Gouvernail.Contest.Petitions;

/// <summary>The event of a petition that starts; public. What it says of itself comes sealed, right after.</summary>
/// <param name="Effect">What it does once enough people have signed.</param>
/// <param name="Automaton">The automaton that it is about; null only for a debate.</param>
/// <param name="Threshold">How many signatures it takes.</param>
/// <param name="Rung">The lowest rung whose signatures count.</param>
/// <param name="Roll">The consultation whose personal invitations and members may sign; null where anybody may.</param>
/// <param name="Until">When signatures end, to the second.</param>
public sealed record PetitionStarted(
    PetitionEffect Effect, string? Automaton, int Threshold, Rung Rung, string? Roll, DateTimeOffset Until)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "petition-started";

    /// <summary>The event for the log.</summary>
    /// <param name="petition">The petition's id.</param>
    /// <param name="pseudonym">Who starts it.</param>
    /// <param name="key">The key of its pseudonyms.</param>
    public Draft ToDraft(string petition, string pseudonym, byte[] key) => new(Kind)
    {
        Consultation = petition,
        Pseudonym = pseudonym,
        Secrets = [new Secret(Pseudonyms.SecretOf(petition), key)],
        Body = CanonicalObject.Of(body =>
        {
            if (Automaton is not null)
            {
                body.Name("automaton");
                body.Text(Automaton);
            }

            body.Name("effect");
            body.Text(Effect.Word());
            if (Roll is not null)
            {
                body.Name("roll");
                body.Text(Roll);
            }

            body.Name("rung");
            body.Text(Rung.Word());
            body.Name("threshold");
            body.Number(Threshold);
            body.Name("until");
            body.Second(Until);
        }),
    };

    /// <summary>Reads an entry of this kind; null where it is not one.</summary>
    public static PetitionStarted? Read(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind != Kind || entry.IsSealed || entry.Consultation is null || entry.Pseudonym is null)
        {
            return null;
        }

        using JsonDocument body = JsonDocument.Parse(entry.Body);
        JsonElement root = body.RootElement;
        return PetitionEffects.Of(root.Text("effect")) is { } effect
            && (root.Text("automaton") is { Length: > 0 } || !effect.NamesAutomaton())
            && root.Whole("threshold") is >= 1 and int threshold
            && Rungs.Of(root.Text("rung")) is { } rung && root.Second("until") is { } until
            ? new PetitionStarted(effect, root.Text("automaton"), threshold, rung, root.Text("roll"), until)
            : null;
    }
}
