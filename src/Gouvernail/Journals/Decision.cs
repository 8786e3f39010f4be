namespace Gouvernail.Journals;

/// <summary>What an act comes to: the events to log, all or none, or a refusal.</summary>
public sealed class Decision
{
    private Decision(IEnumerable<Draft> events, Refusal? refusal)
    {
        Events = events;
        Refusal = refusal;
    }

    /// <summary>The events, in order; empty with a refusal. Read once, while they are logged.</summary>
    public IEnumerable<Draft> Events { get; }

    /// <summary>Why not; null where the events are to be logged.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Yes: these events, which are committed together.</summary>
    public static Decision Log(IEnumerable<Draft> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return new Decision(events, null);
    }

    /// <summary>Yes: this event.</summary>
    public static Decision Log(Draft happened) => Log([happened]);

    /// <summary>No.</summary>
    public static Decision Refuse(string code, Wording reason) => new([], new Refusal(code, reason));
}
