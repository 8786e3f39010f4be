using Gouvernail.Journals;

namespace Gouvernail.Consult.Consultations;

/// <summary>What acts on consultations are refused for, in one wording each.</summary>
internal static class Refusals
{
    public static Decision NoConsultation(string id) => Decision.Refuse("no-such-consultation", new(
        $"there is no consultation {id} in this log", $"il n’y a pas de consultation {id} dans ce registre"));

    public static Decision NoStatement(string id) => Decision.Refuse("no-such-statement", new(
        $"there is no statement {id} in this consultation", $"il n’y a pas d’énoncé {id} dans cette consultation"));

    public static Decision NotOpen(Stage stage) => stage switch
    {
        Stage.Draft => Decision.Refuse("not-open", new(
            "this consultation has not opened yet", "cette consultation n’est pas encore ouverte")),
        Stage.Paused => Decision.Refuse("paused", new(
            "this consultation is paused; what you sent was not recorded",
            "cette consultation est en pause\u00a0; ce que vous avez envoyé n’a pas été enregistré")),
        Stage.Archived => Decision.Refuse("archived", new(
            "this consultation is archived: nothing links its votes to people any more, and nothing can be added",
            "cette consultation est archivée\u00a0: plus rien ne relie ses votes à des personnes, et rien ne s’y "
                + "ajoute")),
        _ => Decision.Refuse("closed", new(
            "this consultation is closed; what you sent was not recorded",
            "cette consultation est close\u00a0; ce que vous avez envoyé n’a pas été enregistré")),
    };

    public static Decision NotAdmitted() => Decision.Refuse("not-admitted", new(
        "this consultation is for those who were invited: use the link or the code that you were sent",
        "cette consultation s’adresse à ceux qui y sont invités\u00a0: utilisez le lien ou le code reçu"));

    public static Decision NoReason(int longest) => Decision.Refuse("no-reason", new(
        $"give a reason, of at most {longest} characters: it is public",
        $"donnez une raison, de {longest} caractères au plus\u00a0: elle est publique"));
}
