namespace Gouvernail.Consult;

/// <summary>What the person who reads a conversation may add to what its files say.</summary>
public sealed record ReadOptions
{
    private readonly int? _agreeIs;

    /// <summary>The number that means "agree" in the files, 1 or −1; null to go by what they declare.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Another number.</exception>
    public int? AgreeIs
    {
        get => _agreeIs;
        init => _agreeIs = value is null or 1 or -1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Agree is 1 or -1.");
    }

    /// <summary>True to keep every vote event (<see cref="Conversation.History"/>), not only the last ones.</summary>
    public bool KeepHistory { get; init; }

    /// <summary>Told the share of bytes read so far, 0 to 1.</summary>
    public IProgress<double>? Progress { get; init; }
}
