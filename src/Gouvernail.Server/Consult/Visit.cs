using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Live;

namespace Gouvernail.Server.Consult;

/// <summary>Somebody at a consultation: who they are to it, and where its pages are for them.</summary>
/// <param name="Live">The consultation.</param>
/// <param name="View">The consultation apart from its votes, as it stood when they came.</param>
/// <param name="Base">The path under which its pages are for them, such as <c>/c/c1</c>.</param>
internal sealed record Visit(LiveConsultation Live, ConsultationView View, string Base)
{
    /// <summary>Who they are; null where nothing is known of them yet, not even a device.</summary>
    public Participation? Who { get; init; }

    /// <summary>True in a frame of another site.</summary>
    public bool IsFramed { get; init; }

    /// <summary>True where their personal invitation was revoked: what they did here stays theirs.</summary>
    public bool IsRevoked { get; init; }

    /// <summary>True where they may take part now, or could once their device has a cookie.</summary>
    public bool IsAdmitted => Who is { } who
        ? !IsRevoked && View.Opened.Terms.Allows(who.Rung)
        : View.Opened.Terms.Allows(Rung.Open);

    /// <summary>True where they can vote now.</summary>
    public bool CanAct => View.Stage == Stage.Open && IsAdmitted;

    /// <summary>True where their personal invitation has been used on another device too.</summary>
    public bool IsElsewhere => Who?.Device is { } device
        && Participant()?.Devices.Any(other => other != device.Device) == true;

    /// <summary>
    /// The place of the entry that has them on the community's list; null where they are not on it, or came otherwise.
    /// </summary>
    public long? Listing => Who?.Device is { } device ? Live.ListingOf(device.Invitation) : null;

    /// <summary>Their entries in the log, in its order.</summary>
    public IReadOnlyList<long> Entries() => [.. (Participant()?.Entries ?? []).Concat(
        Listing is { } listing ? [listing] : []).Order()];

    /// <summary>What they have done here; null where that is nothing.</summary>
    public LiveParticipant? Participant() => Who is null ? null : Live.Find(Who.Pseudonym);
}
