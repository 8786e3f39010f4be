using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Gouvernail.Verify.Register;

/// <summary>Reads cards from files that nobody vouches for.</summary>
internal static class CardReader
{
    /// <summary>A card with blanks and line ends in it may be longer than its canonical form, within reason.</summary>
    public const int MostFileBytes = 10 * Card.MostBytes;

    private const int MostProblems = 100;

    private static readonly JsonDocumentOptions _document = new() { MaxDepth = 16 };

    public static CardReading Read(ReadOnlyMemory<byte> utf8)
    {
        ReadOnlyMemory<byte> text = utf8.Span.StartsWith("\ufeff"u8) ? utf8[3..] : utf8;
        if (text.Length > MostFileBytes)
        {
            return TooLarge(text.Length, MostFileBytes);
        }

        if (!Utf8.IsValid(text.Span))
        {
            return Of(new("text that is not UTF-8", "du texte qui n’est pas en UTF-8"), new(
                "JSON in UTF-8; save it again so", "du JSON en UTF-8\u00a0; enregistrez-le de nouveau ainsi"));
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(text, _document);
            return Read(document.RootElement);
        }
        catch (JsonException broken)
        {
            string line = ((broken.LineNumber ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
            string column = ((broken.BytePositionInLine ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
            return Of(
                new($"no JSON, or one too deep: line {line}, byte {column}",
                    $"ce n’est pas du JSON, ou il est trop profond\u00a0: ligne {line}, octet {column}"),
                new("one object in JSON; look for a comma or a quote too many or too few there",
                    "un objet en JSON\u00a0; cherchez là une virgule ou un guillemet en trop ou en moins"));
        }
        catch (InvalidOperationException)
        {
            return Of(
                new("a text with half a character (\\ud800 to \\udfff alone)",
                    "un texte avec une moitié de caractère (\\ud800 à \\udfff seul)"),
                new("Unicode; write the character itself", "de l’Unicode\u00a0; écrivez le caractère lui-même"));
        }
    }

    /// <summary>Reads what another format gave; blank texts and empty lists count as missing here as there.</summary>
    public static CardReading Read(JsonObject node)
    {
        if (!node.ContainsKey(CardJson.TypeMember))
        {
            node[CardJson.TypeMember] = Card.Type;
        }

        return Read(JsonSerializer.SerializeToElement(node));
    }

    private static CardReading Read(JsonElement root)
    {
        var problems = new List<CardProblem>();
        CardShapes.Card.CheckNeeded(root, problems);
        if (problems.Count > 0)
        {
            return new CardReading([.. problems.Take(MostProblems)]);
        }

        Card card = CardJson.ToCard(CardJson.Prune(JsonObject.Create(root))!);
        int length = card.ToBytes().Length;
        return length > Card.MostBytes ? TooLarge(length, Card.MostBytes) : new CardReading(card);
    }

    private static CardReading TooLarge(int length, int most)
    {
        string there = length.ToString(CultureInfo.InvariantCulture);
        string may = most.ToString(CultureInfo.InvariantCulture);
        return Of(
            new($"{there} bytes", $"{there} octets"),
            new($"at most {may}; put the rest at an address, and name it in the card",
                $"au plus {may}\u00a0; mettez le reste à une adresse, et nommez-la dans la fiche"));
    }

    private static CardReading Of(Wording found, Wording expected) => new([new CardProblem("", found, expected)]);
}
