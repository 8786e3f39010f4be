using Gouvernail.Consult.Consultations;
using Gouvernail.People;

namespace Gouvernail.Server.Consult.Facilitation.Api;

/// <summary>How a consultation is to stand, whole: what is left out is as usual.</summary>
public sealed record PlanRequest
{
    /// <summary>The question put to people.</summary>
    public string Topic { get; init; } = "";

    /// <summary>Why it is asked.</summary>
    public string Description { get; init; } = "";

    /// <summary>Who asks.</summary>
    public string Organiser { get; init; } = "";

    /// <summary>What will be done with the answers.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>Who may take part.</summary>
    public IReadOnlyList<Rung> Admits { get; init; } = [Rung.Open];

    /// <summary>True where participants may put statements forward.</summary>
    public bool TakesStatements { get; init; } = true;

    /// <summary>True where a statement is shown only once it was accepted.</summary>
    public bool IsStrict { get; init; }

    /// <summary>The most characters of a statement.</summary>
    public int StatementLength { get; init; } = 280;

    /// <summary>When results are shown.</summary>
    public ResultsShown Results { get; init; }

    /// <summary>True where the public may open the statements.</summary>
    public bool PublishesStatements { get; init; } = true;

    /// <summary>True where the public may open the votes.</summary>
    public bool PublishesVotes { get; init; } = true;

    /// <summary>Sites that may show it in a frame.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>The plan, of which the rules of the log are the judge.</summary>
    public ConsultationOpened ToPlan(string url, string by) => new(
        Topic, Description, url,
        (PublishesStatements ? Publication.Statements : Publication.Nothing)
            | (PublishesVotes ? Publication.Votes : Publication.Nothing))
    {
        By = by,
        Terms = new Terms
        {
            Organiser = Organiser,
            Outcome = Outcome,
            Admits = [.. Rungs.All.Where(Admits.Contains)],
            TakesStatements = TakesStatements,
            IsStrict = IsStrict,
            StatementLength = StatementLength,
            Results = Results,
            Hosts = [.. Hosts.Select(host => host ?? "")],
        },
    };
}

/// <summary>Statements to add.</summary>
/// <param name="Texts">The sentences.</param>
public sealed record SeedRequest(IReadOnlyList<string> Texts);

/// <summary>A stage to go to.</summary>
/// <param name="To">open, pause, resume, close, reopen or archive.</param>
/// <param name="Reason">Why; may be left out where none is needed.</param>
public sealed record StageRequest(string To, string Reason = "");

/// <summary>A decision on a statement.</summary>
/// <param name="Statement">The statement's id.</param>
/// <param name="Decision">accept, reject, meta, merge or back.</param>
/// <param name="Reason">Why; may be left out where none is needed.</param>
/// <param name="Same">The statement that stays, where this one is merged into it.</param>
public sealed record ModerationRequest(string Statement, string Decision, string Reason = "", string Same = "");

/// <summary>Invitations to make.</summary>
/// <param name="Count">How many.</param>
/// <param name="IsForMany">True where each is good for anybody who has it.</param>
/// <param name="Label">What the facilitators call them, in public.</param>
/// <param name="Days">In how many days they expire.</param>
public sealed record InvitationRequest(int Count, bool IsForMany = false, string Label = "", int Days = 90);

/// <summary>Invitations to revoke.</summary>
/// <param name="First">The first serial number.</param>
/// <param name="Count">How many.</param>
/// <param name="Reason">Why, in public.</param>
public sealed record RevocationRequest(int First, int Count, string Reason);

/// <summary>A role to give.</summary>
/// <param name="Role">Which.</param>
/// <param name="Name">What the others call them; may be left out.</param>
public sealed record RoleRequest(Role Role, string Name = "");
