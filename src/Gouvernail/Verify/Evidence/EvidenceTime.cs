using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gouvernail.Verify.Evidence;

/// <summary>
/// When evidence was made, as its signer says: freshness counts from then, not from the day it is filed. Statements
/// have no time of their own, so that it stands in the predicate.
/// </summary>
public static partial class EvidenceTime
{
    private const int LongestText = 64;

    /// <summary>The point and the digits after it that .NET reads.</summary>
    private const int MostDigits = 8;

    /// <summary>
    /// The members that tell it, the first that is there: those of SVR 0.2, of SLSA VSA 1, and plain ones. They may
    /// stand in <c>metadata</c> too.
    /// </summary>
    public static IReadOnlyList<string> Members { get; } =
        ["timeCreated", "timeVerified", "finishedOn", "time", "date"];

    /// <summary>The time; null where the predicate tells none.</summary>
    /// <param name="predicate">The predicate.</param>
    public static DateTimeOffset? Of(JsonElement predicate)
    {
        if (predicate.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (string name in Members)
        {
            if (predicate.TryGetProperty(name, out JsonElement member) && member.ValueKind == JsonValueKind.String
                && Parse(member.GetString()!) is { } time)
            {
                return time;
            }
        }

        return predicate.TryGetProperty("metadata", out JsonElement metadata)
            && metadata.ValueKind == JsonValueKind.Object
            ? Of(metadata)
            : null;
    }

    /// <summary>
    /// A day, or a time of RFC 3339: with a zone, without which it is not known when it was; letters of either case;
    /// as many digits of a second as a signer's clock has, of which seven are read.
    /// </summary>
    private static DateTimeOffset? Parse(string text)
    {
        Match match = text.Length <= LongestText ? Time().Match(text) : Match.Empty;
        string digits = match.Groups["fraction"].Value;
        string plain = match.Groups["seconds"].Value.ToUpperInvariant()
            + (digits.Length > MostDigits ? digits[..MostDigits] : digits)
            + match.Groups["zone"].Value.ToUpperInvariant();
        return DateTimeOffset.TryParseExact(
            match.Success ? plain : text,
            match.Success ? ["yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"] : ["yyyy-MM-dd"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out DateTimeOffset time)
            ? time
            : null;
    }

    [GeneratedRegex(
        @"^(?<seconds>[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2})(?<fraction>\.[0-9]+)?"
            + @"(?<zone>[Zz]|[+-][0-9]{2}:[0-9]{2})\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Time();
}
