using System.Text;
using Gouvernail.Choice;
using Gouvernail.Consult.Csv;

namespace Gouvernail.Consult.Polis;

/// <summary>The files of a polis-export/1 folder. comments.csv counts every event, the others the last votes.</summary>
internal sealed partial class PolisFiles
{
    private readonly string _folder;
    private readonly string _shown;
    private readonly Conversation _conversation;
    private readonly VoteTable _votes;
    private readonly ExportGroups _groups;
    private readonly CancellationToken _cancellation;
    private readonly byte[][] _participants;
    private readonly byte[][] _statements;

    /// <summary>Votes of each group by cell, then of everybody.</summary>
    private readonly int[] _counts;

    /// <param name="folder">Where to write.</param>
    /// <param name="shown">What problems call it.</param>
    /// <param name="conversation">What to write.</param>
    /// <param name="groups">Who is in which group.</param>
    /// <param name="cancellation">Stops the writing.</param>
    public PolisFiles(
        string folder,
        string shown,
        Conversation conversation,
        ExportGroups groups,
        CancellationToken cancellation)
    {
        _folder = folder;
        _shown = shown;
        _conversation = conversation;
        _votes = conversation.Votes;
        _groups = groups;
        _cancellation = cancellation;
        _participants = [.. _votes.Participants.Select(EncodeId)];
        _statements = [.. _votes.Statements.Select(s => EncodeId(s.Id))];
        _counts = groups.Count(_votes);
    }

    public void Write()
    {
        WriteFormat();
        WriteFile("summary.csv", WriteSummary);
        WriteFile("comments.csv", WriteStatements);
        WriteFile("comment-groups.csv", WriteStatementGroups);
        WriteFile("votes.csv", WriteVotes);
        WriteFile("participant-votes.csv", WriteMatrix);
    }

    // An id that no reader would take back is refused here, where its owner can still do something about it.
    private byte[] EncodeId(string id)
    {
        if (IdTable.IsId(Encoding.UTF8.GetBytes(id)))
        {
            return CsvOutput.Encode(id);
        }

        Wording found = Excerpt.Of(id);
        throw UnreadableException.Of(
            _shown,
            new(
                $"the id {found.English}, which files cannot carry",
                $"l’identifiant {found.French}, que des fichiers ne peuvent pas porter"),
            IdTable.Rule);
    }

    private string EncodableText(string text)
    {
        if (!text.Contains('\0', StringComparison.Ordinal))
        {
            return text;
        }

        Wording found = Excerpt.Of(text);
        throw UnreadableException.Of(
            _shown,
            new($"a zero byte in the text {found.English}", $"un octet nul dans le texte {found.French}"),
            new("text that files can carry", "du texte que des fichiers peuvent porter"));
    }

    private void WriteFile(string name, Action<CsvOutput> write)
    {
        _cancellation.ThrowIfCancellationRequested();
        using var output = new CsvOutput(new FileStream(
            Path.Combine(_folder, name), FileMode.CreateNew, FileAccess.Write, FileShare.None, 0));
        write(output);
    }

    private void WriteSummary(CsvOutput output)
    {
        IEnumerable<string> authors = _conversation.Statements.Select(s => s.Author).Where(a => a.Length > 0);
        int voters = Enumerable.Range(0, _participants.Length).Count(row => !_votes.Row(row).IsEmpty);
        Row("topic", EncodableText(_conversation.Topic));
        Row("url", EncodableText(_conversation.Url));
        Count("voters", voters);
        Count("voters-in-conv", _groups.IndexOf.Count(group => group >= 0));
        Count("commenters", authors.Distinct(StringComparer.Ordinal).Count());
        Count("comments", _conversation.Statements.Count);
        Count("groups", _groups.Names.Length);
        Row("conversation-description", EncodableText(_conversation.Description));
        Row(VoteConvention.Key, VoteConvention.Text);

        void Row(string key, string value) => output.Field(key).Field(value).EndRow();
        void Count(string key, int value) => output.Field(key).Field(value).EndRow();
    }

    private void WriteStatements(CsvOutput output)
    {
        int[] counts = CountEvents();
        bool flags = _conversation.Statements.Any(s => s.IsMeta || s.IsSeed);
        Header(output, "timestamp", "datetime", "comment-id", "author-id", "agrees", "disagrees", "moderated");
        if (flags)
        {
            Header(output, "is-meta", "is-seed");
        }

        output.Field("comment-body").EndRow();
        var datetime = new IsoTime();
        for (int s = 0; s < _statements.Length; s++)
        {
            Statement statement = _conversation.Statements[s];
            _ = statement.Time is long time ? output.Field(time) : output.Field("");
            output.Field(datetime.Of(statement.Time)).Field(_statements[s])
                .Field(statement.Author.Length == 0 ? [] : EncodeId(statement.Author))
                .Field(counts[VoteTable.CellOf(s, 1)]).Field(counts[VoteTable.CellOf(s, -1)])
                .Field((int)statement.Moderation);
            if (flags)
            {
                output.Field(statement.IsMeta ? 1 : 0).Field(statement.IsSeed ? 1 : 0);
            }

            output.Field(EncodableText(statement.Text)).EndRow();
        }
    }

    private void WriteStatementGroups(CsvOutput output)
    {
        Header(
            output, "comment-id", "comment", "total-votes", "total-agrees", "total-disagrees", "total-passes");
        for (int group = 0; group < _groups.Names.Length; group++)
        {
            string letter = ExportGroups.Letter(group);
            Header(
                output,
                $"group-{letter}-votes",
                $"group-{letter}-agrees",
                $"group-{letter}-disagrees",
                $"group-{letter}-passes");
        }

        output.EndRow();
        for (int s = 0; s < _statements.Length; s++)
        {
            output.Field(_statements[s]).Field(_conversation.Statements[s].Text);
            WriteCounts(output, _groups.Names.Length, s);
            for (int group = 0; group < _groups.Names.Length; group++)
            {
                WriteCounts(output, group, s);
            }

            output.EndRow();
        }
    }

    private void WriteCounts(CsvOutput output, int group, int statement)
    {
        ReadOnlySpan<int> counts = _counts.AsSpan(3 * ((group * _statements.Length) + statement), 3);
        output.Field(counts[0] + counts[1] + counts[2]).Field(counts[2]).Field(counts[0]).Field(counts[1]);
    }

    private int[] CountEvents()
    {
        if (_conversation.History is not VoteHistory history)
        {
            return _counts[(3 * _groups.Names.Length * _statements.Length)..];
        }

        int[] counts = new int[3 * _statements.Length];
        foreach (int cell in history.Cells)
        {
            counts[cell]++;
        }

        return counts;
    }

    private static void Header(CsvOutput output, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            output.Field(name);
        }
    }
}
