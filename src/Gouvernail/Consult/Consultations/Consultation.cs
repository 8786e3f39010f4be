using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Gouvernail.Consult.Invitations;

namespace Gouvernail.Consult.Consultations;

/// <summary>What is known of a consultation from the log, as far as acts need to know it.</summary>
/// <param name="Id">Its id: "c" and its number, from 1, in the order in which they were drafted or opened.</param>
public sealed partial record Consultation(string Id)
{
    private readonly Dictionary<string, ListedStatement> _statements = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly List<InvitationsIssued> _invitations = [];
    private readonly List<InvitationsRevoked> _revoked = [];
    private readonly Dictionary<string, Admission> _admitted = new(StringComparer.Ordinal);

    /// <summary>How it opens, opened, or stands since its last edit.</summary>
    public required ConsultationOpened Opened { get; set; }

    /// <summary>Where it is in its life.</summary>
    public Stage Stage { get; internal set; }

    /// <summary>The reason given when it last changed stage; empty where none was.</summary>
    public string StageReason { get; internal set; } = "";

    /// <summary>Its statements by id.</summary>
    public IReadOnlyDictionary<string, ListedStatement> Statements => _statements;

    /// <summary>Its statements in the order in which they were proposed.</summary>
    public IEnumerable<ListedStatement> InOrder => _order.Select(id => _statements[id]);

    /// <summary>How many votes were cast, changes of mind included.</summary>
    public long Votes { get; internal set; }

    /// <summary>The invitations made.</summary>
    public IReadOnlyList<InvitationsIssued> Invitations => _invitations;

    /// <summary>The invitations revoked.</summary>
    public IReadOnlyList<InvitationsRevoked> Revoked => _revoked;

    /// <summary>The id that the next statement will have: one more than the highest number so far.</summary>
    public string NextStatement => (HighestStatement + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>The next serial number of an invitation.</summary>
    public int NextInvitation => _invitations.Count == 0 ? 1 : _invitations[^1].First + _invitations[^1].Count;

    internal IEnumerable<KeyValuePair<string, Admission>> Admissions => _admitted;

    /// <summary>The highest number that a statement bears or bore.</summary>
    internal long HighestStatement { get; set; }

    /// <summary>How a participant was admitted; false where they have not taken part.</summary>
    public bool TryGetAdmission(string pseudonym, [NotNullWhen(true)] out Admission? admission) =>
        _admitted.TryGetValue(pseudonym, out admission);
}

/// <summary>How a participant was admitted.</summary>
/// <param name="Rung">The highest rung so far.</param>
/// <param name="Position">The place in the log of that admission.</param>
public sealed record Admission(Rung Rung, long Position)
{
    private readonly List<string> _devices = [];

    /// <summary>The devices on which their invitation was used, by pseudonym.</summary>
    public IReadOnlyList<string> Devices => _devices;

    internal void Add(string device)
    {
        if (!_devices.Contains(device))
        {
            _devices.Add(device);
        }
    }

    internal Admission Raised(Rung rung, long position)
    {
        var raised = new Admission(rung, position);
        raised._devices.AddRange(_devices);
        return raised;
    }
}
