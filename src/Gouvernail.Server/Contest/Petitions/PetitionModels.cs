using Gouvernail.Consult.Consultations;
using Gouvernail.Contest.Petitions;
using Gouvernail.Journals;
using Gouvernail.Server.Consult.Voting;
using Gouvernail.Verify.Permits;

namespace Gouvernail.Server.Contest.Petitions;

/// <summary>All petitions, in three lists, the last first.</summary>
/// <param name="Running">Those that can be signed and have not passed.</param>
/// <param name="Passed">Those that have passed.</param>
/// <param name="Closed">Those that came to nothing.</param>
/// <param name="Rules">The thresholds in force; null where none were set.</param>
/// <param name="RollTopic">The question of the roll; null where there is none.</param>
public sealed record PetitionsModel(
    IReadOnlyList<Petition> Running,
    IReadOnlyList<Petition> Passed,
    IReadOnlyList<Petition> Closed,
    PetitionThresholdsSet? Rules,
    string? RollTopic);

/// <summary>A petition's page.</summary>
/// <param name="Petition">The petition.</param>
/// <param name="Address">Its address, for others.</param>
/// <param name="IsOpen">True while people can sign.</param>
public sealed record PetitionModel(Petition Petition, string Address, bool IsOpen)
{
    /// <summary>The reader's rung.</summary>
    public Rung Rung { get; init; }

    /// <summary>True where the reader's signature stands.</summary>
    public bool HasSigned { get; init; }

    /// <summary>The place of the reader's signature in the log; null where there is none.</summary>
    public long? Signature { get; init; }

    /// <summary>True where the reader started it.</summary>
    public bool IsStarter { get; init; }

    /// <summary>True where something is kept of the reader.</summary>
    public bool HasEntries { get; init; }

    /// <summary>The question of the roll; null where there is none.</summary>
    public string? RollTopic { get; init; }

    /// <summary>The consultation that it opened; null where there is none.</summary>
    public string? Debate { get; init; }

    /// <summary>The question of that consultation; null where there is none.</summary>
    public string? DebateTopic { get; init; }

    /// <summary>What its automaton is called; null for nothing but its id.</summary>
    public string? AutomatonName { get; init; }

    /// <summary>Where the permit of its automaton is; null where it names none.</summary>
    public PermitStatus? Permit { get; init; }

    /// <summary>A code that let nobody in; null where none was tried.</summary>
    public string? WrongCode { get; init; }

    /// <summary>Why nothing was done; null where there is nothing to say.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>True where the reader's signature would count.</summary>
    public bool IsAdmitted => Rung >= Petition.Started.Rung;
}

/// <summary>The form of a petition, new or one that is put better.</summary>
/// <param name="Form">What was typed.</param>
/// <param name="Rules">The thresholds in force; null where none were set.</param>
/// <param name="Petition">The petition that is put better; null for a new one.</param>
/// <param name="Automata">The automata that a petition can name: their ids, and what they are called.</param>
/// <param name="IsAdmitted">True where the reader may start one.</param>
/// <param name="RollTopic">The question of the roll; null where there is none.</param>
/// <param name="WrongCode">A code that let nobody in; null where none was tried.</param>
/// <param name="Refusal">Why nothing was done; null where there is nothing to say.</param>
public sealed record PetitionFormModel(
    PetitionForm Form,
    PetitionThresholdsSet? Rules,
    Petition? Petition,
    IReadOnlyList<KeyValuePair<string, string>> Automata,
    bool IsAdmitted,
    string? RollTopic,
    string? WrongCode,
    Refusal? Refusal);

/// <summary>A petition on paper.</summary>
/// <param name="Petition">The petition.</param>
/// <param name="Description">What it says of itself.</param>
/// <param name="Address">Its address, for others.</param>
public sealed record LeafletModel(Petition Petition, PetitionDescribed Description, string Address);

/// <summary>What is kept of the reader in a petition.</summary>
/// <param name="Petition">The petition.</param>
/// <param name="Pseudonym">Their pseudonym; null where nothing is known of them.</param>
/// <param name="Rung">Their rung.</param>
/// <param name="Entries">Their entries.</param>
/// <param name="Refusal">Why nothing was done; null where there is nothing to say.</param>
public sealed record PetitionDataModel(
    Petition Petition, string? Pseudonym, Rung Rung, IReadOnlyList<OwnEntry> Entries, Refusal? Refusal);

/// <summary>What facilitators see of petitions.</summary>
/// <param name="Book">The petitions and thresholds.</param>
/// <param name="Rolls">Consultations that can be a roll: their ids and questions.</param>
/// <param name="Facilitates">True for who may set thresholds, answer and stop.</param>
/// <param name="Refusal">Why nothing was done; null where there is nothing to say.</param>
public sealed record PetitionDeskModel(
    PetitionBook Book, IReadOnlyList<KeyValuePair<string, string>> Rolls, bool Facilitates, Refusal? Refusal)
{
    /// <summary>What was typed where it was refused; null otherwise.</summary>
    public ThresholdsForm? Typed { get; init; }
}
