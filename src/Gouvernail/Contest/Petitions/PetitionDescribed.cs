using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Contest.Petitions;

/// <summary>
/// The event of what a petition says of itself. Sealed to be erasable, and open to everybody. A later one replaces it,
/// until somebody else has signed.
/// </summary>
/// <param name="Title">What is asked, in a line.</param>
/// <param name="Text">What is asked, and why; lines are kept.</param>
/// <param name="AskedBy">Who asks, as they want to be called; may be empty.</param>
/// <param name="Language">The language of these texts.</param>
public sealed record PetitionDescribed(string Title, string Text, string AskedBy, Language Language)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "petition-described";

    /// <summary>The most characters in a title.</summary>
    public const int LongestTitle = 150;

    /// <summary>The most characters in a text.</summary>
    public const int LongestText = 5000;

    /// <summary>The most characters in what names who asks, or a place.</summary>
    public const int LongestName = 200;

    /// <summary>A gathering that it calls to; null for none.</summary>
    public PetitionGathering? Gathering { get; init; }

    /// <summary>The event for the log.</summary>
    public Draft ToDraft(string petition, string pseudonym) => new(Kind)
    {
        Consultation = petition,
        Pseudonym = pseudonym,
        Payload = CanonicalObject.Of(payload =>
        {
            payload.Name("asked-by");
            payload.Text(AskedBy);
            if (Gathering is not null)
            {
                payload.Name("event");
                Gathering.Write(payload);
            }

            payload.Name("language");
            payload.Text(Language.Code());
            payload.Name("text");
            payload.Text(Text);
            payload.Name("title");
            payload.Text(Title);
        }),
    };

    /// <summary>Reads a payload; null where it is not there, or is not one of a petition.</summary>
    public static PetitionDescribed? Read(ReadOnlyMemory<byte> payload)
    {
        if (payload.IsEmpty)
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(payload);
        JsonElement root = document.RootElement;
        PetitionGathering? gathering = null;
        return root.Text("title") is { } title && root.Text("text") is { } text
            && root.Text("asked-by") is { } askedBy && LanguageCodes.Parse(root.Text("language")) is { } language
            && (!root.TryGetProperty("event", out JsonElement called)
                || (gathering = PetitionGathering.Read(called)) is not null)
            ? new PetitionDescribed(title, text, askedBy, language) { Gathering = gathering }
            : null;
    }
}
