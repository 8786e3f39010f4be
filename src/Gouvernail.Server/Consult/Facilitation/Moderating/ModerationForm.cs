using Gouvernail.Choice;
using Gouvernail.Consult.Consultations;

namespace Gouvernail.Server.Consult.Facilitation.Moderating;

/// <summary>A decision on a statement, as it is sent.</summary>
/// <param name="Statement">The statement's id.</param>
/// <param name="Decision">accept, reject, meta, merge or back.</param>
/// <param name="Reason">Why; may be empty where none is needed.</param>
/// <param name="Same">The statement that stays, where this one is merged into it.</param>
public sealed record ModerationForm(string Statement, string Decision, string Reason, string Same)
{
    /// <summary>The act; null where there is no such decision.</summary>
    public StatementModerated? ToAct(string by) => Decision switch
    {
        "accept" => new(Statement, Moderation.Accepted, IsMeta: false) { By = by },
        "meta" => new(Statement, Moderation.Accepted, IsMeta: true) { By = by },
        "back" => new(Statement, Moderation.Unmoderated, IsMeta: false) { By = by },
        "reject" => new(Statement, Moderation.Rejected, IsMeta: false) { By = by, Reason = Reason },
        "merge" => new(Statement, Moderation.Rejected, IsMeta: false) { By = by, Reason = Reason, SameAs = Same },
        _ => null,
    };

    /// <summary>Reads what was sent: a reason picked and one typed are one reason.</summary>
    public static ModerationForm Read(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        string[] reasons = [.. ((string[])[form["preset"].ToString(), form["reason"].ToString()])
            .Select(reason => reason.ReplaceLineEndings(" ").Trim()).Where(reason => reason.Length > 0)];
        string typed = form["same"].ToString().Trim();
        return new ModerationForm(
            form["statement"].ToString(),
            form["decision"].ToString(),
            string.Join(" · ", reasons),
            typed.Length > 0 ? typed : form["near"].ToString());
    }
}
