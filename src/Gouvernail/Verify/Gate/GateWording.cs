using System.Globalization;
using Gouvernail.Verify.Register;

namespace Gouvernail.Verify.Gate;

/// <summary>Says what a rule came to in a reader's words, and what to do next.</summary>
public static class GateWording
{
    /// <summary>Why the rule came to its outcome.</summary>
    public static Wording Of(RuleVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        string about = verdict.About, figure = verdict.Figure, bound = verdict.Bound;
        string day = verdict.Until?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
        string name = verdict.Rule.Split('/')[^1];
        Wording part = CardWords.OfMember(name);
        return verdict.Code switch
        {
            "not-registered" => new("this automaton is not in the register", "cet automate n’est pas au registre"),
            "registered" => new("its card is in the register", "sa fiche est au registre"),
            "retired" => new("it was retired from the register", "il a été retiré du registre"),
            "card-erased" => new("its card was erased", "sa fiche a été effacée"),
            "other-card" => new(
                "the card in hand is not the one in the register", "la fiche présentée n’est pas celle du registre"),
            "no-artefact" => new(
                "its card does not say which artefact it is about (artefact.sha256)",
                "sa fiche ne dit pas de quel artefact il s’agit (artefact.sha256)"),
            "disclosed" => new($"{part.English}: disclosed", $"{part.French}\u00a0: déclaré"),
            "refusal-allowed" => new(
                $"{part.English}: refused to disclose, as its class may",
                $"{part.French}\u00a0: refus de déclarer, permis à sa classe"),
            "refused-to-disclose" => new(
                $"{part.English}: refused to disclose, which its class may not",
                $"{part.French}\u00a0: refus de déclarer, interdit à sa classe"),
            "not-disclosed" => new($"{part.English}: not disclosed", $"{part.French}\u00a0: non déclaré"),
            "no-mandate" => new(
                "no mandate in force orders it: nobody has said what it is for",
                "aucun mandat en vigueur ne le commande\u00a0: personne n’a dit à quoi il sert"),
            "no-purpose" => new("its card names no purpose", "sa fiche ne nomme aucune finalité"),
            "forbidden" => new($"no automaton for {about}", $"pas d’automate pour {about}"),
            "allowed" => new($"{about} is allowed", $"{about} est permis"),
            "not-allowed" => new(
                $"no mandate in force allows {about}", $"aucun mandat en vigueur ne permet {about}"),
            "see-purposes" => new("see the purposes above", "voir les finalités plus haut"),
            "not-for-a-gate" => new(
                "a gate cannot see this: audits and people watch over it",
                "un portail ne peut le voir\u00a0: audits et citoyens y veillent"),
            "objective-declared" => new("its card pursues this objective", "sa fiche poursuit cet objectif"),
            "objective-not-declared" => new(
                "its card does not say that it pursues this objective", "sa fiche ne dit pas poursuivre cet objectif"),
            "in-force" => new($"in force until {day}", $"en vigueur jusqu’au {day}"),
            "review-due" => new(
                $"in force until {day}; its review is due", $"en vigueur jusqu’au {day}\u00a0; réexamen échu"),
            "other-class" => new($"{about}: not asked of this class", $"{about}\u00a0: non demandé à cette classe"),
            "no-evidence" => new($"{about}: no evidence", $"{about}\u00a0: aucune preuve"),
            "other-artefact" => new(
                $"{about}: the evidence is about another artefact", $"{about}\u00a0: la preuve porte sur un "
                    + "autre artefact"),
            "other-signer" => new(
                $"{about}: nobody has signed it whose signature counts here",
                $"{about}\u00a0: aucun signataire dont la signature compte ici"),
            "too-few-signers" => new($"{about}: more signers are asked for", $"{about}\u00a0: il faut plus de "
                + "signataires"),
            "evidence-expired" => new($"{about}: expired on {day}", $"{about}\u00a0: périmée le {day}"),
            "figure-fails" => new($"{about}: {figure}, not {bound}", $"{about}\u00a0: {figure}, et non {bound}"),
            "figure-uncertain" => new(
                $"{about}: {figure} leaves {bound} open: insufficient evidence",
                $"{about}\u00a0: {figure} laisse {bound} ouvert\u00a0: preuve insuffisante"),
            "figure-absent" => new(
                $"{about}: the figure {figure} is not there", $"{about}\u00a0: le chiffre {figure} n’y est pas"),
            "holds" => new(
                Held(about, ": ", figure, bound, day, "valid until"),
                Held(about, "\u00a0: ", figure, bound, day, "jusqu’au")),
            "none-asked" => new(
                $"no mandate asks for evidence, which the class {about} needs",
                $"aucun mandat ne demande de preuve, et la classe {about} en veut"),
            "contested" => new(
                $"an auditor says it is not kept (entry {name})", "un auditeur dit qu’elle n’est pas tenue "
                    + $"(entrée {name})"),
            "kin-suspended" => new(
                $"it is {about} under another id, whose permit is suspended",
                $"c’est {about} sous un autre identifiant, dont le permis est suspendu"),
            "kin-revoked" => new(
                $"it is {about} under another id, whose permit was taken back",
                $"c’est {about} sous un autre identifiant, dont le permis a été retiré"),
            "suspended" => new("suspended", "suspendu"),
            "suspended-by-petition" => new($"suspended by petition {about}", $"suspendu par la pétition {about}"),
            "revoked" => new("the permit was taken back", "le permis a été retiré"),
            "not-submitted" => new("never submitted to the gate", "jamais soumis au portail"),
            "card-changed" => new(
                "the card has changed since it was submitted", "la fiche a changé depuis la soumission"),
            "submitted" => new("submitted", "soumis"),
            "admitted" => new($"admitted until {day}", $"admis jusqu’au {day}"),
            "permit-over" => new($"the permit ended on {day}", $"le permis a pris fin le {day}"),
            "not-admitted" => new(
                "refused so far: it is given at once when the rest holds",
                "refusé jusqu’ici\u00a0: il est donné dès que le reste tient"),
            "no-answer" => new(
                $"the gate gave no decision that counts: {about}",
                $"le portail n’a rien décidé qui compte\u00a0: {about}"),
            _ => new(verdict.Code, verdict.Code),
        };
    }

    /// <summary>The word for an outcome, for readers.</summary>
    public static Wording Outcome(RuleOutcome outcome) => outcome switch
    {
        RuleOutcome.Pass => new("holds", "tient"),
        RuleOutcome.NotAsked => new("not asked", "non demandé"),
        RuleOutcome.Missing => new("missing", "manque"),
        RuleOutcome.Expired => new("expired", "périmé"),
        RuleOutcome.Uncertain => new("insufficient", "insuffisant"),
        RuleOutcome.Fail => new("contradicted", "contredit"),
        _ => new("tampered", "altéré"),
    };

    /// <summary>The clause that asks, with its votes; null where the law of the house does.</summary>
    public static Wording? Clause(RuleVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        string votes = verdict.Votes.ToString("#,0", CultureInfo.InvariantCulture);
        string french = votes.Replace(',', '\u202f');
        return verdict.Clause.Length == 0 ? null
            : verdict.Votes == 0 ? new($"clause {verdict.Clause}", $"clause {verdict.Clause}")
            : new($"clause {verdict.Clause} ({votes} votes)", $"clause {verdict.Clause} ({french} votes)");
    }

    /// <summary>The next command to run; null where nothing is to be done, or no command does it.</summary>
    /// <param name="automaton">The automaton's id.</param>
    /// <param name="verdict">The verdict.</param>
    public static string? Next(string automaton, RuleVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return verdict.Code switch
        {
            "not-registered" => "gouvernail register add DATA CARD.json",
            "card-erased" or "no-artefact" or "not-disclosed" or "refused-to-disclose" or "no-purpose"
                or "objective-not-declared" or "other-card" =>
                $"gouvernail register add DATA CARD.json --automaton {automaton}",
            "no-mandate" or "not-allowed" or "none-asked" => "gouvernail mandate draft DATA MANDATE.json",
            "no-evidence" or "other-artefact" or "other-signer" or "too-few-signers" or "evidence-expired"
                or "figure-fails" or "figure-uncertain" or "figure-absent" =>
                $"gouvernail evidence file DATA {automaton} ENVELOPE.json",
            "contested" => $"gouvernail evidence settle DATA {verdict.Rule.Split('/')[^1]} --reason TEXT",
            "suspended-by-petition" =>
                $"gouvernail petition answer DATA {verdict.About} --from WHO --text TEXT"
                    + $" && gouvernail permit resume DATA {automaton} --reason TEXT",
            "suspended" => $"gouvernail permit resume DATA {automaton} --reason TEXT",
            "revoked" or "not-submitted" or "card-changed" or "permit-over" =>
                $"gouvernail permit submit DATA {automaton}",
            _ => null,
        };
    }

    private static string Held(
        string about, string colon, string figure, string bound, string day, string until) =>
        about + (figure.Length > 0 ? $"{colon}{figure} {bound}" : "") + (day.Length > 0 ? $", {until} {day}" : "");
}
