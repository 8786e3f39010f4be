namespace Gouvernail.Consult;

/// <summary>How much a file may ask of the machine before it is refused. Tests use smaller ones.</summary>
internal sealed record ReadLimits
{
    public static ReadLimits Default { get; } = new();

    /// <summary>Bytes of one field, quotes removed.</summary>
    public int FieldBytes { get; init; } = 1 << 20;

    /// <summary>Bytes of one row.</summary>
    public int LineBytes { get; init; } = 16 << 20;

    /// <summary>Vote events: their sort needs whole numbers of 32 bits and arrays of that length.</summary>
    public int Events { get; init; } = int.MaxValue / 2;

    /// <summary>Bytes that may come out of one archive.</summary>
    public long UnpackedBytes { get; init; } = 8L << 30;

    /// <summary>Bytes that may come out of an archive before its ratio is looked at.</summary>
    public long UnpackedFreely { get; init; } = 64 << 20;

    /// <summary>Bytes out per byte in: text of people's votes stays far below.</summary>
    public int UnpackedRatio { get; init; } = 200;

    /// <summary>Bytes of a participant's or statement's id.</summary>
    public const int IdBytes = 256;
}
