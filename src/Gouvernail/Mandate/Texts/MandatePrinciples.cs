using System.Text;
using Gouvernail.Mandate.Clauses;
using Gouvernail.Mandate.Mandates;

namespace Gouvernail.Mandate.Texts;

/// <summary>
/// A mandate as a plain list of principles, one line a clause, to be put in front of a model. The same document gives
/// the same bytes; its last line says which mandate it is, so that whoever reads the model's instructions can look it
/// up.
/// </summary>
public static class MandatePrinciples
{
    /// <summary>The list, in the mandate's own language: French words around French texts, else English ones.</summary>
    public static string Of(MandateDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        Language language = document.Language.StartsWith("fr", StringComparison.OrdinalIgnoreCase)
            ? Language.French
            : Language.English;
        var list = new StringBuilder();
        foreach (Clause clause in document.Clauses)
        {
            string machine = string.Join("; ", ClauseMember.Of(clause).Select(member => member.Sentence.In(language)));
            string text = MarkdownText.OneLine(clause.Text);
            list.Append(clause.Id).Append(". ").Append(text);
            if (machine.Length > 0)
            {
                list.Append(" (").Append(MarkdownText.OneLine(machine)).Append(')');
            }

            list.Append('\n');
        }

        string id = document.Id.Length > 0 ? document.Id : language == Language.French ? "sans numéro" : "no number";
        return list.Append(new Wording(
                $"Mandate {id}, version {document.Version}, SHA-256 {document.Digest}",
                $"Mandat {id}, version {document.Version}, SHA-256 {document.Digest}").In(language))
            .Append('\n').ToString();
    }
}
