using Gouvernail.Consult.Consultations;

namespace Gouvernail.Server;

/// <summary>The first page: what people are asked here.</summary>
/// <param name="Consultations">The consultations: open ones, then paused, then closed ones; the last begun first.
/// </param>
public sealed record HomeModel(IReadOnlyList<HomeConsultation> Consultations)
{
    /// <summary>How many mandates are in force.</summary>
    public int Mandates { get; init; }

    /// <summary>How many automata are in the register, of which so many may run.</summary>
    public (int Known, int Running) Automata { get; init; }

    /// <summary>Petitions that can be signed; null where nobody set a threshold.</summary>
    public int? Petitions { get; init; }
}

/// <summary>A consultation in the list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Topic">The question put to people.</param>
/// <param name="Organiser">Who asks; may be empty.</param>
/// <param name="Stage">Where it is in its life.</param>
/// <param name="People">How many people voted.</param>
/// <param name="Votes">How many votes stand.</param>
/// <param name="Statements">How many statements are shown.</param>
/// <param name="ShowsResults">True where results are shown.</param>
public sealed record HomeConsultation(
    string Id, string Topic, string Organiser, Stage Stage, int People, int Votes, int Statements, bool ShowsResults);
