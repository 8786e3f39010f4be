using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;

namespace Gouvernail.Contest.Petitions;

/// <summary>What acts on petitions are refused for, in one wording each.</summary>
internal static class PetitionRefusals
{
    public static Decision NoPetition(string id) => Decision.Refuse("no-such-petition", new(
        $"there is no petition {id} in this log", $"il n’y a pas de pétition {id} dans ce registre"));

    public static Decision NotYours() => Decision.Refuse("not-the-starter", new(
        "only who started the petition can do this", "seul qui a lancé la pétition peut le faire"));

    public static Decision PassedAlready() => Decision.Refuse("passed-already", new(
        "this petition has passed: what it decided stands",
        "cette pétition a abouti\u00a0: ce qu’elle a décidé tient"));

    /// <summary>The refusal of a roll that nobody could sign from; null where people can.</summary>
    public static Decision? CheckRoll(ConsultationList consultations, string roll) =>
        !consultations.TryGet(roll, out Consultation? found) ? Decision.Refuse("no-such-consultation", new(
            $"there is no consultation {roll} in this log", $"il n’y a pas de consultation {roll} dans ce registre"))
        : found.Stage is Stage.Draft or Stage.Archived ? Decision.Refuse("no-roll", new(
            $"consultation {roll} is a draft or archived: nobody is known by its invitations",
            $"la consultation {roll} est un brouillon ou archivée\u00a0: ses invitations ne font reconnaître personne"))
        : null;

    /// <summary>The refusal of an act on a petition that takes no more signatures; null where it takes some.</summary>
    public static Decision? CheckOpen(Petition petition, DateTimeOffset now) => petition.Closed?.Cause switch
    {
        PetitionEnd.Withdrawn => Decision.Refuse("petition-withdrawn", new(
            "who started this petition has taken it back", "qui a lancé cette pétition l’a retirée")),
        PetitionEnd.Stopped => Decision.Refuse("petition-stopped", new(
            $"a facilitator stopped this petition; their reason: {petition.Closed.Reason}",
            $"un animateur a arrêté cette pétition\u00a0; sa raison\u00a0: {petition.Closed.Reason}")),
        null when now < petition.Started.Until => null,
        _ => Decision.Refuse("petition-ended", new(
            "the days of this petition are over", "le temps de cette pétition est écoulé")),
    };

    /// <summary>The refusal of somebody who stands too low on the ladder; null where their signature counts.</summary>
    public static Decision? CheckRung(Rung required, string? roll, Rung rung) =>
        rung >= required ? null
        : required == Rung.Member ? Decision.Refuse("not-on-the-roll", new(
            $"only signatures of people on the list of consultation {roll} count here: use the personal link that "
                + "you were sent",
            $"seules comptent ici les signatures des personnes de la liste de la consultation {roll}\u00a0: utilisez "
                + "le lien personnel reçu"))
        : Decision.Refuse("not-on-the-roll", new(
            $"only signatures of people with a personal invitation to consultation {roll} count here: use the link or "
                + "the code that you were sent",
            "seules comptent ici les signatures des personnes qui ont une invitation personnelle à la consultation "
                + $"{roll}\u00a0: utilisez le lien ou le code reçu"));
}
