using System.Globalization;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Statements;
using Gouvernail.Journals;
using Gouvernail.Mandate.Clauses;
using Gouvernail.People;

namespace Gouvernail.Mandate.Mandates;

/// <summary>
/// Asks to put the last draft of a mandate to adoption, by the rule in force. Where people ratify it, each clause
/// becomes a statement of a consultation that is being prepared.
/// </summary>
/// <param name="Mandate">The mandate's id.</param>
/// <param name="Consultation">The consultation that ratifies it, still a draft; null where the rule asks
/// nobody.</param>
/// <param name="By">Who: a holder of a role; null for whoever runs the machine.</param>
public sealed record PutMandate(string Mandate, string? Consultation, string? By)
{
    /// <summary>The statement that people vote on for a clause.</summary>
    public static string StatementOf(MandateDocument document, Clause clause)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(clause);
        return StatementText.Tidy($"{clause.Text} [{document.Id} v{document.Version} #{clause.Id}]");
    }

    /// <summary>Decides.</summary>
    public static Decision Decide(
        Roles roles, ConsultationList consultations, MandateBook book, PutMandate act, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(roles);
        ArgumentNullException.ThrowIfNull(consultations);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(act);
        if (!roles.Lets(act.By, Role.Facilitator))
        {
            return RoleRefusals.NotAllowed();
        }

        if (book.Find(act.Mandate) is not { } mandate)
        {
            return MandateRefusals.NoMandate(act.Mandate);
        }

        if (mandate.Revoked is not null)
        {
            return MandateRefusals.IsRevoked(mandate);
        }

        MandateVersion version = mandate.Last;
        if (version.Put is not null)
        {
            return Decision.Refuse("put-already", new(
                "this version was put to adoption already: draft an amendment first",
                "cette version est déjà soumise à l’adoption\u00a0: écrivez d’abord un amendement"));
        }

        if (version.Document.Term.Expires <= now)
        {
            return Decision.Refuse("expired", new(
                "this mandate would have ended already: give its clause of term a later end",
                "ce mandat serait déjà fini\u00a0: donnez à sa clause de durée une fin plus tardive"));
        }

        if (book.Rule is not { } rule)
        {
            return Decision.Refuse("no-rule", new(
                "no rule of adoption is in force: set one first, so that everybody knows it in advance",
                "aucune règle d’adoption n’est en vigueur\u00a0: fixez-en une d’abord, que chacun la connaisse "
                    + "d’avance"));
        }

        var put = new MandatePut(mandate.Id, version.Document.Version, version.Digest, rule) { By = act.By };
        return book.Rules[rule].Rule.Ratification is null
            ? Decision.Log(put.ToDraft())
            : Ratified(consultations, version.Document, put, act.Consultation);
    }

    private static Decision Ratified(
        ConsultationList consultations, MandateDocument document, MandatePut put, string? id)
    {
        if (id is null)
        {
            return Decision.Refuse("no-consultation", new(
                "the rule asks people to ratify it: draft a consultation for it, and name it",
                "la règle demande que des gens le ratifient\u00a0: préparez une consultation pour cela, et nommez-la"));
        }

        if (!consultations.TryGet(id, out Consultation? consultation))
        {
            return Refusals.NoConsultation(id);
        }

        if (consultation.Stage != Stage.Draft || consultation.HighestStatement > 0)
        {
            return Decision.Refuse("not-a-draft", new(
                "people ratify a mandate in a consultation of its own: name one that is still a draft, without "
                    + "statements",
                "on ratifie un mandat dans une consultation à lui\u00a0: nommez-en une encore en brouillon, sans "
                    + "énoncé"));
        }

        var seeds = new List<Draft>();
        var statements = new List<(string Clause, string Statement)>();
        foreach (Clause clause in document.Clauses)
        {
            string statement = (statements.Count + 1).ToString(CultureInfo.InvariantCulture);
            statements.Add((clause.Id, statement));
            seeds.Add(new StatementProposed(statement, StatementOf(document, clause), IsSeed: true, null)
                .ToDraft(id, null));
        }

        return Decision.Log([(put with { Consultation = id, Statements = statements }).ToDraft(), .. seeds]);
    }
}
