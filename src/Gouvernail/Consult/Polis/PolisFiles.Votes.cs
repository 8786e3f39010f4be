using Gouvernail.Choice;
using Gouvernail.Consult.Csv;

namespace Gouvernail.Consult.Polis;

internal sealed partial class PolisFiles
{
    private const int CheckEvery = 1 << 16;

    private void WriteVotes(CsvOutput output)
    {
        Header(output, "timestamp", "datetime", "comment-id", "voter-id", "vote");
        output.EndRow();
        var datetime = new IsoTime();
        if (_conversation.History is VoteHistory history)
        {
            for (int e = 0; e < history.Cells.Length; e++)
            {
                WriteVote(output, datetime, e, history.Times?[e], history.Participants[e], history.Cells[e]);
            }

            return;
        }

        long ordinal = 0;
        for (int row = 0; row < _participants.Length; row++)
        {
            foreach (int cell in _votes.Row(row))
            {
                WriteVote(output, datetime, ordinal++, null, row, cell);
            }
        }
    }

    // Where times are unknown the timestamp is the event's place, so that the order is kept; it has no date then.
    private void WriteVote(CsvOutput output, IsoTime datetime, long ordinal, long? time, int row, int cell)
    {
        if (ordinal % CheckEvery == 0)
        {
            _cancellation.ThrowIfCancellationRequested();
        }

        output.Field(time ?? ordinal)
            .Field(datetime.Of(time))
            .Field(_statements[VoteTable.StatementOf(cell)])
            .Field(_participants[row])
            .Field(VoteTable.VoteOf(cell))
            .EndRow();
    }

    private void WriteMatrix(CsvOutput output)
    {
        int cells = 3 * _statements.Length;
        ReadOnlySpan<int> all = _counts.AsSpan(_groups.Names.Length * cells, cells);
        int voted = 0;
        int[] columnOf = new int[_statements.Length];
        Header(output, "participant", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree");
        for (int s = 0; s < _statements.Length; s++)
        {
            if (all[3 * s] + all[(3 * s) + 1] + all[(3 * s) + 2] > 0)
            {
                columnOf[s] = voted++;
                output.Field(_statements[s]);
            }
        }

        output.EndRow();
        Dictionary<string, int> authored = CountAuthored();
        byte[][] groups = Array.ConvertAll(_groups.Names, CsvOutput.Encode);
        for (int row = 0; row < _participants.Length; row++)
        {
            _cancellation.ThrowIfCancellationRequested();
            ReadOnlySpan<int> cast = _votes.Row(row);
            int agree = 0, disagree = 0;
            foreach (int cell in cast)
            {
                agree += VoteTable.VoteOf(cell) == 1 ? 1 : 0;
                disagree += VoteTable.VoteOf(cell) == -1 ? 1 : 0;
            }

            int group = _groups.IndexOf[row];
            output.Field(_participants[row]).Field(group < 0 ? [] : groups[group])
                .Field(authored.GetValueOrDefault(_votes.Participants[row]))
                .Field(cast.Length).Field(agree).Field(disagree);
            int written = 0;
            foreach (int cell in cast)
            {
                int column = columnOf[VoteTable.StatementOf(cell)];
                output.Blanks(column - written);
                output.Field(VoteTable.VoteOf(cell));
                written = column + 1;
            }

            output.Blanks(voted - written);
            output.EndRow();
        }
    }

    private Dictionary<string, int> CountAuthored()
    {
        var authored = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Statement statement in _conversation.Statements)
        {
            authored[statement.Author] = authored.GetValueOrDefault(statement.Author) + 1;
        }

        return authored;
    }

    private void WriteFormat()
    {
        string unit = _conversation.History?.Times is null ? "ordinal" : "milliseconds";
        File.WriteAllText(Path.Combine(_folder, "format.json"), $$"""
            {
              "format": "{{VoteConvention.Format}}",
              "vote-convention": "{{VoteConvention.Text}}",
              "vote": { "agree": 1, "disagree": -1, "pass": 0 },
              "timestamps": "{{unit}}",
              "files": {
                "summary.csv": { "declaration": ["vote-convention"] },
                "comments.csv": { "count": ["agrees", "disagrees"], "counted": "every vote event" },
                "votes.csv": { "vote": ["vote"] },
                "participant-votes.csv": {
                  "vote": ["every column after n-disagree"],
                  "count": ["n-comments", "n-votes", "n-agree", "n-disagree"],
                  "counted": "the last vote of each participant on each statement"
                },
                "comment-groups.csv": {
                  "count": ["total-*", "group-*"],
                  "counted": "the last vote of each participant on each statement"
                }
              }
            }

            """.ReplaceLineEndings("\n"));
    }
}
