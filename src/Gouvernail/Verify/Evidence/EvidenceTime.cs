using System.Globalization;
using System.Text.Json;

namespace Gouvernail.Verify.Evidence;

/// <summary>
/// When evidence was made, as its signer says: freshness counts from then, not from the day it is filed. Statements
/// have no time of their own, so that it stands in the predicate.
/// </summary>
public static class EvidenceTime
{
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

    private static DateTimeOffset? Parse(string text) =>
        text.Length <= 40 && DateTimeOffset.TryParseExact(
            text,
            ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out DateTimeOffset time)
            ? time
            : null;
}
