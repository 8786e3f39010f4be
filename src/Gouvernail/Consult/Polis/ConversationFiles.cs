using Gouvernail.Choice;
using Gouvernail.Consult.Csv;
using Gouvernail.Consult.Sources;

namespace Gouvernail.Consult.Polis;

/// <summary>Makes one conversation out of the files of one export, or of one file.</summary>
internal sealed class ConversationFiles(
    SourceFiles sources, ReadOptions options, ByteMeter meter, ReadLimits limits, CancellationToken cancellation)
{
    private readonly VoteConvention _convention = new(options.AgreeIs);
    private TimeUnit _unit;

    public Conversation Read() => sources.Alone is SourceFile file
        ? Build(SummaryFile.None, ReadVotes(file), [])
        : ReadExport();

    private Conversation ReadExport()
    {
        SourceFile? votes = sources.Find("votes.csv");
        SourceFile? matrix = sources.Find("participant-votes.csv", "participants-votes.csv");
        SourceFile? statements = sources.Find("comments.csv");
        SourceFile? summary = sources.Find("summary.csv");
        SourceFile? format = sources.Find("format.json");
        SourceFile first = votes ?? matrix ?? throw UnreadableException.Of(
            sources.Shown,
            new("no file of votes", "aucun fichier de votes"),
            new(
                "votes.csv or participant-votes.csv of an export, best with comments.csv and summary.csv; or one .csv",
                "votes.csv ou participant-votes.csv d’un export, de préférence avec comments.csv et summary.csv\u00a0; "
                + "ou un seul .csv"));
        RequireOneFolder(first, matrix, statements, summary, format);

        // What the numbers mean is declared in the small files, so they come first.
        if (format is not null)
        {
            using Stream stream = sources.Open(format);
            _unit = FormatFile.Read(format.Shown, stream, _convention);
        }

        SummaryFile known = summary is null
            ? SummaryFile.None
            : ReadRows(summary, rows => SummaryFile.Read(rows, _convention));
        List<Statement> listed = statements is null
            ? []
            : ReadRows(statements, rows => StatementFile.Read(rows, CsvHeader.Read(rows), _unit));
        VoteEvents events = ReadVotes(first);
        if (votes is not null && matrix is not null)
        {
            ReadRows(matrix, rows =>
            {
                MatrixFile.ReadGroups(rows, CsvHeader.Read(rows, _convention), events);
                return events;
            });
        }

        return Build(known, events, listed);
    }

    private VoteEvents ReadVotes(SourceFile file) => ReadRows(file, rows =>
    {
        CsvHeader header = CsvHeader.Read(rows, _convention);
        return MatrixFile.IsOne(file.Name, header)
            ? MatrixFile.Read(rows, header, _convention, limits)
            : VoteFile.Read(rows, header, _convention, _unit, options.KeepHistory, limits);
    });

    private T ReadRows<T>(SourceFile file, Func<CsvTokens, T> read)
    {
        using Stream stream = sources.Open(file);
        return read(new CsvTokens(file.Shown, stream, limits, cancellation));
    }

    private void RequireOneFolder(params ReadOnlySpan<SourceFile?> files)
    {
        string? folder = null;
        foreach (SourceFile? file in files)
        {
            if (file is null)
            {
                continue;
            }

            folder ??= file.Folder;
            if (file.Folder != folder)
            {
                throw UnreadableException.Of(
                    sources.Shown,
                    new(
                        "files of a conversation in several folders",
                        "les fichiers d’une conversation dans plusieurs dossiers"),
                    new("all of them in one folder", "tous dans un même dossier"));
            }

            meter.Total += file.Bytes;
        }
    }

    private Conversation Build(SummaryFile known, VoteEvents events, List<Statement> listed)
    {
        Statement[] statements = InColumnOrder(events.Statements, listed);
        (int[] participantOf, int[] cellOf) = events.MoveToArrays();
        cancellation.ThrowIfCancellationRequested();
        return new Conversation
        {
            Topic = known.Topic,
            Description = known.Description,
            Url = known.Url,
            Statements = statements,
            Votes = VoteTable.FromEvents(
                events.Participants.ToArray(),
                Array.ConvertAll(statements, s => new StatementColumn(s.Id, s.Moderation, s.IsMeta)),
                participantOf,
                cellOf,
                events.InOrder ? default : events.Times),
            History = options.KeepHistory ? new VoteHistory(participantOf, cellOf, events.Times) : null,
            ExportedGroups = events.Groups,
        };
    }

    private static Statement[] InColumnOrder(IdTable columns, List<Statement> listed)
    {
        var statements = new List<Statement>(Math.Max(columns.Count, listed.Count));
        var known = listed.ToDictionary(s => s.Id, StringComparer.Ordinal);
        for (int column = 0; column < columns.Count; column++)
        {
            statements.Add(known.Remove(columns[column], out Statement? statement)
                ? statement
                : new Statement(columns[column], ""));
        }

        statements.AddRange(listed.Where(s => known.ContainsKey(s.Id)));
        return [.. statements];
    }
}
