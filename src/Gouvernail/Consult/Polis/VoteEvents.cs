using Gouvernail.Consult.Csv;

namespace Gouvernail.Consult.Polis;

/// <summary>Vote events as they are read: participants and statements by number of first appearance.</summary>
internal sealed class VoteEvents(ReadLimits limits)
{
    private readonly Chunks<int> _participantOf = new();
    private readonly Chunks<int> _cellOf = new();
    private int _count;

    public IdTable Participants { get; } = new();

    public IdTable Statements { get; } = new();

    /// <summary>Time of each event in milliseconds; null where the order of the list is all that is known.</summary>
    public long[]? Times { get; set; }

    /// <summary>True where no event is older than the one before it.</summary>
    public bool InOrder { get; set; } = true;

    /// <summary>The group of each participant, null for nobody's; null where the files do not say.</summary>
    public string?[]? Groups { get; set; }

    public void Add(CsvTokens rows, int participant, int cell)
    {
        if (_count == limits.Events)
        {
            throw rows.WrongRow(
                new($"more than {limits.Events} votes", $"plus de {limits.Events} votes"),
                new("fewer votes in one conversation", "moins de votes dans une conversation"));
        }

        _count++;
        _participantOf.Add(participant);
        _cellOf.Add(cell);
    }

    public (int[] ParticipantOf, int[] CellOf) MoveToArrays() =>
        (_participantOf.MoveToArray(), _cellOf.MoveToArray());
}
