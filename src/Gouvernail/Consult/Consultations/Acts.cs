using System.Text;
using Gouvernail.Journals;
using Gouvernail.People;

namespace Gouvernail.Consult.Consultations;

/// <summary>Asks to open a consultation.</summary>
/// <param name="Opened">How it opens.</param>
/// <param name="Key">A fresh key for its pseudonyms (<see cref="Pseudonyms.NewKey"/>).</param>
public sealed record OpenConsultation(ConsultationOpened Opened, byte[] Key)
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ConsultationList state, OpenConsultation act)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(act);
        int length = Encoding.UTF8.GetByteCount(act.Opened.Topic)
            + Encoding.UTF8.GetByteCount(act.Opened.Description) + Encoding.UTF8.GetByteCount(act.Opened.Url);
        return length > ConsultationOpened.LongestTexts
            ? Decision.Refuse("texts-too-long", new(
                $"topic, description and address have {length} bytes together; a log's entry takes "
                    + $"{ConsultationOpened.LongestTexts}. Shorten the description",
                $"question, description et adresse font {length} octets\u00a0; une entrée du registre en prend "
                    + $"{ConsultationOpened.LongestTexts}. Raccourcissez la description"))
            : Decision.Log(act.Opened.ToDraft(state.NextId, act.Key));
    }
}

/// <summary>Asks to put a statement forward.</summary>
/// <param name="Consultation">The consultation's id.</param>
/// <param name="Pseudonym">Who; null for the facilitators.</param>
/// <param name="Proposed">The statement.</param>
public sealed record ProposeStatement(string Consultation, string? Pseudonym, StatementProposed Proposed)
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ConsultationList state, ProposeStatement act)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(act);
        return !state.TryGet(act.Consultation, out Consultation? consultation) ? Unknown.Consultation(act.Consultation)
            : consultation.Statements.ContainsKey(act.Proposed.Statement) ? Decision.Refuse("statement-exists", new(
                $"there is a statement {act.Proposed.Statement} already",
                $"il y a déjà un énoncé {act.Proposed.Statement}"))
            : Decision.Log(act.Proposed.ToDraft(act.Consultation, act.Pseudonym));
    }
}

/// <summary>Asks to moderate a statement.</summary>
/// <param name="Consultation">The consultation's id.</param>
/// <param name="Moderated">What the facilitators decided.</param>
public sealed record ModerateStatement(string Consultation, StatementModerated Moderated)
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ConsultationList state, ModerateStatement act)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(act);
        return !state.TryGet(act.Consultation, out Consultation? consultation) ? Unknown.Consultation(act.Consultation)
            : !consultation.Statements.ContainsKey(act.Moderated.Statement) ? Unknown.Statement(act.Moderated.Statement)
            : Decision.Log(act.Moderated.ToDraft(act.Consultation));
    }
}

/// <summary>Asks to cast a vote, or to change one.</summary>
/// <param name="Consultation">The consultation's id.</param>
/// <param name="Pseudonym">Who.</param>
/// <param name="Statement">The statement's id.</param>
/// <param name="Vote">1 agree, −1 disagree, 0 pass.</param>
public sealed record CastVote(string Consultation, string Pseudonym, string Statement, int Vote)
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ConsultationList state, CastVote act)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(act);
        return !state.TryGet(act.Consultation, out Consultation? consultation) ? Unknown.Consultation(act.Consultation)
            : !consultation.Statements.ContainsKey(act.Statement) ? Unknown.Statement(act.Statement)
            : act.Vote is < -1 or > 1 ? Decision.Refuse("not-a-vote", new(
                "a vote is 1 (agree), -1 (disagree) or 0 (pass)",
                "un vote est 1 (d’accord), -1 (pas d’accord) ou 0 (passe)"))
            : Decision.Log(new VoteCast(act.Statement, act.Vote, null).ToDraft(act.Consultation, act.Pseudonym));
    }
}

internal static class Unknown
{
    public static Decision Consultation(string id) => Decision.Refuse("no-such-consultation", new(
        $"there is no consultation {id} in this log", $"il n’y a pas de consultation {id} dans ce registre"));

    public static Decision Statement(string id) => Decision.Refuse("no-such-statement", new(
        $"there is no statement {id} in this consultation", $"il n’y a pas d’énoncé {id} dans cette consultation"));
}
