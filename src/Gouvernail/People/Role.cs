namespace Gouvernail.People;

/// <summary>What somebody may do for the community beyond taking part.</summary>
public enum Role
{
    /// <summary>Reads what the public does not, and decides nothing.</summary>
    Auditor,

    /// <summary>Moderates statements.</summary>
    Moderator,

    /// <summary>Prepares, opens and closes consultations, moderates, publishes results, and gives roles.</summary>
    Facilitator,
}
