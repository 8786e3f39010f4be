using System.Globalization;
using System.Text;

namespace Gouvernail.Verify.Register.Formats;

/// <summary>The part of a model card that people read, in the card's language where that is French, else in English.
/// </summary>
internal static class HuggingFaceText
{
    public static void Write(StringBuilder text, Card card)
    {
        Language language = card.Language?.StartsWith("fr", StringComparison.OrdinalIgnoreCase) == true
            ? Language.French
            : Language.English;
        string Say(Wording wording) => wording.In(language);
        text.Append("# ").Append(Plain(card.Name)).Append('\n');
        Paragraph(text, card.Description?.InShort);
        Paragraph(text, card.Description?.InFull);
        Section(text, Say(new("Who", "Qui")),
        [
            (Say(new("Provider", "Fournisseur")), card.Provider?.Name),
            (Say(new("Deployer", "Déployeur")), card.Deployer?.Name),
            (Say(new("Accountable", "Responsable")), card.Accountable?.Name),
            (Say(new("Contact", "Contact")), card.Contact),
        ]);
        text.Append("\n## ").Append(Say(new("What is disclosed", "Ce qui est divulgué"))).Append("\n\n");
        foreach (CardTerm term in CardTerms.All)
        {
            text.Append("- **").Append(Say(CardWords.Of(term))).Append("**: ").Append(card.StateOf(term) switch
            {
                Disclosure.Missing => Say(new("nothing is said", "rien n’est dit")),
                Disclosure.Refused => Say(new("refused: ", "refusé\u00a0: ")) + Plain(card.ReasonOf(term)!),
                _ => Say(new("said in the card", "dit dans la fiche")),
            }).Append('\n');
        }

        Section(text, Say(CardWords.Of(CardTerm.Objectives)),
            [.. (card.Objectives?.Value ?? []).Select(objective => (objective.MandateClause, objective.Text))]);
        Section(text, Say(CardWords.Of(CardTerm.Cost)),
        [
            (null, card.Cost?.Value?.Formula), (null, card.Cost?.Value?.OptimisedMetric),
            (null, card.Cost?.Value?.Tradeoffs),
        ]);
        Section(text, Say(new("Whom it affects", "Qui cela touche")),
            [.. card.AffectedGroups.Select(group => ((string?)null, (string?)group))]);
        Section(text, Say(new("Risks", "Risques")),
            [.. card.Risks.Select(risk => (risk.Text, risk.Mitigation ?? "–"))]);
        Section(text, Say(new("Oversight", "Contrôle")),
            [(null, card.Oversight?.Human), (null, card.Oversight?.AppealUrl)]);
        Section(text, Say(new("Restrictions", "Restrictions")),
            [.. card.Restrictions.Select(restriction => ((string?)null, (string?)restriction))]);
        Section(text, Say(new("Energy of training", "Énergie de l’entraînement")),
        [
            ("kWh", card.Energy?.KWh?.ToString(CultureInfo.InvariantCulture)),
            ("g CO₂e", card.Energy?.Co2Grams?.ToString(CultureInfo.InvariantCulture)),
        ]);
    }

    private static void Section(StringBuilder text, string title, IReadOnlyList<(string? Name, string? Value)> lines)
    {
        if (lines.All(line => string.IsNullOrWhiteSpace(line.Value)))
        {
            return;
        }

        text.Append("\n## ").Append(title).Append("\n\n");
        foreach ((string? name, string? value) in lines.Where(line => !string.IsNullOrWhiteSpace(line.Value)))
        {
            text.Append("- ");
            if (!string.IsNullOrWhiteSpace(name))
            {
                text.Append("**").Append(Plain(name)).Append("**: ");
            }

            text.Append(Plain(value!)).Append('\n');
        }
    }

    private static void Paragraph(StringBuilder text, string? paragraph)
    {
        if (!string.IsNullOrWhiteSpace(paragraph))
        {
            text.Append('\n').Append(Plain(paragraph)).Append('\n');
        }
    }

    /// <summary>A text of the card on one line, in which Markdown finds nothing to interpret.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (char c in text.Trim())
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '&')
            {
                plain.Append('\\');
            }

            plain.Append(c is '\n' or '\t' ? ' ' : c);
        }

        return plain.ToString();
    }
}
