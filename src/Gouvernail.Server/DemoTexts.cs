namespace Gouvernail.Server;

/// <summary>What the order, the machines and the petition of the demonstration say.</summary>
internal static class DemoTexts
{
    /// <summary>Three offices, parted by bars.</summary>
    public static readonly Wording Trustees = new(
        "Chair of the residents’ council|Clerk of the city|Ombudsperson",
        "Présidence du conseil des habitants|Secrétariat de la ville|Médiation");

    /// <summary>Who audits.</summary>
    public static readonly Wording Laboratory =
        new("An independent laboratory (invented)", "Un laboratoire indépendant (inventé)");

    /// <summary>The petition.</summary>
    public static readonly Wording Title = new("Stop the counter assistant", "Arrêtons l’assistant du guichet");

    /// <summary>What it says.</summary>
    public static readonly Wording Text = new(
        "It sends people to offices that are closed. One more signature, and it has to stop until the city answers. "
            + "(Invented, like everything here: sign, and see what happens.)",
        "Il envoie les gens vers des bureaux fermés. Une signature de plus, et il doit s’arrêter jusqu’à la réponse de "
            + "la ville. (Inventé, comme tout ici\u00a0: signez, et voyez ce qui se passe.)");

    /// <summary>Who asks.</summary>
    public static readonly Wording AskedBy = new("Users of the counter", "Des usagers du guichet");

    /// <summary>The order; RESULT, CONSULTATION and EXPIRES are filled in.</summary>
    public static readonly Wording Mandate = new(
        """
        {"_type":"gouvernail/mandate/v1","title":"AI at the counter","language":"en",
        "preamble":"What is AI for at the city’s counters, and what not? This order is what every group supports.",
        "clauses":[
        {"id":"1","kind":"purpose","text":"AI may answer questions and translate letters. It decides on no benefit.",
         "allowed":["answering-questions","translation"],"forbidden":["benefit-decisions"],
         "cites":[{"result":RESULT,"statements":[{"statement":"6"},{"statement":"12"}]}]},
        {"id":"2","kind":"objective","text":"What counts is that people get a right answer, in plain words.",
         "metrics":[{"name":"right-answers","weight":0.7,
         "definition":"Share of answers that two members of staff call right, on questions drawn by lot each month."},
         {"name":"plain-language","weight":0.3,"definition":
          "Share of answers at level B1 (CEFR) or easier, same draw."}],
         "cites":[{"result":RESULT,"statements":[{"statement":"33"},{"statement":"29"}]}]},
        {"id":"3","kind":"evidence",
         "text":"Before it runs, and every year, somebody independent shows that it serves everybody alike.",
         "requires":{"name":"equality-audit","predicateType":"https://in-toto.io/attestation/test-result/v0.1",
         "signers":["auditor"],"maxAgeDays":365,
         "tests":[{"figure":"/result","equals":"PASSED"},{"figure":"/figures/error-gap","atMost":0.1}]},
         "cites":[{"result":RESULT,"statements":[{"statement":"29"},{"statement":"16"}]}]},
        {"id":"4","kind":"limit",
         "text":"A counter with a person behind it stays open, and a person can change every decision.",
         "cites":[{"result":RESULT,"statements":[{"statement":"12"},{"statement":"4"}]}]},
        {"id":"5","kind":"term","text":"This order lasts a year; a permit lasts half a year at most.",
         "expires":"EXPIRES","leaseDays":183,"cites":[{"result":RESULT,"statements":[{"statement":"29"}]}]}],
        "leftOut":[{"consultation":"CONSULTATION","statement":"0",
         "why":"The groups are divided on doing without AI altogether."}]}
        """,
        """
        {"_type":"gouvernail/mandate/v1","title":"L’IA au guichet","language":"fr",
        "preamble":
         "L’IA au guichet, pour quoi faire\u00a0? Voici ce que tous les groupes soutiennent.",
        "clauses":[
        {"id":"1","kind":"purpose",
         "text":"L’IA peut répondre aux questions et traduire des courriers. Elle ne décide d’aucune aide.",
         "allowed":["repondre-aux-questions","traduction"],"forbidden":["decider-des-aides"],
         "cites":[{"result":RESULT,"statements":[{"statement":"6"},{"statement":"12"}]}]},
        {"id":"2","kind":"objective","text":"Ce qui compte\u00a0: une réponse juste, en mots simples.",
         "metrics":[{"name":"reponses-justes","weight":0.7,
         "definition":"Part des réponses que deux agents jugent justes, sur des questions tirées au sort chaque mois."},
         {"name":"mots-simples","weight":0.3,
         "definition":"Part des réponses de niveau B1 (CECRL) ou plus simples, même tirage."}],
         "cites":[{"result":RESULT,"statements":[{"statement":"33"},{"statement":"29"}]}]},
        {"id":"3","kind":"evidence",
         "text":
          "Avant de servir, puis chaque année, un tiers indépendant montre qu’elle sert tout le monde également.",
         "requires":{"name":"audit-egalite","predicateType":"https://in-toto.io/attestation/test-result/v0.1",
         "signers":["auditor"],"maxAgeDays":365,
         "tests":[{"figure":"/result","equals":"PASSED"},{"figure":"/figures/error-gap","atMost":0.1}]},
         "cites":[{"result":RESULT,"statements":[{"statement":"29"},{"statement":"16"}]}]},
        {"id":"4","kind":"limit",
         "text":"Un guichet tenu par une personne reste ouvert, et une personne peut changer toute décision.",
         "cites":[{"result":RESULT,"statements":[{"statement":"12"},{"statement":"4"}]}]},
        {"id":"5","kind":"term","text":"Ce mandat dure un an\u00a0; un permis, six mois au plus.",
         "expires":"EXPIRES","leaseDays":183,"cites":[{"result":RESULT,"statements":[{"statement":"29"}]}]}],
        "leftOut":[{"consultation":"CONSULTATION","statement":"0",
         "why":"Les groupes sont partagés\u00a0: faut-il se passer complètement d’IA\u00a0?"}]}
        """);

    /// <summary>A machine that the gate admits; ARTEFACT is filled in.</summary>
    public static readonly Wording Assistant = new(
        """
        {"_type":"gouvernail/system-card/v1","id":"counter-assistant","name":"Counter assistant (invented)",
        "version":"1.0.0","class":"produit","language":"en",
        "description":{"short":"Answers questions about opening hours, forms and procedures, and translates letters."},
        "purposes":["answering-questions","translation"],
        "artefact":{"name":"assistant-1.0.0","sha256":"ARTEFACT"},
        "provider":{"name":"A software co-operative","country":"FR"},"deployer":{"name":"Port-Clair","country":"FR"},
        "accountable":{"name":"Port-Clair","kind":"legal-person"},
        "task":{"inputs":[{"name":"question","modality":"text","personal":true}],
         "output":{"kind":"text","use":"assist"}},
        "parameters":{"family":"transformer","count":7000000000,"disclosure":"weights"},
        "training":{"method":"supervised, then preferences of residents","period":"2025"},
        "data":[{"role":"train","ref":"the city’s own pages and forms","licence":"Etalab-2.0"}],
        "cost":{"formula":"cross-entropy, then preferences","optimisedMetric":"right-answers"},
        "objectives":[{"text":"Right answers in plain language.","mandateClause":"m1#2"}],"licence":"Apache-2.0",
        "oversight":{"human":"The counter’s staff."},
        "risks":[{"text":"A wrong answer costs somebody a deadline.",
         "mitigation":"Deadlines are quoted from the page that states them."}]}
        """,
        """
        {"_type":"gouvernail/system-card/v1","id":"assistant-du-guichet","name":"Assistant du guichet (inventé)",
        "version":"1.0.0","class":"produit","language":"fr",
        "description":{"short":
         "Répond aux questions sur les horaires, les formulaires et les démarches, et traduit des courriers."},
        "purposes":["repondre-aux-questions","traduction"],
        "artefact":{"name":"assistant-1.0.0","sha256":"ARTEFACT"},
        "provider":{"name":"Une coopérative du logiciel","country":"FR"},
        "deployer":{"name":"Port-Clair","country":"FR"},"accountable":{"name":"Port-Clair","kind":"legal-person"},
        "task":{"inputs":[{"name":"question","modality":"texte","personal":true}],
         "output":{"kind":"texte","use":"assist"}},
        "parameters":{"family":"transformeur","count":7000000000,"disclosure":"weights"},
        "training":{"method":"supervisé, puis préférences des habitants","period":"2025"},
        "data":[{"role":"train","ref":"les pages et formulaires de la ville","licence":"Etalab-2.0"}],
        "cost":{"formula":"entropie croisée, puis préférences","optimisedMetric":"reponses-justes"},
        "objectives":[{"text":"Des réponses justes, en mots simples.","mandateClause":"m1#2"}],"licence":"Apache-2.0",
        "oversight":{"human":"Les agents du guichet."},
        "risks":[{"text":"Une réponse fausse fait manquer une échéance.",
         "mitigation":"Les échéances sont citées de la page qui les donne."}]}
        """);

    /// <summary>One that it refuses; ARTEFACT is filled in.</summary>
    public static readonly Wording Sorter = new(
        """
        {"_type":"gouvernail/system-card/v1","id":"application-sorter","name":"Application sorter (invented)",
        "version":"0.9","class":"produit","language":"en",
        "description":{"short":"Sorts applications for benefits, and proposes whom to refuse."},
        "purposes":["benefit-decisions"],"artefact":{"name":"sorter-0.9","sha256":"ARTEFACT"},
        "provider":{"name":"A company"},"deployer":{"name":"Port-Clair","country":"FR"},
        "accountable":{"name":"Port-Clair","kind":"legal-person"},"riskCategory":"high-risk",
        "task":{"inputs":[{"name":"application","modality":"table","personal":true,"sensitive":true}],
         "output":{"kind":"rank","use":"rank"}},
        "parameters":{"refused":"A trade secret."},"training":{"refused":"A trade secret."},
        "data":[{"role":"train","ref":"applications of 2015 to 2023"}],
        "objectives":[{"text":"Fewer files per member of staff."}]}
        """,
        """
        {"_type":"gouvernail/system-card/v1","id":"trieuse-de-demandes","name":"Trieuse de demandes (inventée)",
        "version":"0.9","class":"produit","language":"fr",
        "description":{"short":"Trie les demandes d’aide, et propose lesquelles refuser."},
        "purposes":["decider-des-aides"],"artefact":{"name":"trieuse-0.9","sha256":"ARTEFACT"},
        "provider":{"name":"Une entreprise"},"deployer":{"name":"Port-Clair","country":"FR"},
        "accountable":{"name":"Port-Clair","kind":"legal-person"},"riskCategory":"high-risk",
        "task":{"inputs":[{"name":"demande","modality":"tableau","personal":true,"sensitive":true}],
         "output":{"kind":"rang","use":"rank"}},
        "parameters":{"refused":"Secret des affaires."},"training":{"refused":"Secret des affaires."},
        "data":[{"role":"train","ref":"demandes de 2015 à 2023"}],
        "objectives":[{"text":"Moins de dossiers par agent."}]}
        """);
}
