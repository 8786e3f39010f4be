namespace Gouvernail.Server.Consult.Voting;

/// <summary>What was just done to a vote, so that it can be undone.</summary>
/// <param name="Statement">The statement's id.</param>
/// <param name="Was">The vote before, in the word of forms; null where there was none.</param>
public sealed record LastVote(string Statement, string? Was)
{
    /// <summary>What an address says was done last; null where it says nothing.</summary>
    internal static LastVote? Of(HttpContext context, Visit visit) =>
        context.Request.Query["last"].ToString() is var id && visit.View.Find(id) is not null
            ? new LastVote(id, VoteWords.Read(context.Request.Query["was"]) is var (vote, matters)
                ? VoteWords.Of(vote, matters)
                : null)
            : null;

    /// <summary>The query that says it.</summary>
    internal QueryString AddTo(QueryString query) =>
        Was is null ? query.Add("last", Statement) : query.Add("last", Statement).Add("was", Was);
}
