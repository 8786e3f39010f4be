namespace Gouvernail.Journals;

/// <summary>
/// An event on its way to the log: an entry without its time and place, and what has to happen outside the tree in the
/// same instant. Either <see cref="Body"/> or <see cref="Payload"/> is there, never both.
/// </summary>
/// <param name="Kind">What happened, in the words of <c>docs/formats/entries.md</c>.</param>
public sealed record Draft(string Kind)
{
    /// <summary>The consultation it belongs to; null for an event of the community.</summary>
    public string? Consultation { get; init; }

    /// <summary>Who did it, under the consultation's pseudonyms; null where it was the community's own act.</summary>
    public string? Pseudonym { get; init; }

    /// <summary>Canonical JSON that everybody may read for ever.</summary>
    public byte[]? Body { get; init; }

    /// <summary>Canonical JSON that can be erased: the entry only commits to it.</summary>
    public byte[]? Payload { get; init; }

    /// <summary>An entry whose payload and key are deleted when this is committed.</summary>
    public long? Erases { get; init; }

    /// <summary>Secrets that are kept or, where their bytes are empty, destroyed when this is committed.</summary>
    public IReadOnlyList<Secret> Secrets { get; init; } = [];
}

/// <summary>Bytes kept beside the log and never shown.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Bytes">The secret; empty to destroy it.</param>
public sealed record Secret(string Name, byte[] Bytes);
