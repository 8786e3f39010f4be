using System.Text.Json;

namespace Gouvernail.Consult;

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
            throw UnreadableException.Of(file, $"more than {LargestBytes} bytes", "the short format file of an export");
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
                file, (e.LineNumber ?? 0) + 1, 0, "text that is not JSON", "the format file of an export, whole"));
        }
    }

    private static TimeUnit Read(string file, JsonElement root, VoteConvention convention)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw UnreadableException.Of(file, "no JSON object", "the format file of an export");
        }

        if (root.TryGetProperty("format", out JsonElement format) && !Is(format, VoteConvention.Format))
        {
            throw UnreadableException.Of(
                file, $"the format {Excerpt.Of(format.GetRawText())}", $"\"{VoteConvention.Format}\"");
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
            : throw UnreadableException.Of(
                file, $"the timestamps {Excerpt.Of(times.GetRawText())}", "\"milliseconds\" or \"ordinal\"");
    }

    private static bool Is(JsonElement element, string text) =>
        element.ValueKind == JsonValueKind.String && element.ValueEquals(text);

    private static int? Number(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt32(out int number) ? number : null;
}
