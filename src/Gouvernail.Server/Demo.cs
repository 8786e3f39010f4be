using Gouvernail.Choice;
using Gouvernail.Consult;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Simulation;
using Gouvernail.Journals;
using Gouvernail.People;

namespace Gouvernail.Server;

/// <summary>
/// A community to look at: people and opinions are drawn by the generator, and everything else is real. Most of them
/// have voted before it starts; the others go on while it runs.
/// </summary>
internal static class Demo
{
    private const int People = 320;
    private const int Early = 260;
    private const int Statements = 36;
    private const double Density = 0.55;
    private const Publication Everything = Publication.Statements | Publication.Votes;

    private static readonly Wording _name = new("Port-Clair (demonstration)", "Port-Clair (démonstration)");
    private static readonly Wording _organiser = new(
        "the city council of Port-Clair, which does not exist", "le conseil municipal de Port-Clair, qui n’existe pas");

    private static readonly Wording _outcome = new(
        "Nothing: this is a demonstration. In a real city: what all groups agree on becomes a proposal to the council, "
            + "which answers it in public.",
        "Rien\u00a0: c’est une démonstration. Dans une vraie ville\u00a0: ce sur quoi tous les groupes s’accordent "
            + "devient une proposition au conseil, qui y répond en public.");

    /// <summary>Gives a community that has nothing yet a name and a consultation under way.</summary>
    /// <returns>The votes still to be cast; empty where the community had consultations already.</returns>
    public static IReadOnlyList<CastVote> Begin(Community community, TimeProvider clock, Language language)
    {
        if (community.Live.All.Count > 0)
        {
            return [];
        }

        Conversation whole = SimulatedConversation.Create(new SimulationOptions
        {
            Participants = People,
            Statements = Statements,
            Density = Density,
            Groups = 3,
            Seed = "port-clair",
            Language = language,
        });
        (Conversation early, List<(int Row, int Cell)> later) = Split(whole, clock.GetUtcNow());
        community.Journal.Submit(_ => CommunityNamed.Decide(new CommunityNamed(_name.In(language), null)));
        (Outcome outcome, string id) = community.Import(new ImportConversation(early, Everything, Pseudonyms.NewKey())
        {
            Terms = new Terms { Organiser = _organiser.In(language), Outcome = _outcome.In(language) },
        });
        if (outcome.Refusal is not null)
        {
            throw new InvalidOperationException(outcome.Refusal.ToString());
        }

        using (var loop = new DemoLoop(community, id, language, clock.GetUtcNow()))
        {
            loop.Run();
        }

        Pseudonyms pseudonyms = community.PseudonymsOf(id)!;
        return [.. later
            .Where(vote => whole.Statements[VoteTable.StatementOf(vote.Cell)].Moderation != Moderation.Rejected)
            .Select(vote => new CastVote(
                new Participation(id, pseudonyms.Of("simulated:" + vote.Row), Rung.Open),
                whole.Statements[VoteTable.StatementOf(vote.Cell)].Id,
                VoteTable.VoteOf(vote.Cell)))];
    }

    /// <summary>The votes of the first people, the last of them a minute ago; and those of the others.</summary>
    private static (Conversation Early, List<(int Row, int Cell)> Later) Split(Conversation whole, DateTimeOffset now)
    {
        VoteHistory history = whole.History!;
        long shift = now.AddMinutes(-1).ToUnixTimeMilliseconds() - history.Times![^1];
        var rows = new List<int>();
        var cells = new List<int>();
        var times = new List<long>();
        var later = new List<(int Row, int Cell)>();
        for (int e = 0; e < history.Cells.Length; e++)
        {
            if (history.Participants[e] < Early)
            {
                rows.Add(history.Participants[e]);
                cells.Add(history.Cells[e]);
                times.Add(history.Times[e] + shift);
            }
            else
            {
                later.Add((history.Participants[e], history.Cells[e]));
            }
        }

        return (whole with
        {
            Statements = [.. whole.Statements.Select(s => s with { Time = s.Time + shift })],
            History = new VoteHistory([.. rows], [.. cells], [.. times]),
        }, later);
    }
}
