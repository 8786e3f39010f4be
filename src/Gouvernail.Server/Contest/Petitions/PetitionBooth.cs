using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Live;
using Gouvernail.Contest.Petitions;
using Gouvernail.Journals;
using Gouvernail.People;

namespace Gouvernail.Server.Contest.Petitions;

/// <summary>Takes petitions and signatures to the log, and not more than a person can mean.</summary>
internal sealed class PetitionBooth(Community community, PetitionDoor door, TimeProvider clock)
{
    /// <summary>The most signatures and withdrawals of a person on one petition, an hour.</summary>
    public const int SignaturesPerHour = 20;

    /// <summary>The most petitions that a person starts or changes, an hour.</summary>
    public const int TextsPerHour = 20;

    private static readonly Wording _tooQuick = new(
        "this was very quick: wait a few minutes, then send it again; it was not recorded",
        "c’était très rapide\u00a0: attendez quelques minutes, puis renvoyez\u00a0; rien n’a été enregistré");

    private readonly Buckets _signatures = new(SignaturesPerHour, TimeSpan.FromHours(1), clock);
    private readonly Buckets _texts = new(TextsPerHour, TimeSpan.FromHours(1), clock);

    /// <summary>Starts a petition.</summary>
    /// <returns>The outcome, and its id.</returns>
    public async Task<(Outcome Outcome, string Petition)> StartAsync(
        HttpContext context, PetitionEffect effect, string? automaton, PetitionDescribed description)
    {
        string? roll = community.PetitionBook.InForce?.Roll;
        Person person = door.EnsurePerson(context, roll);
        if (_texts.Take(HashOf("", person.Name), 1) is { Ticks: > 0 } wait)
        {
            return (TooQuick(wait), "");
        }

        byte[] key = Pseudonyms.NewKey();
        string pseudonym = new Pseudonyms(key).Of(person.Name);
        string id = "";
        Outcome outcome = await community.ActAsync(
            now =>
            {
                PetitionBook book = community.Petitions.Book;
                id = book.NextId;
                // Where the roll was changed meanwhile, nobody has shown an invitation of the new one.
                Rung rung = book.InForce?.Roll == roll ? person.Rung : Rung.Open;
                return StartPetition.Decide(
                    book, community.Consultations, community.KnowsAutomaton,
                    new StartPetition(effect, automaton, description, pseudonym, rung, key), now);
            },
            context.RequestAborted);
        return (outcome, id);
    }

    /// <summary>Signs.</summary>
    /// <param name="petition">The petition.</param>
    /// <param name="who">Who.</param>
    /// <param name="read">The place of the text that they read; null where nobody says.</param>
    /// <param name="cancellation">Withdraws the act while it waits its turn.</param>
    public Task<Outcome> SignAsync(Petition petition, Signer who, long? read, CancellationToken cancellation) =>
        _signatures.Take(HashOf(petition.Id, who.Pseudonym), 1) is { Ticks: > 0 } wait
            ? Task.FromResult(TooQuick(wait))
            : community.ActAsync(
                now => SignPetition.Decide(
                    community.Petitions.Book,
                    new SignPetition(petition.Id, who.Pseudonym, who.Rung) { Read = read },
                    now),
                cancellation);

    /// <summary>Takes a signature back.</summary>
    public Task<Outcome> WithdrawAsync(Petition petition, Signer who, CancellationToken cancellation) =>
        _signatures.Take(HashOf(petition.Id, who.Pseudonym), 1) is { Ticks: > 0 } wait
            ? Task.FromResult(TooQuick(wait))
            : community.ActAsync(
                _ => WithdrawSignature.Decide(
                    community.Petitions.Book, new WithdrawSignature(petition.Id, who.Pseudonym)),
                cancellation);

    /// <summary>Puts a petition better.</summary>
    public Task<Outcome> DescribeAsync(
        Petition petition, Signer who, PetitionDescribed description, CancellationToken cancellation) =>
        _texts.Take(HashOf(petition.Id, who.Pseudonym), 1) is { Ticks: > 0 } wait
            ? Task.FromResult(TooQuick(wait))
            : community.ActAsync(
                now => DescribePetition.Decide(
                    community.Petitions.Book,
                    new DescribePetition(petition.Id, who.Pseudonym, description),
                    now),
                cancellation);

    /// <summary>Takes a petition back, which who started it can do.</summary>
    public Task<Outcome> TakeBackAsync(Petition petition, Signer who, CancellationToken cancellation) =>
        community.ActAsync(
            now => ClosePetition.Decide(
                community.Petitions.Book,
                new ClosePetition(petition.Id, new PetitionClosed(PetitionEnd.Withdrawn, "", null), who.Pseudonym),
                now),
            cancellation);

    /// <summary>Erases all that somebody's entries sealed.</summary>
    public Task<Outcome> EraseAsync(Petition petition, Signer who, CancellationToken cancellation) =>
        community.ActAsync(
            _ => EraseParticipant.Decide(
                community.Petitions.Book.TryGet(petition.Id, out Petition? now) ? now.EntriesOf(who.Pseudonym) : [],
                position => community.Erasures.Contains(position) ? null : community.ReadEntry(position)),
            cancellation);

    private static Outcome TooQuick(TimeSpan wait) => new()
    {
        Refusal = new Refusal("too-quick", _tooQuick) { Wait = wait },
    };

    private static int HashOf(string petition, string who) => HashCode.Combine(petition, who);
}
