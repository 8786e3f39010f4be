using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Gouvernail.Verify.Register.Formats;

/// <summary>The places of a card in a component, there and back.</summary>
internal static partial class CycloneDx
{
    /// <summary>CycloneDX counts carbon in tonnes.</summary>
    private const double GramsPerTonne = 1e6;

    private static readonly string[] _approaches =
        ["supervised", "unsupervised", "reinforcement-learning", "semi-supervised", "self-supervised"];

    private static JsonObject Component(JsonObject card)
    {
        var component = new JsonObject { ["type"] = Model };
        component.Say("bom-ref", card.Text("id"));
        component.Say("manufacturer", Party(card.Inner("provider")));
        component["name"] = card.Text("name");
        component.Say("version", card.Text("version"));
        component.Say("description", card.Inner("description")?.Text("short"));
        JsonObject? artefact = card.Inner("artefact");
        component.Say("hashes", Hashes(artefact?.Text("sha256")));
        component.Say("licenses", Licences(card.Text("licence")));
        component.Say("pedigree", new JsonObject
        {
            ["ancestors"] = JsonParts.List(card.Objects("lineage").Where(parent => parent.Text("parent") is not null)
                .Select(parent => new JsonObject
                {
                    ["type"] = Model,
                    ["name"] = parent.Text("parent"),
                    ["hashes"] = Hashes(parent.Text("parentDigest")),
                })),
        });
        component.Say("externalReferences", artefact?.Text("uri") is { } uri && Address().IsMatch(uri)
            ? new JsonArray(new JsonObject { ["type"] = "distribution", ["url"] = uri })
            : null);
        component.Say("modelCard", new JsonObject
        {
            ["modelParameters"] = ModelParameters(card),
            ["considerations"] = Considerations(card),
        });
        if (component["modelCard"]?["considerations"]?["environmentalConsiderations"]?["energyConsumptions"]?[0]
            is JsonObject consumption)
        {
            // The schema asks who provided the energy, and takes an empty list where that is not known.
            consumption["energyProviders"] = new JsonArray();
        }

        return component;
    }

    private static JsonObject ModelParameters(JsonObject card)
    {
        JsonObject? task = card.Inner("task");
        string? method = card.Inner("training")?.Text("method");
        return new JsonObject
        {
            ["approach"] = _approaches.Contains(method) ? new JsonObject { ["type"] = method } : null,
            ["task"] = task?.Inner("output")?.Text("kind"),
            ["architectureFamily"] = card.Inner("parameters")?.Text("family"),
            ["datasets"] = JsonParts.List(card.Objects("data").Select(data => new JsonObject
            {
                ["type"] = "dataset",
                ["name"] = data.Text("ref"),
                ["description"] = data.Text("collection"),
            })),
            ["inputs"] = JsonParts.List(
                (task?.Objects("inputs") ?? []).Select(input => new JsonObject { ["format"] = input.Text("name") })),
        };
    }

    private static JsonObject Considerations(JsonObject card)
    {
        JsonObject? energy = card.Inner("energy");
        return new JsonObject
        {
            ["useCases"] = card["purposes"]?.DeepClone(),
            ["performanceTradeoffs"] = JsonParts.List(
                card.Inner("cost")?.Text("tradeoffs") is { } tradeoffs ? [(JsonNode)tradeoffs] : []),
            ["ethicalConsiderations"] = JsonParts.List(card.Objects("risks").Select(risk => new JsonObject
            {
                ["name"] = risk.Text("text"),
                ["mitigationStrategy"] = risk.Text("mitigation"),
            })),
            ["environmentalConsiderations"] = energy?.Number("kWh") is { } kWh ? Environment(kWh, energy) : null,
            ["fairnessAssessments"] = JsonParts.List(
                card.Texts("affectedGroups").Select(group => new JsonObject { ["groupAtRisk"] = group })),
        };
    }

    private static JsonObject Environment(double kWh, JsonObject energy)
    {
        var consumption = new JsonObject
        {
            ["activity"] = "training",
            ["activityEnergyCost"] = new JsonObject { ["value"] = kWh, ["unit"] = "kWh" },
        };
        consumption.Say("co2CostEquivalent", energy.Number("co2Grams") is { } grams
            ? new JsonObject { ["value"] = grams / GramsPerTonne, ["unit"] = "tCO2eq" }
            : null);
        return new JsonObject { ["energyConsumptions"] = new JsonArray(consumption) };
    }

    private static JsonObject FromComponent(JsonObject component)
    {
        var card = new JsonObject();
        card.Say("id", component.Text("bom-ref") is { } id && OurId().IsMatch(id) ? id : null);
        card.Say("name", component.Text("name"));
        card.Say("version", component.Text("version"));
        string? description = component.Text("description");
        card.Say("description", new JsonObject
        {
            [CardText.Fits(description ?? "", 350, isLine: false) ? "short" : "long"] = description,
        });
        card.Say("provider", FromParty(component.Inner("manufacturer") ?? component.Inner("supplier")));
        card.Say("artefact", new JsonObject
        {
            ["sha256"] = FromHashes(component),
            ["uri"] = component.Objects("externalReferences")
                .FirstOrDefault(reference => reference.Text("type") == "distribution")?.Text("url"),
        });
        card.Say("licence", FromLicences([.. component.Objects("licenses")]));
        card.Say("lineage", JsonParts.List((component.Inner("pedigree")?.Objects("ancestors") ?? [])
            .Select(ancestor => new JsonObject
            {
                ["parent"] = ancestor.Text("name"),
                ["parentDigest"] = FromHashes(ancestor),
            })));
        if (component.Inner("modelCard") is { } model)
        {
            FromParameters(model.Inner("modelParameters") ?? [], card);
            FromConsiderations(model.Inner("considerations") ?? [], card);
        }

        return card;
    }

    private static void FromParameters(JsonObject model, JsonObject card)
    {
        card.Say("task", new JsonObject
        {
            ["inputs"] = JsonParts.List(
                model.Objects("inputs").Select(input => new JsonObject { ["name"] = input.Text("format") })),
            ["output"] = new JsonObject { ["kind"] = model.Text("task") },
        });
        card.Say("parameters", new JsonObject
        {
            ["family"] = model.Text("architectureFamily"),
            ["hyper"] = new JsonObject { ["modelArchitecture"] = model.Text("modelArchitecture") },
        });
        card.Say("training", new JsonObject { ["method"] = model.Inner("approach")?.Text("type") });
        card.Say("data", JsonParts.List(model.Objects("datasets").Select(data => new JsonObject
        {
            ["ref"] = data.Text("name") ?? data.Inner("contents")?.Text("url") ?? data.Text("ref"),
            ["collection"] = data.Text("description"),
        })));
    }

    private static void FromConsiderations(JsonObject model, JsonObject card)
    {
        card.Say("purposes", JsonParts.List(model.Texts("useCases").Select(use => (JsonNode)use)));
        card.Say("cost", new JsonObject
        {
            ["tradeoffs"] = string.Join('\n', model.Texts("performanceTradeoffs")),
        });
        card.Say("risks", JsonParts.List(model.Objects("ethicalConsiderations").Select(risk => new JsonObject
        {
            ["text"] = risk.Text("name"),
            ["mitigation"] = risk.Text("mitigationStrategy"),
        })));
        card.Say("affectedGroups", JsonParts.List(
            model.Objects("fairnessAssessments").Select(fairness => (JsonNode?)fairness.Text("groupAtRisk"))));
        if ((model.Inner("environmentalConsiderations")?.Objects("energyConsumptions") ?? [])
            .FirstOrDefault(use => use.Text("activity") == "training") is { } training)
        {
            card.Say("energy", new JsonObject
            {
                ["kWh"] = training.Inner("activityEnergyCost")?.Number("value"),
                ["co2Grams"] = training.Inner("co2CostEquivalent")?.Number("value") * GramsPerTonne,
            });
        }
    }

    private static JsonObject? Party(JsonObject? party)
    {
        if (party is null)
        {
            return null;
        }

        string? email = party.Text("email");
        return new JsonObject
        {
            ["name"] = party.Text("name"),
            ["url"] = party.Text("url") is { } url && Address().IsMatch(url) ? new JsonArray(url) : null,
            ["contact"] = email is not null && Mailbox().IsMatch(email)
                ? new JsonArray(new JsonObject { ["email"] = email })
                : null,
        };
    }

    private static JsonObject FromParty(JsonObject? entity) => new()
    {
        ["name"] = entity?.Text("name"),
        ["url"] = entity?.Texts("url").FirstOrDefault(),
        ["email"] = entity?.Objects("contact").FirstOrDefault()?.Text("email"),
    };

    private static JsonArray? Hashes(string? sha256) => sha256 is null ? null
        : new JsonArray(new JsonObject { ["alg"] = "SHA-256", ["content"] = sha256 });

    private static string? FromHashes(JsonObject component) => component.Objects("hashes")
        .FirstOrDefault(hash => hash.Text("alg") == "SHA-256")?.Text("content")?.ToLowerInvariant();

    private static JsonArray? Licences(string? licence) => licence is null ? null
        : new JsonArray(new JsonObject
        {
            ["license"] = new JsonObject { [SpdxIds.Has(licence) ? "id" : "name"] = licence },
        });

    private static string? FromLicences(JsonObject[] licences) => licences is [var only]
        ? only.Text("expression") ?? only.Inner("license")?.Text("id") ?? only.Inner("license")?.Text("name")
        : licences.Length == 0 ? null : string.Join(" AND ", licences.Select(one => FromLicences([one])));

    /// <summary>The addresses that no reader of CycloneDX refuses.</summary>
    [GeneratedRegex("^https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?([/?]([A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?$")]
    private static partial Regex Address();

    [GeneratedRegex("^[A-Za-z0-9._+-]+@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z]{2,}$")]
    private static partial Regex Mailbox();

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]*$")]
    private static partial Regex OurId();
}
