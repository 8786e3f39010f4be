using System.Globalization;
using System.IO.Compression;
using Gouvernail.Choice;
using Gouvernail.Consult;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Live;
using Gouvernail.Server.Aggregate.Maps;
using Gouvernail.Server.Consult;

namespace Gouvernail.Server.Aggregate.Exports;

/// <summary>
/// The files that Polis exports, of a consultation as it stands: participants numbered, no pseudonym.
/// </summary>
internal static class PolisZip
{
    /// <summary>Makes the archive, which is gone once the stream is closed; null with why it cannot be made.</summary>
    public static (FileStream? Zip, InputProblem? Problem) Make(Visit visit, LiveMap? map, CancellationToken cancel)
    {
        Conversation conversation = Numbered(visit, map);
        DirectoryInfo place = Directory.CreateTempSubdirectory("gouvernail-export-");
        try
        {
            string folder = Path.Combine(place.FullName, "polis-export");
            if (PolisExport.Write(folder, conversation, map: null, cancel) is { } problem)
            {
                return (null, problem);
            }

            string zip = Path.Combine(place.FullName, "polis-export.zip");
            ZipFile.CreateFromDirectory(folder, zip, CompressionLevel.Fastest, includeBaseDirectory: false);
            // Opened before its folder goes: what is open stays readable, and leaves nothing behind.
            return (new FileStream(
                zip, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16,
                FileOptions.Asynchronous),
                null);
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }

    private static Conversation Numbered(Visit visit, LiveMap? map)
    {
        (Conversation conversation, IReadOnlyList<LiveParticipant> people) = Together(visit.Live);
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (LiveParticipant participant in people.Where(p => p.Ballots.Count > 0))
        {
            numbers.Add(participant.Pseudonym, (numbers.Count + 1).ToString(CultureInfo.InvariantCulture));
        }

        bool texts = visit.View.Opened.Publishes.HasFlag(Publication.Statements);
        return conversation with
        {
            Statements = [.. conversation.Statements.Select(statement => statement with
            {
                Author = numbers.GetValueOrDefault(statement.Author, ""),
                Text = texts && visit.View.Find(statement.Id) is { } listed && visit.View.IsShown(listed)
                    ? statement.Text
                    : "",
            })],
            ExportedGroups = map is null ? null : Groups(conversation.Votes, map),
        };
    }

    /// <summary>Votes and people of the same moment: otherwise an author could be given another one's number.</summary>
    private static (Conversation Conversation, IReadOnlyList<LiveParticipant> People) Together(LiveConsultation live)
    {
        while (true)
        {
            long version = live.Version;
            (Conversation Conversation, IReadOnlyList<LiveParticipant> People) read =
                (live.Conversation(), live.Participants());
            if (live.Version == version)
            {
                return read;
            }
        }
    }

    private static string?[] Groups(VoteTable votes, LiveMap map)
    {
        var placeOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int s = 0; s < map.Votes.Statements.Count; s++)
        {
            placeOf.Add(map.Votes.Statements[s].Id, s);
        }

        var groups = new string?[votes.Participants.Count];
        for (int row = 0; row < groups.Length; row++)
        {
            var cells = new List<int>();
            foreach (int cell in votes.Row(row))
            {
                if (placeOf.TryGetValue(votes.Statements[VoteTable.StatementOf(cell)].Id, out int place))
                {
                    cells.Add(VoteTable.CellOf(place, VoteTable.VoteOf(cell)));
                }
            }

            cells.Sort();
            groups[row] = Standing.Identical(map.Votes, [.. cells]) is { } same && map.Map.Points[same].Group >= 0
                ? map.Map.Points[same].Group.ToString(CultureInfo.InvariantCulture)
                : null;
        }

        return groups;
    }
}
