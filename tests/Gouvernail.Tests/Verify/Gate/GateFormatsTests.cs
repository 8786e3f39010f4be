using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Gouvernail.Tests.Verify.Register.Formats;
using Gouvernail.Verify.Gate;
using Gouvernail.Verify.Gate.Formats;

namespace Gouvernail.Tests.Verify.Gate;

/// <summary>Decisions as other programs read them.</summary>
public sealed class GateFormatsTests
{
    private static GateDecision Refused => GateRules.Decide(
        GateCase.Question([GateCase.Filed(20, 0, -1, 0.3)]) with { Permit = new("a1") });

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.French)]
    public void In_sarif_whatever_refuses_is_an_error_and_nothing_else_has_a_level(Language language)
    {
        GateDecision decision = Refused;
        var findings = new GateFindings(decision, language) { CardFile = "cards/one two.json" };
        using JsonDocument document = JsonDocument.Parse(Sarif.Of(findings));
        JsonElement root = document.RootElement;
        root.GetProperty("version").GetString().ShouldBe("2.1.0");
        JsonElement run = root.GetProperty("runs").EnumerateArray().ShouldHaveSingleItem();
        run.GetProperty("automationDetails").GetProperty("id").GetString().ShouldBe("gouvernail-gate/a1/");
        JsonElement[] rules = [.. run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()];
        JsonElement[] results = [.. run.GetProperty("results").EnumerateArray()];
        results.Length.ShouldBe(decision.Rules.Count);
        for (int i = 0; i < results.Length; i++)
        {
            RuleVerdict rule = decision.Rules[i];
            bool refuses = decision.Refusing.Contains(rule);
            string kind = results[i].GetProperty("kind").GetString()!;
            kind.ShouldBe(refuses ? "fail" : rule.Outcome == RuleOutcome.Pass ? "pass" : "notApplicable");
            results[i].GetProperty("level").GetString().ShouldBe(refuses ? "error" : "none");
            results[i].GetProperty("ruleIndex").GetInt32().ShouldBe(i);
            rules[i].GetProperty("id").GetString().ShouldBe(results[i].GetProperty("ruleId").GetString());
            rules[i].TryGetProperty("helpUri", out _).ShouldBeFalse();
            rules[i].GetProperty("help").GetProperty("text").GetString().ShouldNotBeNullOrWhiteSpace();
            results[i].GetProperty("message").GetProperty("text").GetString()!
                .ShouldContain(GateWording.Of(rule).In(language));
            results[i].GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation")
                .GetProperty("uri").GetString().ShouldBe("cards/one%20two.json");
        }
    }

    [Fact]
    public void Sarif_is_what_its_schema_asks_for()
    {
        // The schema of the committee draft comes with @microsoft/jest-sarif (MIT), beside ajv.
        string path = Path.Combine(
            Environment.GetEnvironmentVariable("GOUVERNAIL_CYCLONEDX") ?? "",
            "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
        Assert.SkipUnless(
            File.Exists(path), "Install @microsoft/jest-sarif in the folder that GOUVERNAIL_CYCLONEDX names.");

        // One of its patterns, for languages, has a bracket too many, which readers in Unicode refuse. It is of draft
        // 4,
        // which says id for $id; nothing else in it reads otherwise now.
        var schema = (JsonObject)JsonNode.Parse(File.ReadAllText(path)
            .Replace("-[a-zA-Z]{2}]?$", "-[a-zA-Z]{2}$", StringComparison.Ordinal))!;
        schema.Remove("$schema");
        schema.Remove("id");
        JsonNode sarif = JsonNode.Parse(
            Sarif.Of(new GateFindings(Refused, Language.English) { CardFile = "/a b/card.json" }))!;
        JsonNode bare = JsonNode.Parse(Sarif.Of(new GateFindings(GateRules.Decide(GateCase.Admitted), default)))!;
        JsonNode broken = sarif.DeepClone();
        broken["runs"]![0]!["results"]![0]!["level"] = "fatal";
        string?[] complaints = Ajv.Complaints(schema, [sarif, bare, broken]);
        complaints[..2].ShouldBe([null, null]);
        complaints[2].ShouldNotBeNull();
    }

    [Fact]
    public void Without_a_card_in_hand_sarif_names_the_automaton_and_no_file()
    {
        string sarif = Encoding.UTF8.GetString(Sarif.Of(new GateFindings(Refused, Language.English)));
        sarif.ShouldNotContain("physicalLocation");
        sarif.ShouldContain("\"logicalLocations\"");
    }

    [Fact]
    public void In_junit_a_rule_is_a_case_that_fails_or_is_skipped()
    {
        GateDecision decision = Refused;
        var findings = new GateFindings(decision, Language.English) { Next = _ => "gouvernail …" };
        XElement suite = XDocument.Load(new MemoryStream(JUnit.Of(findings))).Root!.Elements().ShouldHaveSingleItem();
        suite.Attribute("tests")!.Value.ShouldBe($"{decision.Rules.Count}");
        suite.Attribute("failures")!.Value.ShouldBe("2");
        suite.Elements("testcase").Count().ShouldBe(decision.Rules.Count);
        XElement failure = suite.Elements("testcase").Single(it => it.Attribute("name")!.Value == "m1#3")
            .Element("failure")!;
        failure.Attribute("message")!.Value.ShouldContain("0.3, not ≤ 0.1");
        failure.Value.ShouldContain("clause m1#3 (412 votes)");
        failure.Value.ShouldContain("Next: gouvernail …");
        suite.Descendants("skipped").Count().ShouldBe(
            decision.Rules.Count(rule => rule.Outcome == RuleOutcome.NotAsked));
    }

    [Fact]
    public void Characters_that_xml_cannot_write_do_not_break_it()
    {
        GateQuestion question = GateCase.Admitted;
        GateDecision decision = GateRules.Decide(
            question with { Subject = question.Subject! with { Purposes = ["a\u0001<b>&\ufffe\"😀"] } });
        string junit = Encoding.UTF8.GetString(JUnit.Of(new GateFindings(decision, Language.French)));
        XDocument.Parse(junit).Descendants("testcase")
            .ShouldContain(it => it.Attribute("name")!.Value == "purpose/a\ufffd<b>&\ufffd\"😀");
    }

    [Fact]
    public void A_decision_that_is_old_or_about_something_else_does_not_answer()
    {
        GateDecision yes = GateRules.Decide(GateCase.Admitted);
        string card = yes.CardDigest;
        ReceivedDecision.Fault(yes, "a1", null, yes.Time.AddMinutes(4)).ShouldBeNull();
        ReceivedDecision.Fault(yes, "a1", card, yes.Time.AddMinutes(-4)).ShouldBeNull();
        ReceivedDecision.Fault(yes, "a1", null, yes.Time.AddMinutes(6))!.English.ShouldContain("replayed");
        ReceivedDecision.Fault(yes, "a1", null, yes.Time.AddMinutes(-6))!.French.ShouldContain("horloge");
        ReceivedDecision.Fault(yes, "a2", null, yes.Time)!.English.ShouldContain("something else");
        ReceivedDecision.Fault(yes, "a1", new string('d', 64), yes.Time)!.English.ShouldContain("something else");
        GateDecision over = yes with { Until = yes.Time };
        ReceivedDecision.Fault(over, "a1", null, yes.Time)!.English.ShouldContain("past");
        ReceivedDecision.Fault(Refused, "a1", null, Refused.Time).ShouldBeNull();
    }
}
