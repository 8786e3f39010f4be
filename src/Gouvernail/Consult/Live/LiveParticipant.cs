using Gouvernail.Consult.Consultations;

namespace Gouvernail.Consult.Live;

/// <summary>A participant as they stand: a copy, which does not change.</summary>
/// <param name="Pseudonym">Who.</param>
/// <param name="Rung">How sure it is that they are one person.</param>
public sealed record LiveParticipant(string Pseudonym, Rung Rung)
{
    /// <summary>Their standing votes, in the order in which they were first cast.</summary>
    public required IReadOnlyList<Ballot> Ballots { get; init; }

    /// <summary>Places of every entry under their pseudonym, ascending: changes of mind and admissions too.</summary>
    public required IReadOnlyList<long> Entries { get; init; }

    /// <summary>The devices on which their invitation was used, by pseudonym.</summary>
    public IReadOnlyList<string> Devices { get; init; } = [];

    /// <summary>The serial number of the invitation that is theirs alone; null where they came without.</summary>
    public int? Invitation { get; init; }

    /// <summary>Their vote on a statement; null where they have none.</summary>
    public Ballot? On(string statement)
    {
        foreach (Ballot ballot in Ballots)
        {
            if (ballot.Statement == statement)
            {
                return ballot;
            }
        }

        return null;
    }
}
