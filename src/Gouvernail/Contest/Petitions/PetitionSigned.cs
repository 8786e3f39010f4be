using System.Text.Json;
using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;

namespace Gouvernail.Contest.Petitions;

/// <summary>The event of a signature. Everybody may open what it seals, until the person has it erased.</summary>
/// <param name="Rung">How sure it is that whoever signed is one person.</param>
public readonly record struct PetitionSigned(Rung Rung)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "petition-signed";

    /// <summary>The event for the log.</summary>
    public Draft ToDraft(string petition, string pseudonym)
    {
        string word = Rung.Word();
        return new Draft(Kind)
        {
            Consultation = petition,
            Pseudonym = pseudonym,
            Payload = CanonicalObject.Of(payload =>
            {
                payload.Name("rung");
                payload.Text(word);
            }),
        };
    }

    /// <summary>Reads a payload; null where it is not there, or is not one of a signature.</summary>
    public static PetitionSigned? Read(ReadOnlyMemory<byte> payload)
    {
        if (payload.IsEmpty)
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(payload);
        return Rungs.Of(document.RootElement.Text("rung")) is { } rung ? new PetitionSigned(rung) : null;
    }
}
