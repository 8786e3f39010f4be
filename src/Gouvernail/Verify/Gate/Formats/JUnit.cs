using System.Globalization;
using System.Text;
using System.Xml;

namespace Gouvernail.Verify.Gate.Formats;

/// <summary>
/// A decision as a JUnit report, which most build servers show: one case a rule, skipped where it asks nothing.
/// </summary>
public static class JUnit
{
    private static readonly XmlWriterSettings _settings = new()
    {
        Indent = true,
        NewLineChars = "\n",
        Encoding = new UTF8Encoding(false),
    };

    /// <summary>The file.</summary>
    public static byte[] Of(GateFindings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        GateDecision decision = findings.Decision;
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, _settings))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteStartElement("testsuite");
            Write(xml, "name", "gouvernail gate " + decision.Automaton);
            Write(xml, "tests", Number(decision.Rules.Count));
            Write(xml, "failures", Number(decision.Rules.Count(GateFindings.Refuses)));
            Write(xml, "errors", "0");
            Write(xml, "skipped", Number(decision.Rules.Count(rule => rule.Outcome == RuleOutcome.NotAsked)));
            Write(xml, "time", "0");
            Write(xml, "timestamp", decision.Time.UtcDateTime.ToString(
                "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
            foreach (RuleVerdict rule in decision.Rules)
            {
                Case(xml, findings, rule);
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void Case(XmlWriter xml, GateFindings findings, RuleVerdict rule)
    {
        xml.WriteStartElement("testcase");
        Write(xml, "classname", "gouvernail.gate." + findings.Decision.Automaton);
        Write(xml, "name", rule.Rule);
        Write(xml, "time", "0");
        if (GateFindings.Refuses(rule))
        {
            xml.WriteStartElement("failure");
            Write(xml, "message", GateWording.Of(rule).In(findings.Language));
            Write(xml, "type", RuleVerdict.Word(rule.Outcome));
            xml.WriteString(Clean(findings.Text(rule)));
            xml.WriteEndElement();
        }
        else if (rule.Outcome == RuleOutcome.NotAsked)
        {
            xml.WriteStartElement("skipped");
            Write(xml, "message", GateWording.Of(rule).In(findings.Language));
            xml.WriteEndElement();
        }
        else
        {
            xml.WriteElementString("system-out", Clean(findings.Text(rule)));
        }

        xml.WriteEndElement();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Write(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, Clean(value));

    /// <summary>Cards and logs hold characters that XML 1.0 has no way to write.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool isXml = rune.Value is '\t' or '\n' or '\r' or (>= 0x20 and not (0xfffe or 0xffff));
            clean.Append(isXml ? rune.ToString() : "\ufffd");
        }

        return clean.ToString();
    }
}
