namespace Gouvernail.Verify.Register.Formats;

/// <summary>Files that cards come from and go to.</summary>
public enum CardFormat
{
    /// <summary>Our own: <c>gouvernail/system-card/v1</c>.</summary>
    Card,

    /// <summary>CycloneDX 1.6, a bill of materials in JSON with a machine-learning model in it (ECMA-424).</summary>
    CycloneDx,

    /// <summary>A model card as Hugging Face has them: Markdown with YAML in front.</summary>
    HuggingFace,

    /// <summary>A registration of the Dutch algorithm register, publication standard 1.0.0, in JSON.</summary>
    Dutch,

    /// <summary>Records of the United Kingdom's Algorithmic Transparency Recording Standard in CSV; read only.
    /// </summary>
    Atrs,
}

/// <summary>The formats in words, and what reads and writes them.</summary>
public static class CardFormats
{
    private static readonly string[] _words = ["card", "cyclonedx", "huggingface", "dutch", "atrs"];

    /// <summary>The most bytes of a file that cards are read from.</summary>
    public const int MostFileBytes = 16 << 20;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CardFormat> All { get; } = Enum.GetValues<CardFormat>();

    /// <summary>Those that can be written.</summary>
    public static IReadOnlyList<CardFormat> Written { get; } = [.. All.Where(format => format != CardFormat.Atrs)];

    /// <summary>The word on the command line and in forms.</summary>
    public static string Word(this CardFormat format) => _words[(int)format];

    /// <summary>The format of a word; null where it is none.</summary>
    public static CardFormat? Of(string? word) =>
        Array.IndexOf(_words, word) is >= 0 and int index ? (CardFormat)index : null;

    /// <summary>The name of a file in that format, as the register's pages offer it.</summary>
    public static string FileName(this CardFormat format) => format switch
    {
        CardFormat.HuggingFace => "huggingface.md",
        CardFormat.Atrs => "atrs.csv",
        _ => format.Word() + ".json",
    };

    /// <summary>Its media type.</summary>
    public static string MediaType(this CardFormat format) => format switch
    {
        CardFormat.CycloneDx => "application/vnd.cyclonedx+json; version=1.6",
        CardFormat.HuggingFace => "text/markdown; charset=utf-8",
        CardFormat.Atrs => "text/csv; charset=utf-8",
        _ => "application/json",
    };

    /// <summary>Reads the cards of a file; in most formats there is one.</summary>
    /// <param name="format">The format.</param>
    /// <param name="utf8">The file, from whomever.</param>
    public static IReadOnlyList<CardImport> Import(this CardFormat format, ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Length > MostFileBytes)
        {
            return [CardImport.Failed(
                new($"{utf8.Length} bytes", $"{utf8.Length} octets"),
                new($"at most {MostFileBytes}; split the file", $"au plus {MostFileBytes}\u00a0; coupez le fichier"))];
        }

        return format switch
        {
            CardFormat.CycloneDx => [CycloneDx.Import(utf8)],
            CardFormat.HuggingFace => [HuggingFaceCard.Import(utf8)],
            CardFormat.Dutch => [DutchRegister.Import(utf8)],
            CardFormat.Atrs => AtrsRecords.Import(utf8),
            _ => [CardImport.Of(Card.Read(utf8))],
        };
    }

    /// <summary>Writes a card. The same card gives the same bytes.</summary>
    /// <exception cref="NotSupportedException">The format is only read.</exception>
    public static CardExport Export(this CardFormat format, Card card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return format switch
        {
            CardFormat.Card => new(card.ToBytes(), []),
            CardFormat.CycloneDx => new(CycloneDx.Export(card), []),
            CardFormat.HuggingFace => new(HuggingFaceCard.Export(card), []),
            CardFormat.Dutch => DutchRegister.Export(card),
            _ => throw new NotSupportedException($"The format {format.Word()} is only read."),
        };
    }
}

/// <summary>A card in another format.</summary>
/// <param name="Bytes">The file, in UTF-8.</param>
/// <param name="Problems">What the format asks for and the card does not say, or says at too great a length.</param>
public sealed record CardExport(byte[] Bytes, IReadOnlyList<CardProblem> Problems);
