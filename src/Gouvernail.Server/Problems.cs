namespace Gouvernail.Server;

/// <summary>The problems that every part of the server may answer, and the refusals that have a status of their own.
/// </summary>
internal static class Problems
{
    public static readonly Problem BadRequest = new("bad-request", 400,
        new("This was not understood", "Cela n’a pas été compris"),
        new("Something in the request is missing or is not what it should be. Go back and try again.",
            "Quelque chose manque dans la demande, ou n’est pas ce qu’il faudrait. Revenez en arrière et réessayez."));

    public static readonly Problem Antiforgery = new("antiforgery", 400,
        new("This form is too old, or is not ours", "Ce formulaire est trop ancien, ou n’est pas le nôtre"),
        new("Nothing was recorded. Go back, load the page again, then send the form; cookies have to be allowed.",
            "Rien n’a été enregistré. Revenez en arrière, rechargez la page, puis renvoyez le formulaire\u00a0; il "
                + "faut accepter les cookies."));

    public static readonly Problem Forbidden = new("forbidden", 403,
        new("This is not for you to do", "Vous ne pouvez pas faire cela"),
        new("It takes a right that this device does not have.", "Il y faut un droit que cet appareil n’a pas."));

    public static readonly Problem NotFound = new("not-found", 404,
        new("There is nothing here", "Il n’y a rien ici"),
        new("The address may be mistyped, or what it named is gone.",
            "L’adresse est peut-être mal écrite, ou ce qu’elle désignait n’est plus là."));

    public static readonly Problem Method = new("method", 405,
        new("This is not the method for it", "Ce n’est pas la bonne méthode"),
        new("This address takes another kind of request.", "Cette adresse prend un autre genre de requête."));

    public static readonly Problem Refused = new("refused", 409,
        new("This was refused", "Cela a été refusé"),
        new("The community's rules, or what happened meanwhile, do not allow it. Nothing was recorded.",
            "Les règles de la communauté, ou ce qui s’est passé entre-temps, ne le permettent pas. Rien n’a été "
                + "enregistré."));

    public static readonly Problem TooLarge = new("too-large", 413,
        new("This is too much at once", "C’est trop à la fois"),
        new("Send less.", "Envoyez-en moins."));

    public static readonly Problem TooMany = new("too-many-requests", 429,
        new("Too many requests", "Trop de requêtes"),
        new("Many requests came from your network in a short time. Wait a little, then try again.",
            "Beaucoup de requêtes sont venues de votre réseau en peu de temps. Attendez un peu, puis réessayez."));

    public static readonly Problem Defect = new("defect", 500,
        new("Something broke here", "Quelque chose s’est cassé ici"),
        new("It is our fault, not yours. Try again later, and tell those who run this site.",
            "C’est notre faute, pas la vôtre. Réessayez plus tard, et prévenez ceux qui tiennent ce site."));

    public static readonly Problem Unavailable = new("log-unavailable", 503,
        new("The log cannot be written now", "Le registre ne peut pas être écrit pour l’instant"),
        new("Nothing that was recorded is lost. Those who run this site have to look at the machine.",
            "Rien de ce qui était enregistré n’est perdu. Ceux qui tiennent ce site doivent regarder la machine."));

    public static readonly Problem Ticket = new("ticket-expired", 403,
        new("This visit has come to an end", "Cette visite a pris fin"),
        new("The site that shows this page vouches for you for a while, and that time is over. Load its page again.",
            "Le site qui montre cette page se porte garant de vous pour un temps, et ce temps est passé. Rechargez sa "
                + "page."));

    public static readonly Problem NoDevice = new("no-device", 401,
        new("This program is not known", "Ce programme n’est pas connu"),
        new("Ask POST /api/devices once, keep the text that it gives, and send it as Authorization: Device TEXT.",
            "Demandez une fois POST /api/devices, gardez le texte reçu, et envoyez-le par Authorization: Device "
                + "TEXTE."));

    public static readonly Problem CrossSite = new("cross-site", 403,
        new("This was sent by another site", "Cela vient d’un autre site"),
        new("Pages of other sites change nothing here.", "Les pages d’autres sites ne changent rien ici."));

    public static readonly Problem NotJson = new("not-json", 415,
        new("This is not JSON", "Ce n’est pas du JSON"),
        new("Send it as application/json.", "Envoyez-le en application/json."));

    public static readonly Problem NoCode = new("no-such-code", 403,
        new("This code lets nobody in", "Ce code n’ouvre pas"),
        new("It is mistyped, was revoked, or has expired.", "Il est mal écrit, a été révoqué, ou a expiré."));

    public static readonly Problem Near = new("near-duplicates", 409,
        new("Others nearly say this", "D’autres le disent presque"),
        new("Vote on one of them; or send it again with evenIfNear where none says it.",
            "Votez sur l’un d’eux\u00a0; ou renvoyez avec evenIfNear si aucun ne le dit."));

    public static readonly Problem ResultsHidden = new("results-hidden", 409,
        new("The results are not shown yet", "Les résultats ne sont pas encore montrés"),
        new("This consultation said that its results are shown once it is closed, to nobody before.",
            "Cette consultation a dit montrer ses résultats une fois close, et à personne avant."));

    public static readonly Problem VotesNotPublished = new("votes-not-published", 409,
        new("The votes are not published", "Les votes ne sont pas publiés"),
        new("This consultation said that it does not publish who voted what, not even without names.",
            "Cette consultation a dit ne pas publier qui a voté quoi, même sans les noms."));

    public static readonly Problem StatementsNotPublished = new("statements-not-published", 409,
        new("The statements are not published", "Les énoncés ne sont pas publiés"),
        new("This consultation said that it does not publish its statements as a file.",
            "Cette consultation a dit ne pas publier ses énoncés en fichier."));

    public static readonly Problem Computing = new("computing", 503,
        new("The results are being computed", "Les résultats sont en cours de calcul"),
        new("Many votes take some time. Ask again in a moment.",
            "Beaucoup de votes prennent du temps. Redemandez dans un instant."));

    public static readonly Problem NoConsultation = new("no-such-consultation", 404,
        new("There is no such consultation", "Cette consultation n’existe pas"), NotFound.Meaning);

    private static readonly Problem _clock = new("clock-behind", 503,
        new("This machine's clock is wrong", "L’horloge de cette machine est fausse"), Unavailable.Meaning);

    public static readonly Problem NoStatement = new("no-such-statement", 404,
        new("There is no such statement", "Cet énoncé n’existe pas"), NotFound.Meaning);

    private static readonly Problem _tooQuick = new("too-quick", 429,
        new("This was very quick", "C’était très rapide"),
        new("One person can send so many votes and statements in a short time, and no more. Wait a minute, then send "
            + "it again.",
            "Une personne peut envoyer tant de votes et d’énoncés en peu de temps, et pas plus. Attendez une minute, "
                + "puis renvoyez."));

    public static readonly Problem NoPetition = new("no-such-petition", 404,
        new("There is no such petition", "Cette pétition n’existe pas"), NotFound.Meaning);

    public static readonly Problem GateRefused = new("gate-refused", 403,
        new("The gate refuses it", "Le portail le refuse"),
        new("This automaton may not run: a rule of its mandates or of its class does not hold. Each is named.",
            "Cet automate ne peut fonctionner\u00a0: une règle de ses mandats ou de sa classe ne tient pas. Chacune "
                + "est nommée."));

    public static readonly Problem NoVerificationResult = new("no-verification-result", 404,
        new("There is no verification result", "Il n’y a pas de résultat de vérification"),
        new("That format can only say yes, and the gate says no; the decision says why.",
            "Ce format ne sait dire que oui, et le portail dit non\u00a0; la décision dit pourquoi."));

    public static readonly Problem NoAutomaton = new("no-such-automaton", 404,
        new("There is no such automaton", "Cet automate n’existe pas"), NotFound.Meaning);

    private static readonly Problem[] _all =
    [
        BadRequest, Antiforgery, Forbidden, NotFound, Method, Refused, TooLarge, TooMany, Defect, Unavailable, Ticket,
        NoDevice, CrossSite, NotJson, NoCode, Near,
        NoConsultation, NoStatement, NoPetition, NoAutomaton, _tooQuick, _clock,
        ResultsHidden, VotesNotPublished, StatementsNotPublished, Computing, GateRefused, NoVerificationResult,
    ];

    /// <summary>All that are documented.</summary>
    public static IReadOnlyList<Problem> All => _all;

    /// <summary>The problem of a code; null where it is not documented.</summary>
    public static Problem? TryGet(string code) => Array.Find(_all, problem => problem.Code == code);

    /// <summary>The problem of an HTTP status that came without a word.</summary>
    public static Problem OfStatus(int status) => Array.Find(_all, problem => problem.Status == status)
        ?? (status >= 500 ? Defect : BadRequest with { Status = status });
}
