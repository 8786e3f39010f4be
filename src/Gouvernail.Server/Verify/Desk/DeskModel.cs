using Gouvernail.Journals;
using Gouvernail.People;
using Gouvernail.Verify.Evidence;
using Gouvernail.Verify.Permits;

namespace Gouvernail.Server.Verify.Desk;

/// <summary>What waits for those who look after automata, permits and signers.</summary>
/// <param name="Self">Who looks.</param>
/// <param name="Automata">The automata of this page, those first that wait for something.</param>
/// <param name="Contestations">Counter-evidence that stands, the oldest first.</param>
/// <param name="Signers">Whose signatures count, or did.</param>
public sealed record DeskModel(
    RoleHolder Self,
    IReadOnlyList<DeskLine> Automata,
    IReadOnlyList<Contestation> Contestations,
    IReadOnlyList<Signer> Signers)
{
    /// <summary>How many automata a page shows.</summary>
    public const int PageSize = 20;

    /// <summary>How many automata there are in all.</summary>
    public int Count { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>True for who may act.</summary>
    public bool CanAct => Self.Allows(Role.Facilitator);

    /// <summary>Why nothing was done; null where there is nothing to say.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>The key that was typed.</summary>
    public string Key { get; init; } = "";

    /// <summary>The name that was typed.</summary>
    public string Name { get; init; } = "";

    /// <summary>The roles that were typed.</summary>
    public string Roles { get; init; } = "";
}

/// <summary>An automaton that somebody looks after.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What its card calls it.</param>
/// <param name="Permit">Its permit.</param>
/// <param name="Status">Where the permit is now.</param>
/// <param name="HasNewCard">True where the card was amended after it was submitted.</param>
/// <param name="IsRetired">True where it is used no more.</param>
public sealed record DeskLine(
    string Id, string Name, Permit Permit, PermitStatus Status, bool HasNewCard, bool IsRetired)
{
    /// <summary>True where somebody has to do something before it may run.</summary>
    public bool Waits => !IsRetired && (HasNewCard || Status != PermitStatus.Admitted);

    /// <summary>True where a submission means something.</summary>
    public bool CanSubmit => !IsRetired && Status != PermitStatus.Suspended;

    /// <summary>True where there is a permit, or a wish for one, to suspend.</summary>
    public bool CanSuspend => Status is not (PermitStatus.Draft or PermitStatus.Suspended or PermitStatus.Revoked);

    /// <summary>True where there is something to take back.</summary>
    public bool CanRevoke => Status is not (PermitStatus.Draft or PermitStatus.Revoked);
}
