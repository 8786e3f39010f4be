using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;

namespace Gouvernail.Server.Consult.Voting;

/// <summary>
/// Takes votes and statements to the log, one at a time from each person, so that what is sent twice is logged once;
/// and not more than a person can mean.
/// </summary>
internal sealed class Booth(Community community, TimeProvider clock) : IDisposable
{
    /// <summary>The most votes, changes and withdrawals a minute.</summary>
    public const int VotesPerMinute = 120;

    /// <summary>The most statements an hour.</summary>
    public const int StatementsPerHour = 10;

    /// <summary>The code of the refusal of somebody who is too quick.</summary>
    public const string TooQuick = "too-quick";

    private const int Turns = 1 << 12;

    private static readonly Task<Outcome> _revoked = Task.FromResult(new Outcome
    {
        Refusal = new Refusal("not-admitted", new(
            "your invitation was revoked; what you did here is still yours, to take back or to erase",
            "votre invitation a été révoquée\u00a0; ce que vous avez fait ici reste à vous, pour le retirer ou "
                + "l’effacer")),
    });

    private static readonly Wording _aMinute = new(
        "this was very quick: wait a minute, then send it again; it was not recorded",
        "c’était très rapide\u00a0: attendez une minute, puis renvoyez\u00a0; rien n’a été enregistré");

    private readonly Buckets _votes = new(VotesPerMinute, TimeSpan.FromMinutes(1), clock);
    private readonly Buckets _statements = new(StatementsPerHour, TimeSpan.FromHours(1), clock);
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, Turns).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Casts a vote.</summary>
    /// <returns>The outcome; one of no events where the same vote stands already.</returns>
    public async Task<Outcome> VoteAsync(
        Visit visit, string statement, int vote, bool matters, CancellationToken cancellation)
    {
        Participation who = visit.Who!;
        int hash = HashOf(who);
        SemaphoreSlim turn = _turns[hash & (Turns - 1)];
        await turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            // In a consultation that is not open it is refused like any other.
            if (visit.CanAct && visit.Live.VoteOf(who.Pseudonym, statement) is { } same
                && same.Vote == vote && same.Matters == matters)
            {
                return new Outcome();
            }

            var act = new CastVote(who, statement, vote, matters);
            return await (visit.IsRevoked ? _revoked : _votes.Take(hash, 1) is { Ticks: > 0 } wait
                ? IsTooQuick(wait)
                : community.Journal.SubmitAsync(_ => CastVote.Decide(community.Consultations, act), cancellation))
                .ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Takes votes back; those on statements that have none are passed over.</summary>
    public async Task<Outcome> WithdrawAsync(
        Visit visit, IReadOnlyCollection<string> statements, CancellationToken cancellation)
    {
        Participation who = visit.Who!;
        int hash = HashOf(who);
        SemaphoreSlim turn = _turns[hash & (Turns - 1)];
        await turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            string[] standing = [.. statements.Where(s => visit.Live.VoteOf(who.Pseudonym, s) is not null).Distinct()];
            if (standing.Length == 0)
            {
                return new Outcome();
            }

            var act = new WithdrawVotes(visit.View.Id, who.Pseudonym, standing);
            return await (_votes.Take(hash, 1) is { Ticks: > 0 } wait
                ? IsTooQuick(wait)
                : community.Journal.SubmitAsync(_ => WithdrawVotes.Decide(community.Consultations, act), cancellation))
                .ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Puts a statement forward.</summary>
    public Task<Outcome> ProposeAsync(Visit visit, string text, CancellationToken cancellation)
    {
        var act = new ProposeStatement(visit.Who!, text);
        return visit.IsRevoked ? _revoked : _statements.Take(HashOf(visit.Who!), 1) is { Ticks: > 0 } wait
            ? IsTooQuick(wait)
            : community.Journal.SubmitAsync(_ => ProposeStatement.Decide(community.Consultations, act), cancellation);
    }

    /// <summary>Erases all that the visitor's entries sealed.</summary>
    public Task<Outcome> EraseAsync(Visit visit, CancellationToken cancellation) =>
        community.EraseParticipantAsync(
            visit.View.Id, visit.Who!.Pseudonym, visit.Who.Device?.Invitation, cancellation);

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(_turns, turn => turn.Dispose());

    private static Task<Outcome> IsTooQuick(TimeSpan wait)
    {
        int minutes = (int)Math.Ceiling(wait.TotalMinutes);
        return Task.FromResult(new Outcome
        {
            Refusal = new Refusal(TooQuick, minutes == 1 ? _aMinute : new(
                $"this was very quick: wait {minutes} minutes, then send it again; it was not recorded",
                $"c’était très rapide\u00a0: attendez {minutes} minutes, puis renvoyez\u00a0; rien n’a été enregistré"))
            {
                Wait = wait,
            },
        });
    }

    private static int HashOf(Participation who) => HashCode.Combine(who.Consultation, who.Pseudonym);
}
