namespace Gouvernail.Aggregate.OpinionMaps;

internal sealed partial record ReportText
{
    // Written with plain spaces and straight apostrophes: Fr sets those of French typography.
    public static ReportText French { get; } = new()
    {
        Tag = "fr",
        Numbers = Numerals.French,
        Quote = text => $"«\u00A0{text}\u00A0»",
        LabelAndValue = (label, value) => $"{label}\u00A0: {value}",

        Kind = "Carte des opinions",
        Untitled = "Une consultation sans titre",
        NoText = Fr("(les fichiers ne donnent pas le texte de cet énoncé)"),
        StatementNumber = id => $"nº\u00A0{id}",
        Turnout = (people, votes, statements) => Fr(
            $"{N(people, "personne a", "personnes ont")} exprimé {N(votes, "vote", "votes")} sur "
            + $"{N(statements, "énoncé", "énoncés")}."),
        RejectedNote = rejected => Fr(rejected == 1
            ? "Les animateurs ont rejeté un énoncé : il n'est pas montré ici."
            : $"Les animateurs ont rejeté {Numerals.French.Count(rejected)} énoncés : ils ne sont pas montrés ici."),
        GroupedNote = (grouped, people) => Fr(grouped == 0
            ? "Personne n'a pu être placé dans un groupe."
            : grouped == people
                ? "Toutes sont placées dans un groupe."
                : (grouped == 1
                    ? "Une seule d'entre elles est placée dans un groupe ; "
                    : $"{Numerals.French.Count(grouped)} d'entre elles sont placées dans un groupe ; ")
                    + "les votes des autres comptent dans les totaux."),
        NoVotes = Fr("Personne n'a encore voté : il n'y a rien à dessiner."),
        PeopleLabel = n => n < 2 ? "personne a participé" : "personnes ont participé",
        GroupedLabel = n => n < 2 ? "est placée dans un groupe" : "sont placées dans un groupe",
        StatementsLabel = n => n < 2 ? "énoncé montré" : "énoncés montrés",
        RejectedLabel = n => n < 2 ? "énoncé rejeté" : "énoncés rejetés",
        VotesLabel = n => n < 2 ? "vote" : "votes",
        GroupsLabel = n => n < 2 ? "groupe de personnes" : "groupes de personnes aux votes semblables",

        HowManyGroups = n => Fr(n switch
        {
            0 => "Il n'y a pas de groupe à montrer : aucun vote n'y compte.",
            1 => "Il n'y a qu'un seul groupe : rien ne sépare les participants en camps. Ils peuvent être en "
                + "désaccord sur tel ou tel énoncé, mais pas selon des lignes durables.",
            _ => $"Les votes dessinent {Mot(n)} groupes de personnes aux votes semblables.",
        }),
        OneGroupUntested = Fr("Il n'y a qu'un seul groupe."),
        Group = letter => $"groupe\u00A0{letter}",
        GroupTitle = letter => $"Groupe\u00A0{letter}",
        GroupSize = (people, share) => Fr($"{N(people, "personne", "personnes")} ({share})"),
        Stable = value => Fr($"stable : {value} sur 1"),
        NotStable = value => Fr($"pas stable : {value} sur 1, à lire avec prudence"),
        GroupsHeading = "Qui pense comme qui",
        GroupsIntroduction = Fr("Pour chaque groupe, les énoncés qui le distinguent le mieux de tous les autres. Les "
            + "pourcentages portent sur les personnes qui ont voté sur l'énoncé."),
        MoreInReport = n => n == 1 ? "Un autre dans le rapport complet" : $"{n} autres dans le rapport complet",
        NothingRepresentative = "Aucun énoncé ne distingue nettement ce groupe des autres.",
        GroupAgrees = (share, letter, others) => Fr(
            $"{share} du groupe\u00A0{letter} sont d'accord" + (others is null ? "" : $" (contre {others} des "
                + $"autres)")),
        GroupDisagrees = (share, letter, others) => Fr(
            $"{share} du groupe\u00A0{letter} ne sont pas d'accord"
            + (others is null ? "" : $" (contre {others} des autres)")),

        CommonGroundHeading = Fr("Terrain d'entente"),
        CommonGroundIntroduction = Fr("Tirez au sort une personne dans chaque groupe : le score est la probabilité, "
            + "sur 100, que toutes soient d'accord avec l'énoncé. Un grand groupe ne peut pas l'emporter sur un "
            + "petit."),
        CommonGroundAlone = Fr("Le score est la probabilité, sur 100, qu'une personne tirée au sort soit d'accord "
            + "avec l'énoncé."),
        CommonGroundShared = (shared, shown) => Fr(shown == shared
            ? (shared == 1
                ? "Dans chaque groupe, plus de la moitié des votants sont d'accord avec cet énoncé."
                : $"Dans chaque groupe, plus de la moitié des votants sont d'accord avec chacun de ces "
                    + $"{Mot(shared)} énoncés.")
            : $"Dans chaque groupe, plus de la moitié des votants sont d'accord avec "
                + $"{Numerals.French.Count(shared)} énoncés. Voici les {Mot(shown)} qui ont les meilleurs scores."),
        CommonGroundNearest = Fr("Aucun énoncé ne réunit plus de la moitié des votants dans chaque groupe. Voici "
            + "ceux qui s'en approchent le plus."),
        CommonGroundNone = Fr("Aucun énoncé n'a encore de score."),
        Score = score => $"score de {score} sur 100",
        Interval = (low, high) => Fr($"intervalle à 90 % : {low} à {high}"),

        DividesHeading = "Ce qui divise",
        DividesIntroduction = Fr("Les énoncés sur lesquels les groupes sont le plus éloignés : l'écart va du groupe "
            + "le plus d'accord au groupe le moins d'accord."),
        DividesNone = "Rien ne divise les groupes.",
        Spread = (points, number) => Fr(points < 2 ? $"{number} point d'écart" : $"{number} points d'écart"),
        MostHeading = "Ce que pense la majorité",
        MostIntroduction = Fr("Parmi tous les participants, groupés ou non, les énoncés qui réunissent les "
            + "majorités les plus nettes."),
        MostNone = "Aucun énoncé ne réunit une nette majorité des participants.",
        MostAgree = Fr("La majorité est d'accord"),
        MostDisagree = Fr("La majorité n'est pas d'accord"),
        PeopleAgree = share => Fr($"{share} de tous les votants sont d'accord"),
        PeopleDisagree = share => Fr($"{share} de tous les votants ne sont pas d'accord"),

        Everyone = "Tous les participants",
        EveryoneShort = "Tous",
        Agree = Fr("D'accord"),
        Disagree = Fr("Pas d'accord"),
        Pass = "Passe",
        Bar = (agree, disagree, pass) => Fr($"{agree} d'accord · {disagree} pas d'accord · {pass} passent"),
        Voted = (seen, size, voters) => voters < 2 ? $"{seen} sur {size} a voté" : $"{seen} sur {size} ont voté",
        NobodyVoted = Fr("personne n'a voté sur cet énoncé"),
        BarKey = Fr("Lire les barres :"),
        TextBarKey = Fr("Barres : █ d'accord, ▒ pas d'accord, · passe, en parts de ceux qui ont voté."),
        CoverageKey = Fr("trait fin : part du groupe qui a voté sur l'énoncé"),

        SureHeading = Fr("Est-ce sûr ?"),
        OrderDependent = Fr("Cette méthode ne dit pas si ses groupes sont sûrs, et les mêmes votes dans un autre ordre "
            + "peuvent donner d'autres groupes. Pour savoir ce qui tient, utilisez opinion-map/1."),
        NotYetResampled = Fr("La solidité de ce résultat n'est pas encore mesurée."),
        NotResampled = Fr("La solidité de ce résultat n'a pas été mesurée : aucun rééchantillonnage n'a été demandé."),
        Confidence = confidence => Fr(confidence switch
        {
            MapConfidence.Solid => "Ces groupes sont solides.",
            MapConfidence.Fair => "Ces groupes sont assez sûrs : leurs grandes lignes tiennent, leurs bords moins.",
            _ => "Ces groupes sont fragiles : avec d'autres participants, ils pourraient bien être différents.",
        }),
        SameNumber = (resamples, same, groups) => Fr(
            $"Sur {N(resamples, "rééchantillonnage", "rééchantillonnages")} des participants, "
            + $"{N(same, "a retrouvé", "ont retrouvé")} "
            + (groups == 1 ? "un seul groupe." : $"{Mot(groups)} groupes.")),
        SamePeople = (agreement, value) => Fr(agreement switch
        {
            >= 0.9 => $"Presque les mêmes personnes étaient ensemble à chaque fois (concordance de {value} sur 1).",
            >= 0.7 => $"Pour l'essentiel, les mêmes personnes étaient ensemble (concordance de {value} sur 1).",
            >= 0.4 => $"Beaucoup de personnes changeaient de groupe d'un tirage à l'autre (concordance de {value} "
                + $"sur 1).",
            _ => $"La plupart des personnes changeaient de groupe d'un tirage à l'autre (concordance de {value} sur "
                + $"1).",
        }),
        GroupStabilityMeaning = Fr("La stabilité d'un groupe dit quelle part en est retrouvée d'un "
            + "rééchantillonnage à l'autre : 1, c'est le groupe entier. Au-dessous de 0,60, le groupe est dit « pas "
            + "stable »."),
        IntervalMeaning = Fr("L'intervalle d'un score contient les scores de 90 % des rééchantillonnages. Quand "
            + "deux intervalles se recouvrent largement, ne classez pas les deux énoncés."),
        ExportedGroups = (people, groups, value) => Fr(
            $"L'outil qui a exporté ces votes avait formé {N(groups, "groupe", "groupes")}. Sur les "
            + $"{N(people, "personne groupée", "personnes groupées")} des deux côtés, la concordance est de {value} "
            + "(indice de Rand ajusté : 1 pour les mêmes groupes, 0 pour le hasard)."),
        SilhouetteCaption = "Combien les groupes seraient séparés, selon leur nombre",
        SilhouetteMeaning = Fr("La silhouette compare la distance de chaque personne à son groupe et au groupe "
            + "voisin le plus proche : près de 1, les groupes sont bien séparés ; près de 0, ils se touchent."),

        MethodHeading = "Comment ce résultat est calculé",
        Method = (_, resampled) =>
        [
            Fr("Chaque participant a vu des énoncés et a répondu d'accord, pas d'accord ou passe ; seule compte sa "
                + "dernière réponse à un énoncé."),
            Fr("La carte place les personnes selon leurs réponses : celles qui ont répondu de façon semblable sont "
                + "proches, celles qui ont répondu autrement sont éloignées."),
            Fr("Les groupes sont ceux qui séparent le mieux les personnes sur cette carte ; nul ne les a choisis, "
                + "ni leur nombre, et l'on ne sait rien des personnes que leurs réponses."),
            Fr("Un énoncé représente un groupe quand ses membres sont d'accord, ou pas d'accord, nettement plus que "
                + "tous les autres, au-delà de ce que le hasard expliquerait."),
            Fr("Le terrain d'entente est ce qu'approuvent des personnes de chaque groupe : le score multiplie les "
                + "parts d'accord des groupes, si bien que le refus d'un seul suffit à l'abaisser."),
            Fr(resampled
                ? "Pour savoir si tout cela est sûr, le calcul a été refait sur des participants tirés au sort, "
                    + "certains plusieurs fois et d'autres jamais, et ce rapport dit ce qui a tenu."
                : "Le calcul n'a pas été refait sur d'autres tirages des participants ; ce rapport ne dit donc pas "
                    + "si les groupes sont sûrs."),
        ],
        Credit = Fr("Données :"),
        ComputedBy = method => Fr($"Calculé par Gouvernail avec la méthode {method}."),
        Replay = Fr("Quiconque a les votes peut refaire le calcul et retrouver le même résultat, au dernier chiffre "
            + "près."),
        ReadMore = Fr("Chaque chiffre est défini dans docs/formats/opinion-map.md, dans le dépôt de Gouvernail."),
        Parameters = "Paramètres de la méthode",

        SkipLink = "Aller aux résultats",
        Contents = "Sommaire",
        MapHeading = "La carte",
        MapTitle = "Carte des participants",
        MapDescription = (groups, people) => Fr(groups == 0
            ? $"{N(people, "personne, non groupée", "personnes, non groupées")}."
            : $"{N(people, "personne", "personnes")} en {N(groups, "groupe", "groupes")}, chacun dessiné avec sa "
                + "marque, son contour et sa lettre. Le tableau qui suit donne les mêmes chiffres."),
        MapKeyGroups = Fr("Chaque marque est une personne ; celles qui votent de façon semblable sont proches."),
        MapKeyUngrouped = "Trop peu de votes pour être groupées",
        MapKeyHull = Fr("Chaque contour entoure les 95 % de membres du groupe les plus proches de son centre."),
        MapKeyOutside = n => Fr(n == 1
            ? "Une personne se trouve hors du cadre."
            : $"{Numerals.French.Count(n)} personnes se trouvent hors du cadre."),
        MapKeyCells = Fr("Chaque marque réunit les personnes d'un petit carré, et a la forme de leur groupe le plus "
            + "nombreux :"),
        CellRange = (from, to) => from == to ? from : $"{from} à {to}",
        MapAxes = Fr("La gauche, la droite, le haut et le bas n'ont pas de sens en eux-mêmes : seules comptent les "
            + "distances."),
        MapTable = "Les groupes de la carte",
        SameInTable = "Les mêmes chiffres en tableau",
        TimeHeading = "Quand les gens ont voté",
        TimeNote = unit => Fr($"Votes exprimés par {unit} (UTC), changements d'avis compris."),
        ColumnVotesCast = "Votes exprimés",
        TimeUnits = ["heure", "jour", "semaine"],
        DayFormat = "dd/MM/yyyy",
        StatementsHeading = "Tous les énoncés",
        StatementsTable = n => Fr($"Les votes sur {N(n, "énoncé", "énoncés")}"),
        StatementsNote = Fr("Votes de tous les participants, groupés ou non."),
        SelfContained = Fr("Cette page tient en un fichier. Elle ne contient aucun script et ne demande rien à "
            + "aucun serveur."),
        Meta = "sur la démarche",

        ColumnGroup = "Groupe",
        ColumnPeople = "Personnes",
        ColumnShare = "Part des personnes groupées",
        ColumnStability = "Stabilité (0 à 1)",
        ColumnCentreX = "Centre, en largeur",
        ColumnCentreY = "Centre, en hauteur",
        ColumnNumber = "Nº",
        ColumnStatement = "Énoncé",
        ColumnVotes = "Votes",
        ColumnScore = Fr("Terrain d'entente"),
        ColumnLow = "Bas",
        ColumnHigh = "Haut",
        ColumnGroups = "Groupes",
        ColumnSilhouette = "Silhouette",
        ColumnParameter = "Paramètre",
        ColumnValue = "Valeur",
    };

    private static string N(int number, string one, string many) =>
        $"{Numerals.French.Count(number)} {(number < 2 ? one : many)}";

    private static string Mot(int number) => number switch
    {
        2 => "deux",
        3 => "trois",
        4 => "quatre",
        5 => "cinq",
        6 => "six",
        7 => "sept",
        8 => "huit",
        9 => "neuf",
        10 => "dix",
        _ => Numerals.French.Count(number),
    };

    private static string Fr(string text) => text
        .Replace('\'', '’')
        .Replace("« ", "«\u00A0", StringComparison.Ordinal)
        .Replace(" »", "\u00A0»", StringComparison.Ordinal)
        .Replace(" :", "\u00A0:", StringComparison.Ordinal)
        .Replace(" ;", "\u202F;", StringComparison.Ordinal)
        .Replace(" ?", "\u202F?", StringComparison.Ordinal)
        .Replace(" !", "\u202F!", StringComparison.Ordinal)
        .Replace(" %", "\u202F%", StringComparison.Ordinal);
}
