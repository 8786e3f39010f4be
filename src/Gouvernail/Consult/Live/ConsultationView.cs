using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Invitations;

namespace Gouvernail.Consult.Live;

/// <summary>A consultation as it stands, votes apart: a copy, which does not change.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Opened">How it stands: question, reasons, terms.</param>
/// <param name="Stage">Where it is in its life.</param>
/// <param name="StageReason">The reason given when it last changed; empty where none was.</param>
public sealed record ConsultationView(string Id, ConsultationOpened Opened, Stage Stage, string StageReason)
{
    private readonly Dictionary<string, ListedStatement> _byId = new(StringComparer.Ordinal);

    /// <summary>All statements in the order of proposal, those set aside included.</summary>
    public required IReadOnlyList<ListedStatement> Statements
    {
        get;
        init
        {
            field = value;
            foreach (ListedStatement statement in value)
            {
                _byId.Add(statement.Id, statement);
            }
        }
    }

    /// <summary>The invitations made.</summary>
    public IReadOnlyList<InvitationsIssued> Invitations { get; init; } = [];

    /// <summary>The invitations revoked.</summary>
    public IReadOnlyList<InvitationsRevoked> Revoked { get; init; } = [];

    /// <summary>When it opened; null for a draft.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>True where results may be shown to everybody now.</summary>
    public bool ShowsResults => Opened.Terms.Results == ResultsShown.Live || Stage.IsOver();

    /// <summary>The statements that participants see.</summary>
    public IEnumerable<ListedStatement> Shown => Statements.Where(IsShown);

    /// <summary>True where participants see a statement.</summary>
    public bool IsShown(ListedStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return statement.IsShown(Opened.Terms.IsStrict);
    }

    /// <summary>Finds a statement; null where there is none.</summary>
    public ListedStatement? Find(string statement) => _byId.GetValueOrDefault(statement);

    /// <summary>
    /// The invitations that a serial number belongs to; null where there are none, or they were revoked.
    /// </summary>
    public InvitationsIssued? InvitationOf(int serial) => IsRevoked(serial) ? null : BatchOf(serial);

    /// <summary>The same, be they revoked.</summary>
    public InvitationsIssued? BatchOf(int serial) => Invitations.FirstOrDefault(i => i.Holds(serial));

    /// <summary>True where the invitation of a serial number was revoked.</summary>
    public bool IsRevoked(int serial) => Revoked.Any(r => serial >= r.First && serial - r.First < r.Count);
}
