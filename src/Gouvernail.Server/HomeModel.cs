namespace Gouvernail.Server;

/// <summary>The first page: what people are asked here.</summary>
/// <param name="Consultations">The consultations, the last opened first.</param>
public sealed record HomeModel(IReadOnlyList<HomeConsultation> Consultations);

/// <summary>A consultation in the list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Topic">The question put to people.</param>
/// <param name="Statements">How many statements it has.</param>
/// <param name="Votes">How many votes were cast, changes of mind included.</param>
public sealed record HomeConsultation(string Id, string Topic, int Statements, long Votes);
