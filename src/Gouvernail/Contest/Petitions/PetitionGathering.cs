using System.Globalization;
using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Contest.Petitions;

/// <summary>
/// A gathering that a petition calls to. Its times are those on the clocks of the place, with no time zone: whoever
/// comes reads them there.
/// </summary>
/// <param name="Start">When it starts, to the minute.</param>
/// <param name="End">When it ends, after the start; null where nobody knows.</param>
/// <param name="Place">Where; may be empty.</param>
/// <param name="Programme">What happens when, at most <see cref="MostItems"/>.</param>
public sealed record PetitionGathering(
    DateTime Start, DateTime? End, string Place, IReadOnlyList<ProgrammeItem> Programme)
{
    /// <summary>The most lines of a programme.</summary>
    public const int MostItems = 50;

    private const string MinuteFormat = "yyyy-MM-dd'T'HH:mm";

    /// <summary>A time as the log and forms write it, such as <c>2030-05-01T18:30</c>.</summary>
    public static string Format(DateTime time) => time.ToString(MinuteFormat, CultureInfo.InvariantCulture);

    /// <summary>Reads such a time; null where it is none.</summary>
    public static DateTime? Parse(string? text) =>
        DateTime.TryParseExact(text, MinuteFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime time)
            ? time
            : null;

    /// <inheritdoc/>
    public bool Equals(PetitionGathering? other) =>
        other is not null && (Start, End, Place) == (other.Start, other.End, other.Place)
        && Programme.SequenceEqual(other.Programme);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Start, End, Place, Programme.Count);

    internal void Write(CanonicalWriter payload)
    {
        payload.StartObject();
        if (End is { } end)
        {
            payload.Name("end");
            payload.Text(Format(end));
        }

        payload.Name("place");
        payload.Text(Place);
        payload.Name("programme");
        payload.StartArray();
        foreach (ProgrammeItem item in Programme)
        {
            payload.StartObject();
            payload.Name("text");
            payload.Text(item.Text);
            payload.Name("time");
            payload.Text(item.Time);
            payload.EndObject();
        }

        payload.EndArray();
        payload.Name("start");
        payload.Text(Format(Start));
        payload.EndObject();
    }

    internal static PetitionGathering? Read(JsonElement gathering)
    {
        if (gathering.ValueKind != JsonValueKind.Object || Parse(gathering.Text("start")) is not { } start
            || gathering.Text("place") is not { } place
            || (gathering.TryGetProperty("end", out _) && Parse(gathering.Text("end")) is null)
            || !gathering.TryGetProperty("programme", out JsonElement list) || list.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var programme = new List<ProgrammeItem>();
        foreach (JsonElement item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object
                || item.Text("time") is not { } time || item.Text("text") is not { } text)
            {
                return null;
            }

            programme.Add(new ProgrammeItem(time, text));
        }

        return new PetitionGathering(start, Parse(gathering.Text("end")), place, programme);
    }
}

/// <summary>A line of a programme.</summary>
/// <param name="Time">When, as people write it, such as <c>18:30</c>; may be empty.</param>
/// <param name="Text">What happens.</param>
public sealed record ProgrammeItem(string Time, string Text)
{
    /// <summary>The most characters in its time.</summary>
    public const int LongestTime = 20;

    /// <summary>The most characters in its text.</summary>
    public const int LongestText = 200;
}
