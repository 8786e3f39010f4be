namespace Gouvernail.Consult.Simulation;

/// <summary>What conversation to simulate. Same options, same conversation, on any machine.</summary>
public sealed record SimulationOptions
{
    /// <summary>The most groups that can be planted: as many as the methods look for.</summary>
    public const int MaxGroups = 5;

    /// <summary>The most statements.</summary>
    public const int MaxStatements = 100_000;

    /// <summary>The most participants.</summary>
    public const int MaxParticipants = 10_000_000;

    /// <summary>The most votes: participants × statements × density.</summary>
    public const double MaxVotes = 250_000_000;

    /// <summary>People who vote, from 1 to <see cref="MaxParticipants"/>.</summary>
    public required int Participants { get; init; }

    /// <summary>Statements they vote on, from 1 to <see cref="MaxStatements"/>.</summary>
    public required int Statements { get; init; }

    /// <summary>Share of the cells that hold a vote, above 0 and at most 1. Everybody votes at least once.</summary>
    public required double Density { get; init; }

    /// <summary>Groups to plant, from 1 to <see cref="MaxGroups"/>, and no more than people.</summary>
    public required int Groups { get; init; }

    /// <summary>Any text; another seed draws another conversation.</summary>
    public required string Seed { get; init; }

    /// <summary>The language of the sentences. The votes are the same in both.</summary>
    public Language Language { get; init; }

    internal void Check()
    {
        ArgumentNullException.ThrowIfNull(Seed);
        Within(Participants, 1, MaxParticipants, nameof(Participants));
        Within(Statements, 1, MaxStatements, nameof(Statements));
        Within(Groups, 1, Math.Min(MaxGroups, Participants), nameof(Groups));
        if (!(Density > 0 && Density <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(Density), Density, "The density is above 0 and at most 1.");
        }

        if (Participants * (Density * Statements) > MaxVotes)
        {
            throw new ArgumentOutOfRangeException(nameof(Density), Density, $"More than {MaxVotes} votes.");
        }
    }

    private static void Within(int value, int low, int high, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, low, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, high, name);
    }
}
