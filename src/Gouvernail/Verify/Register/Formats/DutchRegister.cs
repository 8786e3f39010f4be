using System.Text;
using System.Text.Json.Nodes;

namespace Gouvernail.Verify.Register.Formats;

/// <summary>
/// A card as a registration of the Dutch algorithm register, publication standard 1.0.0: fields, lengths and values
/// as in <c>backend/app/schemas/config/v1_0_0.json</c> of https://github.com/MinBZK/Algoritmeregister (EUPL-1.2). It
/// says less than a card: what it has no field for does not come back.
/// </summary>
internal static class DutchRegister
{
    private const int LongText = 2500;
    private const int Address = 500;

    private static readonly string[][] _statuses =
    [
        ["in-development", "In ontwikkeling"], ["in-use", "In gebruik"], ["out-of-use", "Buiten gebruik"],
    ];

    private static readonly string[][] _categories =
    [
        ["high-risk", "Hoog-risico AI-systeem"], ["impactful", "Impactvolle algoritmes"],
        ["other", "Overige algoritmes"],
    ];

    /// <summary>Fields that are read; the others have no place in a card.</summary>
    private static readonly string[] _read =
    [
        "name", "description_short", "organization", "status", "contact_email", "website", "publication_category",
        "goal", "proportionality", "human_intervention", "risks", "lawful_basis", "lawful_basis_grouping",
        "impacttoetsen", "impacttoetsen_grouping", "source_data", "source_data_grouping", "methods_and_models",
        "provider", "publiccode", "lang", "source_id", "standard_version",
    ];

    public static CardExport Export(Card card)
    {
        var fields = new JsonObject();
        var problems = new List<CardProblem>();
        void Set(string field, string where, string? text, int longest = LongText, bool isRequired = false)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                if (isRequired)
                {
                    problems.Add(Needed(field, where));
                }
            }
            else if (text.Length > longest)
            {
                problems.Add(TooLong(field, where, text.Length, longest));
            }
            else
            {
                fields[field] = text;
            }
        }

        CardOversight? oversight = card.Oversight;
        Set("name", "/name", card.Name, 100, isRequired: true);
        Set("description_short", "/description/short", card.Description?.InShort, 350, isRequired: true);
        Set("organization", "/deployer/name", card.Deployer?.Name, 100, isRequired: true);
        Set("status", "/statusInUse", Dutch(_statuses, card.StatusInUse), isRequired: true);
        Set("contact_email", "/contact", card.Contact ?? card.Deployer?.Email, Address, isRequired: true);
        Set("website", "/deployer/url", card.Deployer?.Url, Address);
        Set("publication_category", "/riskCategory", Dutch(_categories, card.RiskCategory), isRequired: true);
        Set("goal", "/objectives", Lines(card.Objectives?.Value?.Select(objective => objective.Text)));
        Set("proportionality", "/cost/tradeoffs", Html(card.Cost?.Value?.Tradeoffs));
        Set("human_intervention", "/oversight/human", Html(oversight?.Human));
        Set("risks", "/risks", Lines(card.Risks.Select(risk =>
            risk.Mitigation is null ? risk.Text : $"{risk.Text} → {risk.Mitigation}")));
        Set("lawful_basis", "/legalBasis", Lines(card.LegalBasis));
        Set("impacttoetsen", "/oversight/impactAssessments", Lines(oversight?.ImpactAssessments));
        Set("source_data", "/data", Lines(card.Data?.Value?.Select(data => string.Join(
            ". ", new[] { data.Ref, data.Period, data.Collection, data.Gaps }.Where(part => part is not null)))));
        Set("methods_and_models", "/description/long", Html(card.Description?.InFull), 5000);
        Set("provider", "/provider/name", card.Provider?.Name, 200);
        Set("publiccode", "/artefact/uri", card.Artefact?.Uri, Address);
        Set("lang", "/language", card.Language is "nl" or "nld" ? "nld" : null, isRequired: true);
        fields["standard_version"] = "1.0.0";
        Set("source_id", "/id", card.Id, 100);
        Set("tags", "/purposes", string.Join(", ", card.Purposes));
        return new(Encoding.UTF8.GetBytes(fields.ToJsonString(CardJson.Indented) + "\n"), problems);
    }

    public static CardImport Import(ReadOnlyMemory<byte> utf8)
    {
        (JsonObject? fields, CardImport? failure) = CardImport.Json(utf8);
        if (fields is null)
        {
            return failure!;
        }

        var card = new JsonObject();
        card.Say("name", fields.Text("name"));
        card.Say("id", fields.Text("source_id")?.ToLowerInvariant() is { } id && IsOurId(id) ? id : null);
        string? code = fields.Text("lang")?.ToLowerInvariant();
        card.Say("language", code is "nld" or "dut" ? "nl" : code);
        card.Say("description", new JsonObject
        {
            ["short"] = fields.Text("description_short"),
            ["long"] = DutchText.Plain(fields.Text("methods_and_models")),
        });
        card.Say("deployer", new JsonObject
        {
            ["name"] = fields.Text("organization"),
            ["url"] = fields.Text("website"),
        });
        card.Say("provider", new JsonObject { ["name"] = fields.Text("provider") });
        card.Say("contact", fields.Text("contact_email"));
        card.Say("statusInUse", Ours(_statuses, fields.Text("status")));
        card.Say("riskCategory", Ours(_categories, fields.Text("publication_category")));
        card.Say("artefact", new JsonObject { ["uri"] = fields.Text("publiccode") });
        card.Say("objectives", new JsonArray(new JsonObject { ["text"] = DutchText.Plain(fields.Text("goal")) }));
        card.Say("cost", new JsonObject { ["tradeoffs"] = DutchText.Plain(fields.Text("proportionality")) });
        card.Say("risks", new JsonArray(new JsonObject { ["text"] = DutchText.Plain(fields.Text("risks")) }));
        card.Say("oversight", new JsonObject
        {
            ["human"] = DutchText.Plain(fields.Text("human_intervention")),
            ["impactAssessments"] = Listed(fields, "impacttoetsen", "impacttoetsen_grouping"),
        });
        card.Say("legalBasis", Listed(fields, "lawful_basis", "lawful_basis_grouping"));
        card.Say("data", JsonParts.List(fields.Objects("source_data_grouping")
            .Select(source => new JsonObject { ["ref"] = source.Text("link"), ["collection"] = source.Text("title") })
            .Prepend(new JsonObject { ["collection"] = DutchText.Plain(fields.Text("source_data")) })));
        return CardImport.Of(card,
            [.. fields.Where(field => !_read.Contains(field.Key) && CardJson.Prune(field.Value) is not null)
                .Select(field => CardText.Name(field.Key))]);
    }

    private static JsonArray? Listed(JsonObject fields, string text, string grouping) => JsonParts.List(
        fields.Objects(grouping)
            .Select(item => (JsonNode?)string.Join(
                ": ", new[] { item.Text("title"), item.Text("link") }.Where(part => part is not null)))
            .Prepend(DutchText.Plain(fields.Text(text))));

    private static bool IsOurId(string text) => text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)
        || c is '.' or '_' or '-') && char.IsAsciiLetterOrDigit(text[0]);

    private static string? Dutch(string[][] pairs, string? ours) => pairs.FirstOrDefault(pair => pair[0] == ours)?[1];

    /// <summary>Our word; the file's own where it is none of theirs, so that it is told and not lost.</summary>
    private static string? Ours(string[][] pairs, string? dutch) => pairs
        .FirstOrDefault(pair => pair[1].Equals(dutch, StringComparison.OrdinalIgnoreCase))?[0] ?? dutch;

    private static string? Html(string? text) => text is null ? null : DutchText.Html(text);

    private static string Lines(IEnumerable<string?>? texts) =>
        DutchText.Html(string.Join('\n', (texts ?? []).Where(text => text is not null)));

    private static CardProblem Needed(string field, string where) => new(where,
        new($"nothing that the field {field} can hold", $"rien que le champ {field} puisse contenir"),
        field == "lang"
            ? new("a card in Dutch (nl): the register takes no other language",
                "une fiche en néerlandais (nl)\u00a0: ce registre n’a pas d’autre langue")
            : new("a value: the register needs it", "une valeur\u00a0: ce registre en a besoin"));

    private static CardProblem TooLong(string field, string where, int length, int longest) => new(where,
        new($"{length} characters", $"{length} caractères"),
        new($"at most {longest} in the field {field}, which is left out; shorten it",
            $"au plus {longest} dans le champ {field}, qui est laissé vide\u00a0; raccourcissez-le"));
}
