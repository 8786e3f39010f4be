namespace Gouvernail.Tests.Aggregate.OpinionMaps;

internal static class SampleSentences
{
    public static readonly string[] English =
    [
        "A person, not a machine, must sign every decision that refuses someone a right.",
        "The town should buy no AI system whose makers refuse an independent audit.",
        "Residents’ letters may be sorted by an AI, if an agent reads them all the same.",
        "Cameras that recognise faces have no place in our streets.",
        "This sentence is rejected below.",
        "Anyone may ask to be served without AI, at the same price and in the same time.",
        "Machine translation at the town hall helps more people than it harms.",
        "This consultation asks the right questions.",
        "An AI may draft the minutes of the council, and the council corrects them.",
        "Buses should follow routes computed from how people really travel.",
        "The energy that each AI system uses must be published every year.",
        "Pupils should learn to do without AI before learning to work with it.",
        "This service should not use AI at all.",
        "An AI that answers the telephone must say so at once.",
        "The town should share one AI with its neighbours rather than rent one alone.",
        "What an AI did for me must be shown to me when I ask, in plain words, with the name of the person who answers "
            + "for it and the way to contest it before someone independent.",
        "Jobs that AI makes easier should be shortened, not cut.",
        "Crèche places may be allotted by a published formula, not by an AI.",
        "Our data must stay on machines that the town owns.",
        "Innovation first: rules can follow once we know what works.",
        "AI should help to detect leaks in the water network.",
        "Elected members should be trained before they vote a budget for AI.",
        "Doctors may be helped by AI if the patient agrees.",
        "The police may use AI to search recorded images after a serious crime.",
        "A lottery of residents should be able to switch any AI off.",
        "Free software should be preferred when two systems are equal.",
        "AI costs too much for a town like ours.",
        "I trust an AI more than an office that never answers.",
        "Nobody should be refused a home because of a score.",
        "We should try one system for a year, then vote on it again.",
    ];

    public static readonly string[] French =
    [
        "Une personne, et non une machine, doit signer toute décision qui refuse un droit à quelqu’un.",
        "La commune ne doit acheter aucun système d’IA dont les auteurs refusent un audit indépendant.",
        "Le courrier des habitants peut être trié par une IA, si un agent le lit tout de même.",
        "Les caméras qui reconnaissent les visages n’ont pas leur place dans nos rues.",
        "Cette phrase est rejetée plus bas.",
        "Chacun peut demander à être servi sans IA, au même prix et dans le même délai.",
        "La traduction automatique à la mairie aide plus de gens qu’elle n’en dessert.",
        "Cette consultation pose les bonnes questions.",
        "Une IA peut rédiger le compte rendu du conseil, et le conseil le corrige.",
        "Les bus devraient suivre des lignes calculées d’après les déplacements réels.",
        "L’énergie que consomme chaque système d’IA doit être publiée chaque année.",
        "Les élèves devraient apprendre à se passer de l’IA avant d’apprendre à s’en servir.",
        "Ce service ne devrait pas utiliser d’IA du tout.",
        "Une IA qui répond au téléphone doit le dire aussitôt.",
        "La commune devrait partager une IA avec ses voisines plutôt que d’en louer une seule.",
        "Ce qu’une IA a fait pour moi doit m’être montré quand je le demande, en mots simples, avec le nom de la "
            + "personne qui en répond et le moyen de le contester devant un tiers indépendant.",
        "Les métiers que l’IA rend plus faciles devraient être raccourcis, pas supprimés.",
        "Les places en crèche peuvent être attribuées par une formule publiée, pas par une IA.",
        "Nos données doivent rester sur des machines qui appartiennent à la commune.",
        "L’innovation d’abord : les règles viendront quand on saura ce qui marche.",
        "L’IA devrait aider à repérer les fuites du réseau d’eau.",
        "Les élus devraient être formés avant de voter un budget pour l’IA.",
        "Les médecins peuvent être aidés par une IA si le patient est d’accord.",
        "La police peut se servir de l’IA pour chercher dans des images après un crime grave.",
        "Des habitants tirés au sort devraient pouvoir arrêter n’importe quelle IA.",
        "À qualité égale, il faut préférer le logiciel libre.",
        "L’IA coûte trop cher pour une commune comme la nôtre.",
        "J’ai plus confiance dans une IA que dans un guichet qui ne répond jamais.",
        "Personne ne devrait se voir refuser un logement à cause d’une note.",
        "Essayons un système pendant un an, puis votons de nouveau.",
    ];
}
