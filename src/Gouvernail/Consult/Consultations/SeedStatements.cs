using System.Globalization;
using Gouvernail.Consult.Statements;
using Gouvernail.Journals;

namespace Gouvernail.Consult.Consultations;

/// <summary>Asks to add statements of the facilitators', all or none.</summary>
/// <param name="Consultation">The consultation's id.</param>
/// <param name="Texts">The sentences, as they were typed or read.</param>
public sealed record SeedStatements(string Consultation, IReadOnlyList<string> Texts)
{
    /// <summary>The most statements added at once.</summary>
    public const int MostAtOnce = 1000;

    /// <summary>Decides. Sentences that are there already are passed over.</summary>
    public static Decision Decide(ConsultationList state, SeedStatements act)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(act);
        if (!state.TryGet(act.Consultation, out Consultation? consultation))
        {
            return Refusals.NoConsultation(act.Consultation);
        }

        if (consultation.Stage.IsOver())
        {
            return Refusals.NotOpen(consultation.Stage);
        }

        if (act.Texts.Count > MostAtOnce)
        {
            return Decision.Refuse("too-many-statements", new(
                $"at most {MostAtOnce} statements are added at once; this is {act.Texts.Count}",
                $"on ajoute au plus {MostAtOnce} énoncés à la fois\u00a0; en voici {act.Texts.Count}"));
        }

        long number = consultation.HighestStatement;
        var seeds = new List<Draft>();
        var known = consultation.Statements.Values.Select(s => StatementText.Key(s.Text)).ToHashSet();
        for (int i = 0; i < act.Texts.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(act.Texts[i]))
            {
                continue;
            }

            if (StatementText.Clean(act.Texts[i], Terms.LongestStatement, out string text) is { } problem)
            {
                return Decision.Refuse("statement-text", new(
                    $"sentence {i + 1}: {problem.English}", $"phrase {i + 1}\u00a0: {problem.French}"));
            }

            if (known.Add(StatementText.Key(text)))
            {
                string id = (++number).ToString(CultureInfo.InvariantCulture);
                seeds.Add(new StatementProposed(id, text, IsSeed: true, null).ToDraft(act.Consultation, null));
            }
        }

        return Decision.Log(seeds);
    }
}
