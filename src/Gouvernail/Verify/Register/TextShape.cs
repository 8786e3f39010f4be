using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Gouvernail.Verify.Register;

/// <summary>A text for people, of several lines where it likes; counted in characters of Unicode.</summary>
internal sealed record TextShape(int Longest) : CardShape
{
    protected override Wording Expected => new(
        $"a text of at most {Longest} characters, without control characters other than line ends and tabs",
        $"un texte d’au plus {Longest} caractères, sans autres caractères de contrôle que fins de ligne et "
            + "tabulations");

    public override JsonObject ToSchema() => new() { ["type"] = "string", ["maxLength"] = Longest };

    protected override void CheckSomething(JsonElement value, string where, List<CardProblem> problems)
    {
        if (value.ValueKind != JsonValueKind.String || !CardText.Fits(value.GetString()!, Longest, isLine: false))
        {
            problems.Add(Wrong(value, where));
        }
    }
}

/// <summary>A text on one line, of a form where one is given.</summary>
internal sealed record LineShape(int Longest, Regex? Form = null, Wording? FormInWords = null) : CardShape
{
    protected override Wording Expected => FormInWords is not null
        ? new($"{FormInWords.English}, of at most {Longest} characters",
            $"{FormInWords.French}, d’au plus {Longest} caractères")
        : new($"a text on one line, of at most {Longest} characters",
            $"un texte sur une ligne, d’au plus {Longest} caractères");

    public override JsonObject ToSchema()
    {
        var schema = new JsonObject { ["type"] = "string", ["maxLength"] = Longest };
        if (Form is not null)
        {
            schema["pattern"] = Form.ToString();
        }

        return schema;
    }

    protected override void CheckSomething(JsonElement value, string where, List<CardProblem> problems)
    {
        if (value.ValueKind != JsonValueKind.String || !CardText.Fits(value.GetString()!, Longest, isLine: true)
            || Form?.IsMatch(value.GetString()!) == false)
        {
            problems.Add(Wrong(value, where));
        }
    }
}

/// <summary>One of a few words.</summary>
internal sealed record WordShape(IReadOnlyList<string> Words, IReadOnlyList<string> AlsoRead) : CardShape
{
    protected override Wording Expected => new(
        $"one of {string.Join(", ", Words)}", $"l’un de {string.Join(", ", Words)}");

    public override JsonObject ToSchema() => new()
    {
        ["enum"] = new JsonArray([.. Words.Concat(AlsoRead).Select(word => (JsonNode)word)]),
    };

    protected override void CheckSomething(JsonElement value, string where, List<CardProblem> problems)
    {
        if (value.ValueKind != JsonValueKind.String
            || !(Words.Contains(value.GetString()!) || AlsoRead.Contains(value.GetString()!)))
        {
            problems.Add(Wrong(value, where) with { Expected = Meant(value) });
        }
    }

    private Wording Meant(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && CardText.Nearest(value.GetString()!, Words) is { } word
            ? new($"{Expected.English}; did you mean {word}?",
                $"{Expected.French}\u00a0; vouliez-vous dire {word}\u00a0?")
            : Expected;
}
