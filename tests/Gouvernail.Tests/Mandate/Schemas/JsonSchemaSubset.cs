using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gouvernail.Tests.Mandate.Schemas;

/// <summary>
/// As much of JSON Schema (2020-12) as our schemas use; a keyword that it does not know throws, so that none is passed
/// over.
/// </summary>
internal sealed class JsonSchemaSubset(JsonElement root)
{
    public bool Holds(JsonElement value) => Holds(root, value);

    public bool HoldsAs(string definition, JsonElement value) =>
        Holds(root.GetProperty("$defs").GetProperty(definition), value);

    private bool Holds(JsonElement schema, JsonElement value) =>
        schema.EnumerateObject().All(keyword => Holds(schema, keyword, value));

    private bool Holds(JsonElement schema, JsonProperty keyword, JsonElement value)
    {
        JsonElement said = keyword.Value;
        bool isObject = value.ValueKind == JsonValueKind.Object, isArray = value.ValueKind == JsonValueKind.Array;
        bool isText = value.ValueKind == JsonValueKind.String, isNumber = value.ValueKind == JsonValueKind.Number;
        return keyword.Name switch
        {
            "$schema" or "title" or "description" or "$defs" => true,
            "$ref" => HoldsAs(said.GetString()!["#/$defs/".Length..], value),
            "const" => JsonElement.DeepEquals(said, value),
            "enum" => said.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)),
            "type" => said.GetString() switch
            {
                "object" => isObject,
                "array" => isArray,
                "string" => isText,
                "number" => isNumber,
                "integer" => isNumber && value.TryGetInt64(out _),
                _ => throw new NotSupportedException(said.GetString()),
            },
            "required" => !isObject || said.EnumerateArray()
                .All(name => value.TryGetProperty(name.GetString()!, out _)),
            "properties" => !isObject || said.EnumerateObject().All(member =>
                !value.TryGetProperty(member.Name, out JsonElement found) || Holds(member.Value, found)),
            "additionalProperties" => !isObject || value.EnumerateObject().All(member =>
                schema.GetProperty("properties").TryGetProperty(member.Name, out _)),
            "items" => !isArray || value.EnumerateArray().All(item => Holds(said, item)),
            "minItems" => !isArray || value.GetArrayLength() >= said.GetInt32(),
            "maxItems" => !isArray || value.GetArrayLength() <= said.GetInt32(),
            "minLength" => !isText || value.GetString()!.Length >= said.GetInt32(),
            "maxLength" => !isText || value.GetString()!.Length <= said.GetInt32(),
            "pattern" => !isText || Regex.IsMatch(value.GetString()!, said.GetString()!),
            "minimum" => !isNumber || value.GetDouble() >= said.GetDouble(),
            "maximum" => !isNumber || value.GetDouble() <= said.GetDouble(),
            "exclusiveMinimum" => !isNumber || value.GetDouble() > said.GetDouble(),
            "anyOf" => said.EnumerateArray().Any(one => Holds(one, value)),
            "oneOf" => said.EnumerateArray().Count(one => Holds(one, value)) == 1,
            _ => throw new NotSupportedException(keyword.Name),
        };
    }
}
