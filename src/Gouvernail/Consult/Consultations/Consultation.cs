namespace Gouvernail.Consult.Consultations;

/// <summary>What is known of a consultation from the log.</summary>
/// <param name="Id">Its id: "c" and its number, from 1, in the order in which they opened.</param>
/// <param name="Opened">How it opened.</param>
public sealed record Consultation(string Id, ConsultationOpened Opened)
{
    private readonly Dictionary<string, long> _statements = new(StringComparer.Ordinal);

    /// <summary>Its statements by id, with the place in the log where each was proposed.</summary>
    public IReadOnlyDictionary<string, long> Statements => _statements;

    /// <summary>How many votes were cast, changes of mind included.</summary>
    public long Votes { get; internal set; }

    internal void Add(string statement, long position) => _statements.TryAdd(statement, position);

    /// <summary>Forgets the statement that was proposed at a place: who reads the log later cannot know it.</summary>
    internal void Forget(long position)
    {
        foreach ((string statement, long proposed) in _statements)
        {
            if (proposed == position)
            {
                _statements.Remove(statement);
                return;
            }
        }
    }
}
