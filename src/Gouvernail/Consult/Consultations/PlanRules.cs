using System.Text;
using Gouvernail.Journals;

namespace Gouvernail.Consult.Consultations;

/// <summary>What a consultation must say before it can be put to people.</summary>
internal static class PlanRules
{
    /// <summary>What would end or widen a source in a content security policy.</summary>
    /// <summary>The refusal of a plan; null where it can stand.</summary>
    public static Decision? Check(ConsultationOpened plan) =>
        CheckLength(plan) ?? (string.IsNullOrWhiteSpace(plan.Topic) ? Decision.Refuse("no-question", new(
                "say what you ask people: the question is missing",
                "dites ce que vous demandez aux gens\u00a0: la question manque"))
            : plan.Terms.Admits.Count == 0 ? Decision.Refuse("admits-nobody", new(
                "say who may take part: at least one way to come in",
                "dites qui peut prendre part\u00a0: au moins une façon d’entrer"))
            : plan.Terms.StatementLength is < 1 or > Terms.LongestStatement ? Decision.Refuse("statement-length", new(
                $"a statement may have at most 1 to {Terms.LongestStatement} characters",
                $"un énoncé peut avoir au plus de 1 à {Terms.LongestStatement} caractères"))
            : plan.Terms.Hosts.Count > Terms.MostHosts || plan.Terms.Hosts.Any(host => !Terms.IsOrigin(host))
                ? Decision.Refuse("not-an-origin", new(
                    $"a site that may show the consultation is written https://name, at most {Terms.MostHosts} of them",
                    $"un site qui peut montrer la consultation s’écrit https://nom, {Terms.MostHosts} au plus"))
            : null);

    /// <summary>The refusal of texts that no entry could hold; null where they can stand.</summary>
    public static Decision? CheckLength(ConsultationOpened plan)
    {
        ReadOnlySpan<string> texts =
            [plan.Topic, plan.Description, plan.Url, plan.Terms.Organiser, plan.Terms.Outcome, .. plan.Terms.Hosts];
        int length = 0;
        foreach (string text in texts)
        {
            length += Encoding.UTF8.GetByteCount(text);
        }

        return length <= ConsultationOpened.LongestTexts ? null : Decision.Refuse("texts-too-long", new(
            $"the texts have {length} bytes together; a log's entry takes {ConsultationOpened.LongestTexts}. Shorten "
                + "the description",
            $"les textes font {length} octets\u00a0; une entrée du registre en prend "
                + $"{ConsultationOpened.LongestTexts}. Raccourcissez la description"));
    }
}
