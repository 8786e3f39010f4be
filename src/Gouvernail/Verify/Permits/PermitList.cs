using Gouvernail.Journals;
using Gouvernail.Verify.Gate;

namespace Gouvernail.Verify.Permits;

/// <summary>The permits of a log.</summary>
public sealed class PermitList : TapedProjection
{
    private volatile PermitBook _book = PermitBook.Empty;

    /// <inheritdoc/>
    public override string Name => "permits-1";

    /// <summary>What is known now; may be read at any time.</summary>
    public PermitBook Book => _book;

    /// <summary>True for the kinds of entries that permits are made of.</summary>
    public static bool IsOurs(string kind) => kind is PermitSubmitted.Kind or GateDecided.Kind or PermitSuspended.Kind
        or PermitResumed.Kind or PermitRevoked.Kind or PermitExpired.Kind;

    /// <summary>True where an entry of one of <see cref="IsOurs"/> reads as what it says it is.</summary>
    public static bool IsReadable(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Kind switch
        {
            PermitSubmitted.Kind => PermitSubmitted.Read(entry) is not null,
            GateDecided.Kind => GateDecided.Read(entry) is not null,
            PermitSuspended.Kind => PermitSuspended.Read(entry) is not null,
            PermitResumed.Kind => PermitResumed.Read(entry) is not null,
            PermitRevoked.Kind => PermitRevoked.Read(entry) is not null,
            PermitExpired.Kind => PermitExpired.Read(entry) is not null,
            _ => true,
        };
    }

    /// <inheritdoc/>
    protected override bool Matters(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return IsOurs(entry.Kind);
    }

    /// <inheritdoc/>
    protected override void Forget() => _book = PermitBook.Empty;

    /// <inheritdoc/>
    protected override void Take(long position, Entry entry, ReadOnlyMemory<byte> payload)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (Next(entry) is { } permit)
        {
            string reason = PermitSuspended.Read(entry)?.Reason ?? PermitResumed.Read(entry)?.Reason
                ?? PermitRevoked.Read(entry)?.Reason ?? "";
            var step = new PermitStep(position, entry.Time, permit.Status, reason)
            {
                Petition = PermitSuspended.Read(entry)?.Petition,
                Decision = GateDecided.Read(entry)?.Decision,
            };
            _book = _book with
            {
                Permits = _book.Permits.SetItem(permit.Automaton, permit with { Steps = permit.Steps.Add(step) }),
            };
        }
    }

    private Permit? Next(Entry entry) => entry.Kind switch
    {
        PermitSubmitted.Kind when PermitSubmitted.Read(entry) is { } submitted =>
            _book.Of(submitted.Automaton) with
            {
                Status = PermitStatus.Submitted,
                Card = submitted.Card,
                Until = null,
                Petition = null,
            },
        GateDecided.Kind when GateDecided.Read(entry) is { Decision: var decision } =>
            Decided(_book.Of(decision.Automaton), decision),
        PermitSuspended.Kind when PermitSuspended.Read(entry) is { } suspended =>
            _book.Of(suspended.Automaton) with
            {
                Status = PermitStatus.Suspended,
                Until = null,
                Petition = suspended.Petition ?? _book.Of(suspended.Automaton).Petition,
            },
        PermitResumed.Kind when PermitResumed.Read(entry) is { } resumed
            && _book.Of(resumed.Automaton) is { Status: PermitStatus.Suspended } held =>
            held with { Status = PermitStatus.Submitted, Petition = null },
        PermitRevoked.Kind when PermitRevoked.Read(entry) is { } revoked =>
            _book.Of(revoked.Automaton) with { Status = PermitStatus.Revoked, Until = null },
        PermitExpired.Kind when PermitExpired.Read(entry) is { } expired
            && _book.Of(expired.Automaton) is { Status: PermitStatus.Admitted } over =>
            over with { Status = PermitStatus.Expired },
        _ => null,
    };

    /// <summary>
    /// A decision moves nothing that is suspended, revoked or never submitted, and lengthens no permit that stands.
    /// </summary>
    private static Permit? Decided(Permit permit, GateDecision decision) =>
        permit.Status is PermitStatus.Draft or PermitStatus.Suspended or PermitStatus.Revoked ? null : permit with
        {
            Status = decision.IsAdmitted ? PermitStatus.Admitted : PermitStatus.Refused,
            Until = permit.Status == PermitStatus.Admitted && permit.Until < decision.Until
                ? permit.Until
                : decision.Until,
            Decision = decision,
        };
}
