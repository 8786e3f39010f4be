using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gouvernail.Verify.Gate.Formats;

/// <summary>
/// A decision as a SARIF 2.1.0 log (https://docs.oasis-open.org/sarif/sarif/v2.1.0/). Whatever refuses is a
/// <c>fail</c> of level <c>error</c>, missing evidence too: viewers pass over the other kinds.
/// </summary>
public static class Sarif
{
    /// <summary>The schema that it follows.</summary>
    public const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    private static readonly JsonWriterOptions _options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The file.</summary>
    public static byte[] Of(GateFindings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, _options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            Run(json, findings);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void Run(Utf8JsonWriter json, GateFindings findings)
    {
        GateDecision decision = findings.Decision;
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "gouvernail gate");
        json.WriteStartArray("rules");
        foreach (RuleVerdict rule in decision.Rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Rule);
            Message(json, "shortDescription", rule.Clause.Length > 0 ? $"{rule.Rule} ({rule.Clause})" : rule.Rule);
            Message(json, "help", findings.Text(rule));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("automationDetails");
        json.WriteString("id", $"gouvernail-gate/{Uri.EscapeDataString(decision.Automaton)}/");
        json.WriteEndObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        for (int i = 0; i < decision.Rules.Count; i++)
        {
            Result(json, findings, i);
        }

        json.WriteEndArray();
        json.WriteStartObject("properties");
        json.WriteString("outcome", decision.IsAdmitted ? "admitted" : "refused");
        json.WriteNumber("exitCode", decision.ExitCode);
        json.WriteString("class", decision.Class);
        json.WriteNumber("logSize", decision.Size);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Result(Utf8JsonWriter json, GateFindings findings, int index)
    {
        GateDecision decision = findings.Decision;
        RuleVerdict rule = decision.Rules[index];
        bool refuses = GateFindings.Refuses(rule);
        json.WriteStartObject();
        json.WriteString("ruleId", rule.Rule);
        json.WriteNumber("ruleIndex", index);
        json.WriteString("kind", refuses ? "fail" : rule.Outcome == RuleOutcome.Pass ? "pass" : "notApplicable");
        json.WriteString("level", refuses ? "error" : "none");
        Message(json, "message", findings.Text(rule));
        json.WriteStartArray("locations");
        json.WriteStartObject();
        if (findings.CardFile is { } file)
        {
            json.WriteStartObject("physicalLocation");
            json.WriteStartObject("artifactLocation");
            json.WriteString("uri", Address(file));
            json.WriteEndObject();
            json.WriteStartObject("region");
            json.WriteNumber("startLine", 1);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("name", decision.Automaton);
        json.WriteString("kind", "module");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints");
        json.WriteString("gouvernailRule/v1", Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{decision.Automaton}\n{rule.Rule}"))));
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("outcome", RuleVerdict.Word(rule.Outcome));
        json.WriteString("code", rule.Code);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Message(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    /// <summary>A path as a URI reference (RFC 3986), relative where the path is.</summary>
    private static string Address(string path)
    {
        if (Path.IsPathRooted(path))
        {
            return new Uri(path).AbsoluteUri;
        }

        string[] parts = path.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries);
        return string.Join('/', parts.Where(part => part != ".").Select(Uri.EscapeDataString));
    }
}
