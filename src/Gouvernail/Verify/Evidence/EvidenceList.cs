using System.Text.Json;
using Gouvernail.Journals;
using Gouvernail.Verify.Signers;

namespace Gouvernail.Verify.Evidence;

/// <summary>The evidence of a log, and whose signatures count. What is not what it says counts for nothing.</summary>
public sealed class EvidenceList : TapedProjection
{
    private volatile EvidenceBook _book = EvidenceBook.Empty;

    /// <inheritdoc/>
    public override string Name => "evidence-1";

    /// <summary>What is known now; may be read at any time.</summary>
    public EvidenceBook Book => _book;

    /// <summary>True for the kinds of entries that evidence is made of.</summary>
    public static bool IsOurs(string kind) => kind is SignerRecognised.Kind or SignerRevoked.Kind or EvidenceFiled.Kind
        or ClauseContested.Kind or ContestationSettled.Kind;

    /// <summary>
    /// True where an entry of one of <see cref="IsOurs"/> reads as what it says it is, or is sealed and not opened.
    /// </summary>
    public static bool IsReadable(Entry entry, ReadOnlyMemory<byte> payload)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Kind switch
        {
            SignerRecognised.Kind => SignerRecognised.Read(entry) is not null,
            SignerRevoked.Kind => SignerRevoked.Read(entry) is not null,
            ContestationSettled.Kind => ContestationSettled.Read(entry) is not null,
            EvidenceFiled.Kind => entry.IsSealed && (payload.IsEmpty || EvidenceFiled.Read(payload) is not null),
            ClauseContested.Kind => entry.IsSealed && (payload.IsEmpty || ClauseContested.Read(payload) is not null),
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
    protected override void Forget() => _book = EvidenceBook.Empty;

    /// <inheritdoc/>
    protected override void Take(long position, Entry entry, ReadOnlyMemory<byte> payload)
    {
        ArgumentNullException.ThrowIfNull(entry);
        _book = entry.Kind switch
        {
            SignerRecognised.Kind when SignerRecognised.Read(entry) is { } recognised => Recognised(entry, recognised),
            SignerRevoked.Kind when SignerRevoked.Read(entry) is { } revoked
                && _book.Signers.FindIndex(signer => signer.Key.Id == revoked.Key) is >= 0 and int index =>
                _book with
                {
                    Signers = _book.Signers.SetItem(
                        index, _book.Signers[index] with { IsRevoked = true, Reason = revoked.Reason }),
                },
            EvidenceFiled.Kind when entry.IsSealed =>
                _book with { Filed = _book.Filed.Add(Filed(position, entry, EvidenceFiled.Read(payload))) },
            ClauseContested.Kind when entry.IsSealed => _book with
            {
                Contestations = _book.Contestations.Add(ClauseContested.Read(payload) is { } said
                    ? new Contestation(position, entry.Time, said.Automaton, said.Clause, said.Text, said.By)
                    : new Contestation(position, entry.Time, "", "", "", null)),
            },
            ContestationSettled.Kind when ContestationSettled.Read(entry) is { } settled
                && _book.Contestations.FindIndex(c => c.Position == settled.Contestation) is >= 0 and int index =>
                _book with
                {
                    Contestations = _book.Contestations.SetItem(
                        index, _book.Contestations[index] with { Settled = settled.Reason }),
                },
            _ => _book,
        };
    }

    private EvidenceBook Recognised(Entry entry, SignerRecognised recognised)
    {
        int index = _book.Signers.FindIndex(signer => signer.Key.Id == recognised.Key.Id);
        var signer = new Signer(recognised.Key, recognised.Name, recognised.Roles, entry.Time);
        return index < 0 ? _book with { Signers = _book.Signers.Add(signer) }
            : _book.Signers[index].IsRevoked ? _book
            : _book with { Signers = _book.Signers.SetItem(index, signer) };
    }

    private FiledEvidence Filed(long position, Entry entry, EvidenceFiled? filed)
    {
        if (filed is null || !Attestation.TryRead(filed.Envelope, out Attestation? attestation, out _))
        {
            return new FiledEvidence(position, entry.Time, "");
        }

        using JsonDocument predicate = JsonDocument.Parse(attestation.Predicate);
        return new FiledEvidence(position, entry.Time, filed.Automaton)
        {
            Envelope = filed.Envelope,
            Attestation = attestation,
            Digest = Blobs.NameOf(filed.Envelope.Payload.Span),
            Made = EvidenceTime.Of(predicate.RootElement) ?? DateTimeOffset.MinValue,
            SignedBy =
            [
                .. filed.Envelope.SignedBy(_book.Signers.Where(signer => !signer.IsRevoked).Select(s => s.Key))
                    .Select(key => key.Id),
            ],
        };
    }
}
