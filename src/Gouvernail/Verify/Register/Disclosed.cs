using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gouvernail.Verify.Register;

/// <summary>Whether something that a card owes was said.</summary>
public enum Disclosure
{
    /// <summary>Nothing is said of it.</summary>
    Missing,

    /// <summary>Whoever filed the card refuses to say it, and gives a reason, which is in the log with the card.
    /// </summary>
    Refused,

    /// <summary>It is said.</summary>
    Disclosed,
}

/// <summary>What every card owes: a value of each, or a refusal.</summary>
public enum CardTerm
{
    /// <summary>Inputs and output.</summary>
    Task,

    /// <summary>Parameters.</summary>
    Parameters,

    /// <summary>How it was trained.</summary>
    Training,

    /// <summary>Data.</summary>
    Data,

    /// <summary>The cost function.</summary>
    Cost,

    /// <summary>Objectives.</summary>
    Objectives,
}

/// <summary>The six disclosures in words.</summary>
public static class CardTerms
{
    private static readonly string[] _words = ["task", "parameters", "training", "data", "cost", "objectives"];

    /// <summary>All of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<CardTerm> All { get; } = Enum.GetValues<CardTerm>();

    /// <summary>The member of the card that holds it.</summary>
    public static string Word(this CardTerm term) => _words[(int)term];
}

/// <summary>A value that a card owes, or a refusal to give it.</summary>
/// <param name="Value">The value; null with a refusal.</param>
/// <param name="Refused">Why it is refused; null with a value.</param>
[JsonConverter(typeof(DisclosedConverters))]
public sealed record Disclosed<T>(T? Value, string? Refused)
    where T : class
{
    /// <summary>It is said.</summary>
    public static implicit operator Disclosed<T>(T value) => new(value, null);
}

/// <summary>Makes disclosures.</summary>
public static class Disclosed
{
    /// <summary>The member that holds the reason of a refusal.</summary>
    internal const string RefusedMember = "refused";

    /// <summary>A value.</summary>
    public static Disclosed<T> Of<T>(T value)
        where T : class => new(value, null);

    /// <summary>A refusal.</summary>
    public static Disclosed<T> Refuse<T>(string reason)
        where T : class => new(null, reason);
}

internal sealed class DisclosedConverters : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Disclosed<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(
            typeof(DisclosedConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;
}

internal sealed class DisclosedConverter<T> : JsonConverter<Disclosed<T>>
    where T : class
{
    public override Disclosed<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument it = JsonDocument.ParseValue(ref reader);
        return it.RootElement.ValueKind == JsonValueKind.Object
            && it.RootElement.TryGetProperty(Disclosed.RefusedMember, out JsonElement reason)
            ? new(null, reason.GetString())
            : new(it.RootElement.Deserialize<T>(options), null);
    }

    public override void Write(Utf8JsonWriter writer, Disclosed<T> value, JsonSerializerOptions options)
    {
        if (value.Refused is null)
        {
            JsonSerializer.Serialize(writer, value.Value, options);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString(Disclosed.RefusedMember, value.Refused);
        writer.WriteEndObject();
    }
}
