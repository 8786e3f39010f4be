using Gouvernail.Mandate.Mandates;
using Gouvernail.Verify.Gate;
using Gouvernail.Verify.Permits;
using Gouvernail.Verify.Register;

namespace Gouvernail.Server.Verify.Permits;

/// <summary>The page that answers: may it run?</summary>
internal static class PermitEndpoints
{
    public static void Map(WebApplication app) => app.MapGet("/register/{id}/permit", Show);

    /// <summary>The lines of a decision, the gravest first, else in their order.</summary>
    public static IReadOnlyList<RuleLine> LinesOf(Community community, GateDecision decision)
    {
        MandateBook mandates = community.MandateBook;
        HashSet<long> filed = [.. community.EvidenceBook.Of(decision.Automaton).Select(it => it.Position),
            .. community.EvidenceBook.Contestations.Select(it => it.Position)];
        return [.. decision.Rules.OrderByDescending(rule => rule.Outcome).Select(rule =>
        {
            MandateDocument? document = DocumentOf(mandates, decision, rule);
            string text = document?.Clauses
                .FirstOrDefault(it => rule.Clause.EndsWith("#" + it.Id, StringComparison.Ordinal))?.Text ?? "";
            return new RuleLine(decision.Automaton, rule, text, [.. rule.Evidence.Where(filed.Contains)])
            {
                Language = text.Length > 0 ? document?.Language : null,
            };
        })];
    }

    private static IResult Show(
        string id, Community community, Site site, TimeProvider clock, HttpContext context)
    {
        if (!community.RegisterBook.TryGet(id, out Automaton? automaton))
        {
            return Answer.NotFound();
        }

        DateTimeOffset now = clock.GetUtcNow();
        GateDecision decision = community.AskGate(id);
        Permit permit = community.PermitBook.Of(id);
        return PermitPage.Show(new PermitModel(
            id, automaton.Name, permit, permit.At(now), decision, LinesOf(community, decision))
        {
            Appeal = automaton.Card?.Oversight?.AppealUrl,
            Address = site.AddressOf(context.Request, ""),
        });
    }

    /// <summary>The mandate of a rule's clause, in the version that the decision was made by; null where none is.
    /// </summary>
    private static MandateDocument? DocumentOf(MandateBook mandates, GateDecision decision, RuleVerdict rule)
    {
        if (rule.Clause.Split('#') is not [var mandate, _] || mandates.Find(mandate) is not { } history)
        {
            return null;
        }

        int version = decision.Mandates.FirstOrDefault(it => it.Mandate == mandate).Version;
        return (history.Find(version) ?? history.Adopted)?.Document;
    }
}
