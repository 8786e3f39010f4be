using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gouvernail.Log;
using Gouvernail.Log.Notes;

namespace Gouvernail.Cli.Receipts;

/// <summary>A verdict for programs; its fields are those of <c>docs/formats/log.md</c>.</summary>
internal static class ReceiptJson
{
    private static readonly JsonWriterOptions _options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One object on one line.</summary>
    public static byte[] Of(ReceiptVerdict verdict)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, _options))
        {
            json.WriteStartObject();
            json.WriteBoolean("holds", verdict.Problem is null);
            if (verdict.Problem is not null)
            {
                json.WriteString("problem", verdict.Name);
            }

            json.WriteString("log", verdict.Checkpoint.Origin);
            if (verdict.Accepted is { } accepted)
            {
                json.WriteString("logKey", accepted.Log.ToString());
            }

            json.WriteNumber("size", verdict.Checkpoint.Size);
            json.WriteString("root", verdict.Checkpoint.Root.ToString());
            json.WriteNumber("index", verdict.Receipt.Index);
            WriteEntry(json, verdict);
            json.WriteStartArray("cosignatures");
            foreach (VerifiedSignature cosignature in verdict.Accepted?.Cosignatures ?? [])
            {
                json.WriteStartObject();
                json.WriteString("witness", cosignature.Key.Name);
                json.WriteString("key", cosignature.Key.ToString());
                json.WriteString("time", Time(cosignature.Time!.Value));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void WriteEntry(Utf8JsonWriter json, ReceiptVerdict verdict)
    {
        json.WriteStartObject("entry");
        json.WriteString("from", verdict.IsOwnEntry ? "receipt" : "file");
        json.WriteNumber("bytes", verdict.Entry.Length);
        json.WriteString("leaf", Hash.Leaf(verdict.Entry).ToString());
        if (EntryText.Of(verdict.Entry) is { } text)
        {
            json.WriteString("text", text);
        }
        else
        {
            json.WriteBase64String("base64", verdict.Entry);
        }

        json.WriteEndObject();
    }

    private static string Time(DateTimeOffset time) =>
        time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
