using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gouvernail.Journals;

namespace Gouvernail.CrashWriter;

/// <summary>The events of the tests: notes that everybody may read, sealed notes, and their erasure.</summary>
internal static class Note
{
    public const string Kind = "note";
    public const string Erasure = "note-erased";

    /// <summary>What each sealed note begins with, to look for its traces in files; 16 digits follow.</summary>
    public const string Marker = "SEALED-NOTE-";

    public static Draft Public(string text) => new(Kind) { Body = Json(text) };

    public static Draft Sealed(string text) => new(Kind) { Pseudonym = "somebody", Payload = Json(text) };

    public static Draft Erases(long position) => new(Erasure)
    {
        Body = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""{"index":{{position}}}""")),
        Erases = position,
    };

    /// <summary>The place that an erasure names.</summary>
    public static long Erased(Entry entry) => long.Parse(
        entry.Body.Span["{\"index\":".Length..^1], NumberStyles.None, CultureInfo.InvariantCulture);

    public static string MarkerOf(ulong id) => Marker + id.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>What stands for a note's text where the text itself should not be.</summary>
    public static string Print(ReadOnlySpan<byte> json) => Convert.ToHexStringLower(SHA256.HashData(json)[..16]);

    private static byte[] Json(string text) => CanonicalJson.Of(
        System.Text.Json.JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["text"] = text }));
}
