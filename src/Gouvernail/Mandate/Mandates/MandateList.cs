using Gouvernail.Aggregate.Results;
using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;
using Gouvernail.Mandate.Adoption;

namespace Gouvernail.Mandate.Mandates;

/// <summary>The mandates of a log. What does not follow from what stood before counts for nothing.</summary>
public sealed class MandateList : TapedProjection
{
    private volatile MandateBook _book = MandateBook.Empty;

    /// <inheritdoc/>
    public override string Name => "mandates-1";

    /// <summary>What is known now; may be read at any time.</summary>
    public MandateBook Book => _book;

    /// <summary>True for the kinds of entries that mandates are made of.</summary>
    public static bool IsOurs(string kind) => kind is AdoptionRuleSet.Kind or MandateDrafted.Kind or MandatePut.Kind
        or MandateSigned.Kind or MandateAdopted.Kind or MandateRevoked.Kind;

    /// <summary>True where an entry of one of <see cref="IsOurs"/> reads as what it says it is.</summary>
    public static bool IsReadable(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Kind switch
        {
            AdoptionRuleSet.Kind => AdoptionRuleSet.Read(entry) is not null,
            MandateDrafted.Kind => MandateDrafted.Read(entry) is not null,
            MandatePut.Kind => MandatePut.Read(entry) is not null,
            MandateSigned.Kind => MandateSigned.Read(entry) is not null,
            MandateAdopted.Kind => MandateAdopted.Read(entry) is not null,
            MandateRevoked.Kind => MandateRevoked.Read(entry) is not null,
            _ => true,
        };
    }

    /// <inheritdoc/>
    protected override bool Matters(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return IsOurs(entry.Kind) || entry.Kind is ResultPublished.Kind or StageChanged.Kind;
    }

    /// <inheritdoc/>
    protected override void Forget() => _book = MandateBook.Empty;

    /// <inheritdoc/>
    protected override void Take(long position, Entry entry, ReadOnlyMemory<byte> payload)
    {
        ArgumentNullException.ThrowIfNull(entry);
        _book = entry.Kind switch
        {
            AdoptionRuleSet.Kind when AdoptionRuleSet.Read(entry) is { } set =>
                _book with { Rules = _book.Rules.Add(position, set) },
            ResultPublished.Kind when ResultPublished.TryRead(entry, out ResultPublished? result) =>
                _book with { Results = _book.Results.Add(position, result) },
            StageChanged.Kind when StageChanged.Read(entry) is { } changed && entry.Consultation is { } id =>
                _book with
                {
                    Closed = changed.Stage switch
                    {
                        Stage.Closed => _book.Closed.SetItem(id, position),
                        Stage.Archived => _book.Closed,
                        _ => _book.Closed.Remove(id),
                    },
                },
            MandateDrafted.Kind when MandateDrafted.Read(entry) is { } drafted => Drafted(position, entry, drafted),
            MandatePut.Kind when MandatePut.Read(entry) is { } put => Changed(put.Mandate, put.Version, version =>
                version is { Put: null } && version.Digest == put.Digest
                    ? version with { Put = put, PutAt = position }
                    : null),
            MandateSigned.Kind when MandateSigned.Read(entry) is { } signed =>
                Changed(signed.Mandate, signed.Version, version =>
                    version is { Put: not null } && version.Signatures.TrueForAll(s => s.Key != signed.Key)
                        ? version with { Signatures = version.Signatures.Add(signed) }
                        : null),
            MandateAdopted.Kind when MandateAdopted.Read(entry) is { } adopted =>
                Changed(adopted.Mandate, adopted.Version, version =>
                    version is { Put: not null, Adopted: null } && version.Digest == adopted.Digest
                        ? version with { Adopted = adopted, AdoptedAt = position, Since = entry.Time }
                        : null),
            MandateRevoked.Kind when MandateRevoked.Read(entry) is { } revoked
                && _book.Find(revoked.Mandate) is { Revoked: null } mandate =>
                _book.With(mandate with { Revoked = new Revocation(position, entry.Time, revoked.Reason) }),
            _ => _book,
        };
    }

    private MandateBook Drafted(long position, Entry entry, MandateDrafted drafted)
    {
        MandateDocument document = drafted.Document;
        var version = new MandateVersion(document, document.Digest, position, entry.Time);
        MandateHistory? mandate = _book.Find(document.Id);
        int expected = mandate is null ? 1 : DraftMandate.NextVersion(mandate);
        bool isNext = document.Version == expected && (mandate is not null || document.Id == _book.NextId);
        return isNext ? _book.With((mandate ?? new MandateHistory(document.Id, [])).With(version)) : _book;
    }

    private MandateBook Changed(string id, int number, Func<MandateVersion, MandateVersion?> change) =>
        _book.Find(id) is { } mandate && mandate.Find(number) is { } version && change(version) is { } changed
            ? _book.With(mandate.With(changed))
            : _book;
}
