using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;

namespace Gouvernail.Server.Consult.Facilitation.Importing;

/// <summary>A conversation held elsewhere, to be taken over.</summary>
public sealed record ImportModel
{
    /// <summary>What was read of it; null where nothing was sent yet.</summary>
    public ImportPreview? Preview { get; init; }

    /// <summary>What is wrong with what was sent; null where nothing is.</summary>
    public Wording? Problem { get; init; }

    /// <summary>Why it was not imported; null where nothing was asked for.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>What the public may open.</summary>
    public Publication Publishes { get; init; } = Publication.Statements | Publication.Votes;
}

/// <summary>What was read of a conversation.</summary>
/// <param name="Word">The word by which it is kept meanwhile.</param>
/// <param name="Agree">The number that means "agree", where who sent it said so.</param>
/// <param name="Topic">The question; empty where the files do not say.</param>
/// <param name="Statements">How many statements.</param>
/// <param name="People">How many people voted.</param>
/// <param name="Votes">How many votes were cast, changes of mind included.</param>
/// <param name="First">Some statements.</param>
public sealed record ImportPreview(
    string Word, string Agree, string Topic, int Statements, int People, int Votes, IReadOnlyList<string> First);
