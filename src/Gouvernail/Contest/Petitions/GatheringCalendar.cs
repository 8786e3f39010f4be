using System.Globalization;
using System.Text;

namespace Gouvernail.Contest.Petitions;

/// <summary>
/// The gathering of a petition as a calendar file (iCalendar, RFC 5545), for people to keep. Its times are floating
/// (§3.3.5, form 1): those on the clocks of the place, whatever the zone of the calendar.
/// </summary>
public static class GatheringCalendar
{
    /// <summary>The media type of the file.</summary>
    public const string MediaType = "text/calendar";

    /// <summary>The most octets in a line, without its end (§3.1).</summary>
    private const int LongestLine = 75;

    /// <summary>The file; null where the petition calls to no gathering.</summary>
    /// <param name="petition">The petition.</param>
    /// <param name="origin">The name of the log: with the petition's id, it tells this event from all others.</param>
    /// <param name="url">The address of the petition's page; may be empty.</param>
    public static string? Of(Petition petition, string origin, string url)
    {
        ArgumentNullException.ThrowIfNull(petition);
        ArgumentException.ThrowIfNullOrEmpty(origin);
        ArgumentNullException.ThrowIfNull(url);
        if (petition.Description is not { Gathering: { } gathering } description)
        {
            return null;
        }

        // An event keeps its UID when it changes, and tells by SEQUENCE that it did (§3.8.7.4).
        string stamp = Utc(petition.Described);
        var file = new StringBuilder();
        Line(file, "BEGIN:VCALENDAR");
        Line(file, "VERSION:2.0");
        Line(file, "PRODID:-//Gouvernail//Petitions//EN");
        Line(file, "BEGIN:VEVENT");
        Line(file, $"UID:petition-{petition.Id}@{Text(origin)}");
        Line(file, "DTSTAMP:" + stamp);
        Line(file, "LAST-MODIFIED:" + stamp);
        Line(file, string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{petition.Revision - 1}"));
        Line(file, "DTSTART:" + Floating(gathering.Start));
        if (gathering.End is { } end)
        {
            Line(file, "DTEND:" + Floating(end));
        }

        Line(file, "SUMMARY:" + Text(description.Title));
        Line(file, "DESCRIPTION:" + Text(DescriptionOf(description, gathering)));
        if (gathering.Place.Length > 0)
        {
            Line(file, "LOCATION:" + Text(gathering.Place));
        }

        if (Uri.TryCreate(url, UriKind.Absolute, out Uri? address))
        {
            Line(file, "URL:" + address.AbsoluteUri);
        }

        Line(file, petition.Closed is { Cause: not PetitionEnd.Expired } ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
        Line(file, "END:VEVENT");
        Line(file, "END:VCALENDAR");
        return file.ToString();
    }

    private static string DescriptionOf(PetitionDescribed description, PetitionGathering gathering) =>
        gathering.Programme.Count == 0 ? description.Text
        : string.Join('\n', gathering.Programme.Select(item => $"{item.Time} {item.Text}".Trim()))
            + "\n\n" + description.Text;

    private static string Utc(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Floating(DateTime time) =>
        time.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    /// <summary>A value of type TEXT (§3.3.11).</summary>
    private static string Text(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .ReplaceLineEndings("\\n");

    /// <summary>
    /// Adds a content line, folded where it is longer than 75 octets, and never within a character (§3.1).
    /// </summary>
    private static void Line(StringBuilder file, string line)
    {
        int octets = 0;
        foreach (Rune rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                // The blank that begins the next line is one of its octets.
                file.Append("\r\n ");
                octets = 1;
            }

            file.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }
}
