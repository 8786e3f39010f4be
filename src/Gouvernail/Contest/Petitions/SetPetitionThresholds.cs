using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;

namespace Gouvernail.Contest.Petitions;

/// <summary>Asks to set the thresholds of the petitions to come; those that run keep theirs.</summary>
/// <param name="Thresholds">Which.</param>
public sealed record SetPetitionThresholds(PetitionThresholdsSet Thresholds)
{
    /// <summary>Decides.</summary>
    /// <param name="consultations">The consultations, one of which may be the roll.</param>
    /// <param name="act">What is asked for.</param>
    public static Decision Decide(ConsultationList consultations, SetPetitionThresholds act)
    {
        ArgumentNullException.ThrowIfNull(consultations);
        ArgumentNullException.ThrowIfNull(act);
        PetitionThresholdsSet set = act.Thresholds;
        return set.Signatures.Values.Any(n => n is < 1 or > PetitionThresholdsSet.MostSignatures)
            || set.Signatures.Count == 0
                ? Decision.Refuse("threshold-number", new(
                    $"a threshold is a number of signatures, 1 to {PetitionThresholdsSet.MostSignatures}, for one "
                        + "effect at least",
                    $"un seuil est un nombre de signatures, de 1 à {PetitionThresholdsSet.MostSignatures}, pour un "
                        + "effet au moins"))
            : set.Days is < 1 or > PetitionThresholdsSet.MostDays ? Decision.Refuse("petition-days", new(
                $"a petition runs for 1 to {PetitionThresholdsSet.MostDays} days",
                $"une pétition court de 1 à {PetitionThresholdsSet.MostDays} jours"))
            : !PetitionThresholdsSet.IsRung(set.Rung) ? Decision.Refuse("petition-rung", new(
                "signatures count from the rung open, code or member on",
                "les signatures comptent à partir de l’échelon ouvert (open), code ou membre (member)"))
            : set.Roll is null
                ? set.Rung == Rung.Open ? Decision.Log(set.ToDraft()) : Decision.Refuse("no-roll", new(
                    "name the consultation whose invitations or members may sign, or let every device sign",
                    "nommez la consultation dont les invités ou les membres peuvent signer, ou laissez signer tout "
                        + "appareil"))
            : PetitionRefusals.CheckRoll(consultations, set.Roll) ?? Decision.Log(set.ToDraft());
    }
}
