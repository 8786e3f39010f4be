using System.Text.Encodings.Web;
using System.Text.Json;
using Gouvernail.Audits;
using Gouvernail.Journals;
using Gouvernail.Log.Notes;

namespace Gouvernail.Cli.Logs;

/// <summary>What an audit found, as one JSON object: docs/formats/commands.md.</summary>
internal static class AuditJson
{
    private static readonly JsonWriterOptions _options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Of(AuditReport report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, _options))
        {
            json.WriteStartObject();
            json.WriteBoolean("holds", !report.IsTampered && !report.IsMismatched);
            json.WriteBoolean("complete", !report.IsIncomplete && report.TreeHolds && !report.TreeOnly);
            Head(json, report);
            json.WriteBoolean("treeHolds", report.TreeHolds);
            if (report.TreeHolds && !report.TreeOnly)
            {
                Counts(json, report.Counts);
                Results(json, report);
                json.WriteNumber("adoptions", report.Adoptions);
                json.WriteNumber("decisions", report.Decisions);
                Erasures(json, report);
            }

            json.WriteStartArray("findings");
            foreach (AuditFinding finding in report.Findings)
            {
                json.WriteStartObject();
                json.WriteString("kind", finding.Kind switch
                {
                    FindingKind.Tampered => "tampered",
                    FindingKind.Mismatch => "mismatch",
                    FindingKind.Remark => "remark",
                    _ => "unchecked",
                });
                json.WriteString("en", finding.What.English);
                json.WriteString("fr", finding.What.French);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void Head(Utf8JsonWriter json, AuditReport report)
    {
        if (report.Checkpoint is { } head)
        {
            json.WriteStartObject("checkpoint");
            json.WriteString("origin", head.Origin);
            json.WriteNumber("size", head.Size);
            json.WriteString("root", head.Root.ToString());
            json.WriteEndObject();
        }

        json.WriteString("key", report.Key?.ToString());
        json.WriteBoolean("keyIsFromBundle", report.KeyIsFromBundle);
        json.WriteStartArray("witnesses");
        foreach (VerifiedSignature witness in report.Cosignatures)
        {
            json.WriteStartObject();
            json.WriteString("name", witness.Key.Name);
            json.WriteString("time", witness.Time is { } time ? Entry.Format(time) : null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Counts(Utf8JsonWriter json, EntryCounts counts)
    {
        json.WriteStartObject("entries");
        json.WriteNumber("public", counts.Public);
        json.WriteNumber("sealed", counts.Sealed);
        json.WriteNumber("opened", counts.Opened);
        json.WriteNumber("erased", counts.Erased);
        json.WriteNumber("closed", counts.Closed);
        json.WriteNumber("damaged", counts.Damaged);
        json.WriteNumber("foreign", counts.Foreign);
        json.WriteEndObject();
    }

    private static void Results(Utf8JsonWriter json, AuditReport report)
    {
        json.WriteStartArray("results");
        foreach (ResultVerdict verdict in report.Results)
        {
            json.WriteStartObject();
            json.WriteNumber("index", verdict.Position);
            json.WriteString("consultation", verdict.Result.Consultation);
            json.WriteString("method", $"{verdict.Result.Method}/{verdict.Result.Version}");
            json.WritePropertyName("parameters");
            json.WriteRawValue(verdict.Result.Parameters.Span);
            json.WriteNumber("size", verdict.Result.Size);
            json.WriteString("root", verdict.Result.Root.ToString());
            json.WriteString("output", verdict.Result.Output);
            json.WriteString("status", verdict.Status switch
            {
                ResultStatus.Reproduced => "reproduced",
                ResultStatus.AfterErasure => "after-erasure",
                ResultStatus.NotPublished => "not-published",
                ResultStatus.UnknownMethod => "unknown-method",
                _ => "differs",
            });
            json.WriteBoolean("hasOutput", verdict.HasOutput);
            json.WriteNumber("erasedSince", verdict.ErasedSince);
            json.WriteString("difference", verdict.Difference?.English);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Erasures(Utf8JsonWriter json, AuditReport report)
    {
        json.WriteStartArray("erasures");
        foreach ((long position, Tombstone tombstone) in report.Erasures)
        {
            json.WriteStartObject();
            json.WriteNumber("index", tombstone.Index);
            json.WriteNumber("tombstone", position);
            json.WriteString("ground", tombstone.Ground);
            json.WriteString("authority", tombstone.Authority);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
