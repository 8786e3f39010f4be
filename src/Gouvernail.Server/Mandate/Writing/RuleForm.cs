using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Gouvernail.Mandate.Adoption;

namespace Gouvernail.Server.Mandate.Writing;

/// <summary>A rule of adoption as a form has it: texts as they were typed.</summary>
public sealed record RuleForm
{
    /// <summary>True where people ratify.</summary>
    public bool AsksPeople { get; init; }

    /// <summary>The share of agreement, in per cent.</summary>
    public string Share { get; init; } = "60";

    /// <summary>How many people have to take part.</summary>
    public string Participants { get; init; } = "30";

    /// <summary>From which share of the people a group counts, in per cent.</summary>
    public string Smallest { get; init; } = "10";

    /// <summary>True where trustees sign.</summary>
    public bool AsksTrustees { get; init; }

    /// <summary>How many of them.</summary>
    public string Needed { get; init; } = "";

    /// <summary>Their names and keys: "name | key", a key in PEM going on over the next lines.</summary>
    public string Keys { get; init; } = "";

    /// <summary>The form of the rule in force; that of a first one where there is none.</summary>
    internal static RuleForm Of(AdoptionRule? rule)
    {
        if (rule is null)
        {
            return new RuleForm { AsksPeople = true };
        }

        var form = new RuleForm
        {
            AsksPeople = rule.Ratification is not null,
            AsksTrustees = rule.Trustees is not null,
        };
        if (rule.Ratification is { } asked)
        {
            form = form with
            {
                Share = Text(asked.Share * 100),
                Participants = Text(asked.Participants),
                Smallest = Text(asked.SmallestGroup * 100),
            };
        }

        return rule.Trustees is { } trustees
            ? form with
            {
                Needed = Text(trustees.Needed),
                Keys = string.Join('\n', trustees.Trustees.Select(one => $"{one.Name} |\n{one.Key}")),
            }
            : form;
    }

    /// <summary>What was sent.</summary>
    internal static RuleForm Read(IFormCollection sent) => new()
    {
        AsksPeople = sent["people"] == "yes",
        Share = sent["share"].ToString().Trim(),
        Participants = sent["participants"].ToString().Trim(),
        Smallest = sent["smallest"].ToString().Trim(),
        AsksTrustees = sent["trustees"] == "yes",
        Needed = sent["needed"].ToString().Trim(),
        Keys = sent["keys"].ToString().ReplaceLineEndings("\n"),
    };

    /// <summary>The rule in its format, of which its reader is the judge.</summary>
    internal byte[] ToJson()
    {
        var json = new JsonObject { ["_type"] = AdoptionRule.Type };
        if (AsksPeople)
        {
            json["ratification"] = new JsonObject
            {
                ["share"] = Number(Share, 100),
                ["participants"] = Number(Participants, 1),
                ["smallestGroup"] = Number(Smallest, 100),
            };
        }

        if (AsksTrustees)
        {
            json["trustees"] = new JsonObject { ["needed"] = Number(Needed, 1), ["keys"] = Trustees() };
        }

        return Encoding.UTF8.GetBytes(json.ToJsonString());
    }

    private static JsonNode Number(string typed, double unit) => double.TryParse(
        typed.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
        && double.IsFinite(number)
        ? Math.Round(number / unit, 6, MidpointRounding.AwayFromZero)
        : typed;

    private static string Text(double number) =>
        Math.Round(number, 4, MidpointRounding.AwayFromZero).ToString("0.####", CultureInfo.InvariantCulture);

    private JsonArray Trustees()
    {
        var trustees = new JsonArray();
        const StringSplitOptions Tidy = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        foreach (string line in Keys.Split('\n', Tidy))
        {
            int bar = line.IndexOf('|', StringComparison.Ordinal);
            if (bar >= 0 || trustees.Count == 0)
            {
                trustees.Add(new JsonObject
                {
                    ["name"] = bar < 0 ? "" : line[..bar].Trim(),
                    ["key"] = line[(bar + 1)..].Trim(),
                });
            }
            else
            {
                JsonNode last = trustees[^1]!;
                last["key"] = (string)last["key"]! + "\n" + line;
            }
        }

        return trustees;
    }
}
