using System.Text;
using System.Text.Json.Nodes;
using Gouvernail.Consult;
using Gouvernail.Consult.Csv;

namespace Gouvernail.Verify.Register.Formats;

/// <summary>
/// Records of the United Kingdom's Algorithmic Transparency Recording Standard, one a row of a CSV file: the
/// attributes of the standard's tiers 1 and 2, and the columns of published collections of records. Names of columns
/// are compared without case and punctuation.
/// </summary>
internal static class AtrsRecords
{
    private const int MostRows = 10_000;

    /// <summary>What each column is called, besides the attribute's own name.</summary>
    private static readonly Dictionary<string, string> _names = Names(
        ["name", "tool name", "name of the tool", "title"], ["description"],
        ["website", "website url", "url of the website"], ["contact email", "email"],
        ["organisation", "organisation department", "organization", "publishing body"],
        ["supplier", "external supplier", "supplier or developer of the algorithmic tool"], ["scope"], ["benefit"],
        ["model type", "type of model", "model architecture"], ["phase"], ["system architecture"],
        ["human decisions", "human decisions and review"], ["appeals and review"], ["source data name"],
        ["source data description", "source data"], ["source data url"], ["data collection"],
        ["impact assessment name", "impact assessment"], ["impact assessment link"], ["risk name"],
        ["risk description"], ["risk mitigation", "mitigations"]);

    public static IReadOnlyList<CardImport> Import(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var stream = new MemoryStream(utf8.ToArray());
            var rows = new CsvTokens("atrs.csv", stream, ReadLimits.Default, CancellationToken.None);
            CsvHeader header = CsvHeader.Read(rows);
            string?[] columns = [.. header.Names.Select(name => _names.GetValueOrDefault(Key(name)))];
            if (!columns.Contains("name"))
            {
                return [CardImport.Failed(
                    new("no column with the name of the tool", "aucune colonne avec le nom de l’outil"),
                    new("a first line with a column name or tool_name",
                        "une première ligne avec une colonne name ou tool_name"))];
            }

            var cards = new List<CardImport>();
            while (rows.ReadLine())
            {
                if (rows.IsBlank)
                {
                    continue;
                }

                rows.RequireWidth(columns.Length);
                if (cards.Count == MostRows)
                {
                    return [CardImport.Failed(
                        new($"more than {MostRows} rows", $"plus de {MostRows} lignes"),
                        new("fewer; split the file", "moins\u00a0; coupez le fichier"))];
                }

                cards.Add(Row(rows, columns, header.Names));
            }

            return cards;
        }
        catch (UnreadableException unreadable)
        {
            InputProblem problem = unreadable.Problem;
            return [CardImport.Failed(problem.Found, problem.Expected) with { Line = problem.Line }];
        }
    }

    private static CardImport Row(CsvTokens rows, string?[] columns, IReadOnlyList<string> names)
    {
        var fields = new JsonObject();
        var unused = new List<string>();
        for (int i = 0; i < columns.Length; i++)
        {
            string text = Encoding.UTF8.GetString(rows[i]).ReplaceLineEndings("\n").Trim();
            if (columns[i] is not { } column || !fields.TryAdd(column, text))
            {
                if (text.Length > 0)
                {
                    unused.Add(CardText.Name(names[i]));
                }
            }
        }

        return CardImport.Of(Card(fields), unused) with { Line = rows.Line };
    }

    private static JsonObject Card(JsonObject from)
    {
        var card = new JsonObject();
        card.Say("name", from.Text("name"));
        string? description = from.Text("description");
        bool isShort = CardText.Fits(description ?? "", 350, isLine: false);
        card.Say("description", new JsonObject
        {
            ["short"] = isShort ? description : null,
            ["long"] = Joined(isShort ? null : description, from.Text("scope")),
        });
        card.Say("deployer", new JsonObject { ["name"] = from.Text("organisation"), ["url"] = from.Text("website") });
        card.Say("provider", new JsonObject { ["name"] = from.Text("supplier") });
        card.Say("contact", from.Text("contact email"));
        card.Say("statusInUse", Status(from.Text("phase")));
        card.Say("objectives", new JsonArray(new JsonObject { ["text"] = from.Text("benefit") }));
        card.Say("parameters", new JsonObject { ["family"] = from.Text("model type") });
        card.Say("training", new JsonObject { ["code"] = from.Text("system architecture") });
        card.Say("data", new JsonArray(new JsonObject
        {
            ["ref"] = Joined(from.Text("source data name"), from.Text("source data url")),
            ["collection"] = Joined(from.Text("source data description"), from.Text("data collection")),
        }));
        string? appeal = from.Text("appeals and review");
        bool isAddress = appeal?.StartsWith("http", StringComparison.Ordinal) == true && !appeal.Any(char.IsWhiteSpace);
        card.Say("oversight", new JsonObject
        {
            ["human"] = Joined(from.Text("human decisions"), isAddress ? null : appeal),
            ["appealUrl"] = isAddress ? appeal : null,
            ["impactAssessments"] =
                new JsonArray(from.Text("impact assessment name"), from.Text("impact assessment link")),
        });
        card.Say("risks", new JsonArray(new JsonObject
        {
            ["text"] = Joined(from.Text("risk name"), from.Text("risk description")),
            ["mitigation"] = from.Text("risk mitigation"),
        }));
        return card;
    }

    private static string? Joined(string? one, string? other) =>
        one is null || other is null ? one ?? other : one + " – " + other;

    /// <summary>The phases of the standard; another word is given on, to be told as one that no card has.</summary>
    private static string? Status(string? phase) => phase?.Split((char[])[' ', ',', '\n'])[0].ToLowerInvariant() switch
    {
        "idea" or "design" or "development" or "pilot" or "beta" or "alpha" => "in-development",
        "production" or "live" => "in-use",
        "retired" => "out-of-use",
        _ => phase,
    };

    private static string Key(string name)
    {
        var key = new StringBuilder();
        foreach (char c in name.ToLowerInvariant())
        {
            if (char.IsLetter(c))
            {
                key.Append(c);
            }
            else if (key.Length > 0 && key[^1] != ' ')
            {
                key.Append(' ');
            }
        }

        return key.ToString().Trim();
    }

    private static Dictionary<string, string> Names(params string[][] columns) => columns
        .SelectMany(names => names.Select(name => (name, names[0])))
        .ToDictionary(pair => pair.name, pair => pair.Item2, StringComparer.Ordinal);
}
