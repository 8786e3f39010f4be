using System.Buffers;
using System.Text.Json;
using Gouvernail.Contest.Petitions;

namespace Gouvernail.Server.Contest.Petitions;

/// <summary>A petition as programs send it.</summary>
/// <param name="Effect">The effect's word; empty where its text alone is sent.</param>
/// <param name="Automaton">The automaton's id; null for none.</param>
/// <param name="Description">What it says of itself.</param>
internal readonly record struct PetitionBody(string Effect, string? Automaton, PetitionDescribed Description)
{
    /// <summary>Reads a body; null where it is not one.</summary>
    public static PetitionBody? Read(ReadOnlySequence<byte> body)
    {
        using JsonDocument read = JsonDocument.Parse(body);
        JsonElement root = read.RootElement;
        if (root.ValueKind != JsonValueKind.Object || Text(root, "title") is not { } title
            || Text(root, "text") is not { } text
            || LanguageCodes.Parse(Text(root, "language") ?? "en") is not { } language)
        {
            return null;
        }

        PetitionGathering? gathering = null;
        if (root.TryGetProperty("event", out JsonElement called) && called.ValueKind != JsonValueKind.Null
            && (gathering = Gathering(called)) is null)
        {
            return null;
        }

        return new PetitionBody(
            Text(root, "effect") ?? "",
            Text(root, "automaton"),
            new PetitionDescribed(title, text, Text(root, "askedBy") ?? "", language) { Gathering = gathering });
    }

    private static PetitionGathering? Gathering(JsonElement called)
    {
        if (called.ValueKind != JsonValueKind.Object || PetitionGathering.Parse(Text(called, "start")) is not { } start
            || (Text(called, "end") is { } typed && PetitionGathering.Parse(typed) is null))
        {
            return null;
        }

        var programme = new List<ProgrammeItem>();
        if (called.TryGetProperty("programme", out JsonElement list))
        {
            if (list.ValueKind != JsonValueKind.Array)
            {
                return null;
            }

            foreach (JsonElement item in list.EnumerateArray())
            {
                if (item.ValueKind != JsonValueKind.Object || Text(item, "text") is not { } text)
                {
                    return null;
                }

                programme.Add(new ProgrammeItem(Text(item, "time") ?? "", text));
            }
        }

        return new PetitionGathering(
            start, PetitionGathering.Parse(Text(called, "end")), Text(called, "place") ?? "", programme);
    }

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out JsonElement member) && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;
}

/// <summary>A signature as programs send it.</summary>
/// <param name="Text">The place in the log of the text that was read; null where nobody says.</param>
internal readonly record struct SignatureBody(long? Text)
{
    /// <summary>Reads a body; null where it is not one.</summary>
    public static SignatureBody? Read(ReadOnlySequence<byte> body)
    {
        using JsonDocument read = JsonDocument.Parse(body);
        return read.RootElement.ValueKind != JsonValueKind.Object ? null
            : !read.RootElement.TryGetProperty("read", out JsonElement place) ? new SignatureBody(null)
            : place.ValueKind == JsonValueKind.Number && place.TryGetInt64(out long position)
                ? new SignatureBody(position)
                : null;
    }
}
