using Gouvernail.Journals;

namespace Gouvernail.Contest.Petitions;

/// <summary>The petitions of a log.</summary>
public sealed class PetitionList : TapedProjection
{
    private volatile PetitionBook _book = PetitionBook.Empty;

    /// <inheritdoc/>
    public override string Name => "petitions-1";

    /// <summary>What is known now; to be read at any time.</summary>
    public PetitionBook Book => _book;

    /// <summary>True for an entry that changes anything here; tombstones apart.</summary>
    public static bool Concerns(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Kind is PetitionThresholdsSet.Kind or PetitionStarted.Kind or PetitionDescribed.Kind
            or PetitionSigned.Kind or PetitionSignatureWithdrawn.Kind or PetitionPassed.Kind or PetitionDebated.Kind
            or PetitionAnswered.Kind or PetitionClosed.Kind;
    }

    /// <inheritdoc/>
    protected override bool Matters(Entry entry) => Concerns(entry);

    /// <inheritdoc/>
    protected override void Take(long position, Entry entry, ReadOnlyMemory<byte> payload) =>
        _book = _book.With(position, entry, payload);

    /// <inheritdoc/>
    protected override bool TryErase(long position, Entry entry)
    {
        PetitionBook? left = _book.Without(position, entry);
        _book = left ?? _book;
        return left is not null;
    }

    /// <inheritdoc/>
    protected override void Forget() => _book = PetitionBook.Empty;
}
