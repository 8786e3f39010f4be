using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;
using Gouvernail.People;

namespace Gouvernail.Server.Consult.Facilitation;

/// <summary>Where facilitators begin.</summary>
/// <param name="Name">What the community calls itself; may be empty.</param>
/// <param name="Holder">Who looks.</param>
/// <param name="Guide">The way to the first open consultation; null where there has been one.</param>
/// <param name="Consultations">The consultations, the last first.</param>
public sealed record DashboardModel(
    string Name, RoleHolder Holder, Guide? Guide, IReadOnlyList<DashboardLine> Consultations);

/// <summary>A consultation in the list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Topic">The question.</param>
/// <param name="Stage">Where it is in its life.</param>
/// <param name="People">How many have voted.</param>
/// <param name="Votes">How many votes stand.</param>
/// <param name="Statements">How many statements it has.</param>
/// <param name="Waiting">How many of them wait for moderation.</param>
public sealed record DashboardLine(
    string Id, string Topic, Stage Stage, int People, int Votes, int Statements, int Waiting);

/// <summary>What the community calls itself, to be changed.</summary>
/// <param name="Name">The name, or what was typed.</param>
/// <param name="Guide">The way to the first open consultation; null where there has been one.</param>
/// <param name="Refusal">Why it was not changed; null where nothing was asked for.</param>
public sealed record NameModel(string Name, Guide? Guide, Refusal? Refusal);
