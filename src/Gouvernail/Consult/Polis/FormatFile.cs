using System.Text.Json;

namespace Gouvernail.Consult.Polis;

/// <summary>format.json of an export: which numbers mean what.</summary>
internal static class FormatFile
{
    private const int LargestBytes = 1 << 20;

    /// <summary>Reads it, tells the convention what it declares, and gives the unit of the times.</summary>
    public static TimeUnit Read(string file, Stream stream, VoteConvention convention)
    {
        byte[] bytes = new byte[LargestBytes + 1];
        int length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (length > LargestBytes)
        {
            throw UnreadableException.Of(
                file,
                new($"more than {LargestBytes} bytes", $"plus de {LargestBytes} octets"),
                new("the short format file of an export", "le court fichier de format d’un export"));
        }

        ReadOnlyMemory<byte> text = bytes.AsMemory(0, length);
        text = text.Span.StartsWith("\uFEFF"u8) ? text[3..] : text;
        try
        {
            using var document = JsonDocument.Parse(text);
            return Read(file, document.RootElement, convention);
        }
        catch (JsonException e)
        {
            throw new UnreadableException(new InputProblem(
                file,
                (e.LineNumber ?? 0) + 1,
                0,
                new("text that is not JSON", "du texte qui n’est pas du JSON"),
                new("the format file of an export, whole", "le fichier de format d’un export, en entier")));
        }
    }

    private static TimeUnit Read(string file, JsonElement root, VoteConvention convention)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw UnreadableException.Of(
                file,
                new("no JSON object", "pas un objet JSON"),
                new("the format file of an export", "le fichier de format d’un export"));
        }

        if (root.TryGetProperty("format", out JsonElement format) && !Is(format, VoteConvention.Format))
        {
            Wording found = Excerpt.Of(format.GetRawText());
            throw UnreadableException.Of(
                file,
                new($"the format {found.English}", $"le format {found.French}"),
                Excerpt.Of(VoteConvention.Format));
        }

        if (root.TryGetProperty(VoteConvention.Key, out JsonElement declared))
        {
            string text = declared.ValueKind == JsonValueKind.String ? declared.GetString()! : declared.GetRawText();
            convention.Declare(text, file, 0);
        }

        if (root.TryGetProperty("vote", out JsonElement vote))
        {
            convention.Declare(
                Number(vote, "agree"), Number(vote, "disagree"), Number(vote, "pass") ?? 0, vote.GetRawText(), file, 0);
        }

        return !root.TryGetProperty("timestamps", out JsonElement times) ? TimeUnit.Undeclared
            : Is(times, "milliseconds") ? TimeUnit.Milliseconds
            : Is(times, "ordinal") ? TimeUnit.Ordinal
            : throw UnknownUnit(file, Excerpt.Of(times.GetRawText()));
    }

    private static UnreadableException UnknownUnit(string file, Wording found) => UnreadableException.Of(
        file,
        new($"the timestamps {found.English}", $"les temps {found.French}"),
        new("\"milliseconds\" or \"ordinal\"", "«\u00a0milliseconds\u00a0» ou «\u00a0ordinal\u00a0»"));

    private static bool Is(JsonElement element, string text) =>
        element.ValueKind == JsonValueKind.String && element.ValueEquals(text);

    private static int? Number(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt32(out int number) ? number : null;
}
