using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gouvernail.Verify.Register;

/// <summary>What a value of a card may be: it checks, and says itself as JSON Schema.</summary>
internal abstract record CardShape
{
    /// <summary>What is expected, for people.</summary>
    protected abstract Wording Expected { get; }

    /// <summary>Adds everything that is wrong with a value. What says nothing is not wrong.</summary>
    public void Check(JsonElement value, string where, List<CardProblem> problems)
    {
        if (!CardJson.IsNothing(value))
        {
            CheckSomething(value, where, problems);
        }
    }

    /// <summary>The same for a value that has to say something.</summary>
    public void CheckNeeded(JsonElement value, List<CardProblem> problems) => CheckSomething(value, "", problems);

    public abstract JsonObject ToSchema();

    protected abstract void CheckSomething(JsonElement value, string where, List<CardProblem> problems);

    protected CardProblem Wrong(JsonElement value, string where) => new(where, CardText.Shown(value), Expected);

    /// <summary>A place inside another, RFC 6901.</summary>
    public static string Inside(string where, string name) => where + "/"
        + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}

/// <summary>True or false.</summary>
internal sealed record FlagShape : CardShape
{
    protected override Wording Expected => new("true or false, without quotes", "true ou false, sans guillemets");

    public override JsonObject ToSchema() => new() { ["type"] = "boolean" };

    protected override void CheckSomething(JsonElement value, string where, List<CardProblem> problems)
    {
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            problems.Add(Wrong(value, where));
        }
    }
}

/// <summary>A number; a whole one has no fraction, and no more digits than JSON keeps.</summary>
internal sealed record NumberShape(bool IsWhole, double Least) : CardShape
{
    /// <summary>Past this, some reader would take a whole number for its neighbour.</summary>
    private const double Most = (1L << 53) - 1;

    protected override Wording Expected => (IsWhole, Least >= 0) switch
    {
        (true, _) => new("a whole number from 0, without quotes", "un nombre entier à partir de 0, sans guillemets"),
        (_, true) => new("a number from 0, without quotes", "un nombre à partir de 0, sans guillemets"),
        _ => new("a number, without quotes", "un nombre, sans guillemets"),
    };

    public override JsonObject ToSchema() => new()
    {
        ["type"] = IsWhole ? "integer" : "number",
        ["minimum"] = Least,
        ["maximum"] = Most,
    };

    protected override void CheckSomething(JsonElement value, string where, List<CardProblem> problems)
    {
        if (value.ValueKind != JsonValueKind.Number || (IsWhole && !value.TryGetInt64(out _))
            || !value.TryGetDouble(out double number) || !(number >= Least && number <= Most))
        {
            problems.Add(Wrong(value, where));
        }
    }
}

/// <summary>A list.</summary>
internal sealed record ListShape(CardShape Item, int Most) : CardShape
{
    protected override Wording Expected => new(
        $"a list, in [ ], of at most {Most}", $"une liste, entre [ ], d’au plus {Most}");

    public override JsonObject ToSchema() => new()
    {
        ["type"] = "array",
        ["maxItems"] = Most,
        ["items"] = Item.ToSchema(),
    };

    protected override void CheckSomething(JsonElement value, string where, List<CardProblem> problems)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > Most)
        {
            problems.Add(Wrong(value, where));
            return;
        }

        int index = 0;
        foreach (JsonElement item in value.EnumerateArray())
        {
            Item.Check(item, $"{where}/{index++}", problems);
        }
    }
}

/// <summary>Names that the card chooses, each with a text, a number, true or false.</summary>
internal sealed record MapShape(int Most, int LongestText) : CardShape
{
    private const int LongestName = 60;

    protected override Wording Expected => new(
        $"an object with at most {Most} names of at most {LongestName} characters, each with a text, a number, true or "
            + "false",
        $"un objet d’au plus {Most} noms d’au plus {LongestName} caractères, chacun avec un texte, un nombre, true ou "
            + "false");

    public override JsonObject ToSchema() => new()
    {
        ["type"] = "object",
        ["maxProperties"] = Most,
        ["propertyNames"] = new JsonObject { ["maxLength"] = LongestName },
        ["additionalProperties"] = new JsonObject
        {
            ["type"] = new JsonArray("string", "number", "boolean"),
            ["maxLength"] = LongestText,
        },
    };

    protected override void CheckSomething(JsonElement value, string where, List<CardProblem> problems)
    {
        if (value.ValueKind != JsonValueKind.Object || value.GetPropertyCount() > Most)
        {
            problems.Add(Wrong(value, where));
            return;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty member in value.EnumerateObject())
        {
            bool fits = member.Value.ValueKind switch
            {
                JsonValueKind.String => CardText.Fits(member.Value.GetString()!, LongestText, isLine: false),
                JsonValueKind.Number => member.Value.TryGetDouble(out double number) && double.IsFinite(number),
                JsonValueKind.True or JsonValueKind.False => true,
                _ => CardJson.IsNothing(member.Value),
            };
            if (!fits || !CardText.Fits(member.Name, LongestName, isLine: true) || !names.Add(member.Name))
            {
                problems.Add(Wrong(member.Value, Inside(where, CardText.Name(member.Name))));
            }
        }
    }
}

/// <summary>One of the six disclosures: a value, or a refusal with its reason.</summary>
internal sealed record TermShape(CardShape Value) : CardShape
{
    public const int LongestReason = 1000;

    private static readonly CardShape _refusal =
        new ObjectShape([new(Disclosed.RefusedMember, new TextShape(LongestReason), IsRequired: true)]);

    protected override Wording Expected => throw new InvalidOperationException("Its parts say what they expect.");

    public override JsonObject ToSchema() => new() { ["anyOf"] = new JsonArray(Value.ToSchema(), _refusal.ToSchema()) };

    protected override void CheckSomething(JsonElement value, string where, List<CardProblem> problems) =>
        (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(Disclosed.RefusedMember, out _)
            ? _refusal
            : Value).Check(value, where, problems);
}
