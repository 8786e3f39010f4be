namespace Gouvernail.Consult.Consultations;

/// <summary>What is known of a consultation from the log.</summary>
/// <param name="Id">Its id: "c" and its number, from 1, in the order in which they opened.</param>
/// <param name="Opened">How it opened.</param>
public sealed record Consultation(string Id, ConsultationOpened Opened)
{
    private readonly HashSet<string> _statements = new(StringComparer.Ordinal);

    /// <summary>The ids of its statements.</summary>
    public IReadOnlySet<string> Statements => _statements;

    /// <summary>How many votes were cast, changes of mind included.</summary>
    public long Votes { get; internal set; }

    internal void Add(string statement) => _statements.Add(statement);
}
