using System.Text;
using Gouvernail.Choice.Opinions;
using Gouvernail.Consult;

namespace Gouvernail.Cli;

/// <summary>The files that pin parts of <c>polis/1</c>: who is grouped, and from which base clusters.</summary>
internal static class Pins
{
    private const int NamedAtMost = 5;

    /// <summary>Reads the files that were given.</summary>
    public static Failure? Read(
        MapRequest request, IReadOnlyList<string> participants, Texts texts, out PolisOptions? pins)
    {
        pins = null;
        var known = new HashSet<string>(participants, StringComparer.Ordinal);
        List<string>? inConversation = null;
        IReadOnlyList<BaseCluster>? clusters = null;
        if (request.InConversation is { } list)
        {
            if (Bytes(list, texts, out byte[] bytes) is { } failure)
            {
                return failure;
            }

            inConversation = Lines(bytes);
            if (Unknown(list, inConversation, known, texts) is { } unknown)
            {
                return unknown;
            }
        }

        if (request.BaseClusters is { } file)
        {
            if (Bytes(file, texts, out byte[] bytes) is { } failure)
            {
                return failure;
            }

            if (BaseClusterFile.Read(file, bytes, out clusters) is { } problem)
            {
                return new Failure(ExitCode.BadInput, problem.In(texts.Language));
            }

            if (Unknown(file, clusters.SelectMany(c => c.Members), known, texts) is { } unknown)
            {
                return unknown;
            }

            if (MemberTwice(clusters) is { } twice)
            {
                return new Failure(ExitCode.BadInput, texts.ParticipantTwice(file, twice));
            }
        }

        pins = new PolisOptions { InConversation = inConversation, BaseClusters = clusters, Threads = request.Threads };
        return null;
    }

    private static Failure? Bytes(string file, Texts texts, out byte[] bytes)
    {
        bytes = [];
        try
        {
            bytes = File.ReadAllBytes(file);
            if (bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble))
            {
                bytes = bytes[Encoding.UTF8.Preamble.Length..];
            }

            return null;
        }
        catch (Exception e) when (FileTrouble.Is(e))
        {
            return new Failure(ExitCode.NoInput, texts.CannotRead(file, FileTrouble.Of(e).In(texts.Language)));
        }
    }

    private static List<string> Lines(byte[] bytes)
    {
        var ids = new List<string>();
        using var lines = new StringReader(Encoding.UTF8.GetString(bytes));
        while (lines.ReadLine() is { } line)
        {
            if (line.Trim() is { Length: > 0 } id)
            {
                ids.Add(id);
            }
        }

        return ids;
    }

    private static string? MemberTwice(IReadOnlyList<BaseCluster> clusters)
    {
        var placed = new HashSet<string>(StringComparer.Ordinal);
        return clusters.SelectMany(c => c.Members).FirstOrDefault(member => !placed.Add(member));
    }

    private static Failure? Unknown(string file, IEnumerable<string> ids, HashSet<string> known, Texts texts)
    {
        var missing = new List<string>();
        int count = 0;
        foreach (string id in ids)
        {
            if (!known.Contains(id) && ++count <= NamedAtMost)
            {
                missing.Add(id);
            }
        }

        if (count == 0)
        {
            return null;
        }

        string named = string.Join(", ", missing) + (count > NamedAtMost ? ", …" : "");
        return new Failure(ExitCode.BadInput, texts.UnknownParticipants(file, named));
    }
}
