using System.Text.Json;
using System.Text.Json.Serialization;
using Gouvernail.Mandate.Clauses;

namespace Gouvernail.Verify.Register;

/// <summary>
/// What kind of thing an automaton is; the later in this list, the more has to be proven of it. Who says nothing is
/// held to the last.
/// </summary>
[JsonConverter(typeof(AutomatonClassConverter))]
public enum AutomatonClass
{
    /// <summary>A specialists' instrument that optimises flows: traffic, water, electricity.</summary>
    Instrument,

    /// <summary>A specialised public tool, such as translation or transcription.</summary>
    Tool,

    /// <summary>Everything else: made to be used by many, for much.</summary>
    Product,
}

/// <summary>The classes in words.</summary>
public static class ClassWords
{
    internal static readonly string[] Words = [.. ClassNames.All];

    /// <summary>English words that are read and never written.</summary>
    internal static readonly string[] EnglishWords = ["tool", "product"];

    /// <summary>All of them, the least demanding first.</summary>
    public static IReadOnlyList<AutomatonClass> All { get; } =
        [AutomatonClass.Instrument, AutomatonClass.Tool, AutomatonClass.Product];

    /// <summary>The word in cards, in the log and in the API.</summary>
    public static string Word(this AutomatonClass of) => Words[(int)of];

    /// <summary>The class of a word, the English ones included; null where it is none.</summary>
    public static AutomatonClass? Of(string? word) => Array.IndexOf(Words, word) is >= 0 and int index
        ? (AutomatonClass)index
        : Array.IndexOf(EnglishWords, word) is >= 0 and int english ? (AutomatonClass)(english + 1) : null;
}

internal sealed class AutomatonClassConverter : JsonConverter<AutomatonClass>
{
    public override AutomatonClass Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ClassWords.Of(reader.GetString()) ?? throw new JsonException("That is no class of automata.");

    public override void Write(Utf8JsonWriter writer, AutomatonClass value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Word());
}
