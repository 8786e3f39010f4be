using System.Globalization;
using System.Text;
using Gouvernail.Choice.Opinions;
using Gouvernail.Consult;

namespace Gouvernail.Cli.Maps;

/// <summary>The file that pins a part of <c>polis/1</c>: who is grouped, or from which base clusters.</summary>
internal static class Pins
{
    private const int NamedAtMost = 5;

    private static readonly Wording _listShape = new(
        "the participants to group, one id a line", "les participants à grouper, un identifiant par ligne");

    /// <summary>Reads the file that was given, if any.</summary>
    public static Failure? Read(
        MapRequest request, IReadOnlyList<string> participants, Texts texts, out PolisOptions? pins)
    {
        pins = null;
        var known = new HashSet<string>(participants, StringComparer.Ordinal);
        IReadOnlyList<string>? inConversation = null;
        IReadOnlyList<BaseCluster>? clusters = null;
        Failure? failure =
            request.InConversation is { } list ? ReadList(list, known, texts, out inConversation)
            : request.BaseClusters is { } file ? ReadClusters(file, known, texts, out clusters)
            : null;
        if (failure is not null)
        {
            return failure;
        }

        pins = new PolisOptions { InConversation = inConversation, BaseClusters = clusters, Threads = request.Threads };
        return null;
    }

    private static Failure? ReadList(
        string file, HashSet<string> known, Texts texts, out IReadOnlyList<string>? inConversation)
    {
        inConversation = null;
        if (PinFile.Read(file, texts, out byte[] bytes) is { } failure)
        {
            return failure;
        }

        var lineOf = new Dictionary<string, int>(StringComparer.Ordinal);
        var ids = new List<string>();
        using var lines = new StringReader(Encoding.UTF8.GetString(bytes));
        for (int line = 1; lines.ReadLine() is { } text; line++)
        {
            string id = text.Trim();
            if (id.Length == 0)
            {
                continue;
            }

            if (!lineOf.TryAdd(id, line))
            {
                return PinFile.Bad(Twice(file, line, id, lineOf[id]), texts);
            }

            ids.Add(id);
        }

        if (ids.Count == 0)
        {
            Wording none = new("no participant", "aucun participant");
            return PinFile.Bad(new InputProblem(file, 0, 0, none, _listShape), texts);
        }

        inConversation = ids;
        return Unknown(file, ids, known, texts, id => texts.OnLine(id, Digits(lineOf[id])));
    }

    private static Failure? ReadClusters(
        string file, HashSet<string> known, Texts texts, out IReadOnlyList<BaseCluster>? clusters)
    {
        clusters = null;
        if (PinFile.Read(file, texts, out byte[] bytes) is { } failure)
        {
            return failure;
        }

        if (BaseClusterFile.Read(file, bytes, out clusters) is { } problem)
        {
            return PinFile.Bad(problem, texts);
        }

        if (Unknown(file, clusters.SelectMany(c => c.Members), known, texts, id => id) is { } unknown)
        {
            return unknown;
        }

        return MemberTwice(clusters) is { } twice
            ? new Failure(ExitCode.BadInput, texts.ParticipantTwice(file, twice))
            : null;
    }

    private static InputProblem Twice(string file, int line, string id, int first) => new(
        file,
        line,
        0,
        new($"\"{id}\" again", $"«\u00a0{id}\u00a0» de nouveau"),
        new(
            $"each participant once; this one stands on line {Digits(first)}",
            $"chaque participant une seule fois\u00a0; celui-ci est à la ligne {Digits(first)}"));

    private static string? MemberTwice(IReadOnlyList<BaseCluster> clusters)
    {
        var placed = new HashSet<string>(StringComparer.Ordinal);
        return clusters.SelectMany(c => c.Members).FirstOrDefault(member => !placed.Add(member));
    }

    private static Failure? Unknown(
        string file, IEnumerable<string> ids, HashSet<string> known, Texts texts, Func<string, string> shown)
    {
        var missing = new List<string>();
        int count = 0;
        foreach (string id in ids)
        {
            if (!known.Contains(id) && ++count <= NamedAtMost)
            {
                missing.Add(shown(id));
            }
        }

        if (count == 0)
        {
            return null;
        }

        string named = string.Join(", ", missing) + (count > NamedAtMost ? ", …" : "");
        return new Failure(ExitCode.BadInput, texts.UnknownParticipants(file, named));
    }

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
