using System.Diagnostics;
using System.Security.Cryptography;
using Gouvernail.Journals;

namespace Gouvernail.Bench;

/// <summary>A community's log full of entries of 300 bytes.</summary>
internal static class SampleLog
{
    public const string Origin = "bench.example/log";

    private const string Kind = "bench-note";

    /// <summary>An entry has 300 bytes with this much text in its body, and its time and kind around.</summary>
    private const int TextLength = 230;

    private const int EntriesInAct = 100_000;

    /// <summary>An event whose entry has 300 bytes, of text that compresses to nothing.</summary>
    public static Draft Note(bool isSealed)
    {
        string text = Convert.ToBase64String(RandomNumberGenerator.GetBytes(TextLength))[..TextLength];
        byte[] content = CanonicalObject.Of(members =>
        {
            members.Name("t");
            members.Text(text);
        });
        return isSealed ? new Draft(Kind) { Payload = content } : new Draft(Kind) { Body = content };
    }

    /// <summary>A data folder of so many entries, made where it is not there yet; and how long that took.</summary>
    public static TimeSpan Make(string path, int entries)
    {
        var watch = Stopwatch.StartNew();
        var folder = new DataFolder(path);
        if (!folder.Exists)
        {
            Community.Found(path, Origin, "", TimeProvider.System);
        }

        using Community community = Community.Open(folder, TimeProvider.System);
        Grow(community, entries);
        return watch.Elapsed;
    }

    /// <summary>Appends until the log has so many entries, many to an act; an act is committed whole.</summary>
    public static void Grow(Community community, long entries)
    {
        while (community.Journal.Size < entries)
        {
            int count = (int)Math.Min(EntriesInAct, entries - community.Journal.Size);
            community.Journal.Submit(_ => Decision.Log(Enumerable.Range(0, count).Select(_ => Note(isSealed: false))));
        }
    }
}
