using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gouvernail.Verify.Register;

/// <summary>A member that an object may have.</summary>
internal sealed record CardMember(string Name, CardShape Shape, bool IsRequired = false);

/// <summary>An object with these members and no others.</summary>
internal sealed record ObjectShape(IReadOnlyList<CardMember> Members) : CardShape
{
    protected override Wording Expected => new(
        $"an object, in {{ }}, with {Names}", $"un objet, entre {{ }}, avec {Names}");

    private string Names => string.Join(", ", Members.Select(member => member.Name));

    public CardShape this[string name] => Members.First(member => member.Name == name).Shape;

    public override JsonObject ToSchema()
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject(
                [.. Members.Select(m => KeyValuePair.Create(m.Name, (JsonNode?)m.Shape.ToSchema()))]),
        };
        JsonNode[] required = [.. Members.Where(member => member.IsRequired).Select(member => (JsonNode)member.Name)];
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray(required);
        }

        return schema;
    }

    protected override void CheckSomething(JsonElement value, string where, List<CardProblem> problems)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            problems.Add(Wrong(value, where));
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty member in value.EnumerateObject())
        {
            if (Members.FirstOrDefault(known => known.Name == member.Name) is not { } expected)
            {
                problems.Add(Unknown(member.Name, where));
            }
            else if (!seen.Add(member.Name))
            {
                problems.Add(new(Inside(where, member.Name),
                    new("this member stands twice", "ce membre y est deux fois"),
                    new("each member once; keep one", "chaque membre une fois\u00a0; gardez-en un")));
            }
            else
            {
                expected.Shape.Check(member.Value, Inside(where, member.Name), problems);
            }
        }

        foreach (CardMember missing in Members.Where(m => m.IsRequired && IsMissing(value, m.Name)))
        {
            problems.Add(new(Inside(where, missing.Name), new("nothing", "rien"),
                missing.Shape is LineShape { Form: null }
                ? new("a text; this member is needed", "un texte\u00a0; ce membre est nécessaire")
                : new("a value; this member is needed", "une valeur\u00a0; ce membre est nécessaire")));
        }
    }

    private static bool IsMissing(JsonElement value, string name) =>
        !value.TryGetProperty(name, out JsonElement member) || CardJson.IsNothing(member);

    private CardProblem Unknown(string name, string where)
    {
        Wording found = new("a member that cards do not have here", "un membre que les fiches n’ont pas ici");
        string place = Inside(where, CardText.Name(name));
        if (name == "status" && where.Length == 0)
        {
            return new(place, found, new(
                "no status: what an automaton may do is said by the log; remove it, or write statusInUse",
                "pas de statut\u00a0: ce qu’un automate peut faire est dit par le registre\u00a0; retirez-le, ou "
                + "écrivez statusInUse"));
        }

        return new(place, found, CardText.Nearest(name, [.. Members.Select(member => member.Name)]) is { } meant
            ? new($"did you mean {meant}?", $"vouliez-vous dire {meant}\u00a0?")
            : new($"one of {Names}; rename or remove it", $"l’un de {Names}\u00a0; renommez-le ou retirez-le"));
    }
}
