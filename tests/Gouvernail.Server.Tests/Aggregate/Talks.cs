using System.Diagnostics;
using System.Globalization;
using System.Net;
using Gouvernail.Choice;
using Gouvernail.Consult;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Live;
using Gouvernail.Consult.Simulation;
using Gouvernail.Journals;
using Gouvernail.People;
using Gouvernail.Server.Aggregate.Maps;

namespace Gouvernail.Server.Tests.Aggregate;

/// <summary>Consultations with made-up people, as they stand after a while.</summary>
internal static class Talks
{
    public const Publication Everything = Publication.Statements | Publication.Votes;

    /// <summary>
    /// How long a test waits for what takes a second: how long it takes is measured by a bench, not here.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>A conversation that has groups.</summary>
    public static Conversation Simulate(int people = 60, int statements = 12) =>
        SimulatedConversation.Create(new SimulationOptions
        {
            Participants = people,
            Statements = statements,
            Density = 0.8,
            Groups = 2,
            Seed = "results",
        });

    /// <summary>A consultation that people are in the midst of.</summary>
    public static string Import(Community community, Publication publishes = Everything, Conversation? talk = null)
    {
        (Outcome outcome, string id) = community.Import(
            new ImportConversation(talk ?? Simulate(), publishes, Pseudonyms.NewKey()),
            TestContext.Current.CancellationToken);
        outcome.Refusal.ShouldBeNull();
        return id;
    }

    /// <summary>The same, whose results are shown once it is closed.</summary>
    public static string ImportHidden(Community community)
    {
        Conversation talk = Simulate();
        string id = community.Consultations.NextId;
        community.Journal.Submit(_ =>
        {
            byte[] key = Pseudonyms.NewKey();
            var pseudonyms = new Pseudonyms(key);
            var opened = new ConsultationOpened("What do we want?", "", "", Everything)
            {
                Terms = new Terms { Results = ResultsShown.Closed },
            };
            List<Draft> events =
            [
                .. OpenConsultation.Decide(community.Consultations, new OpenConsultation(null, opened, key)).Events,
                .. talk.Statements.Select(s => new StatementProposed(s.Id, s.Text, true, null).ToDraft(id, null)),
            ];
            for (int row = 0; row < talk.Votes.Participants.Count; row++)
            {
                foreach (int cell in talk.Votes.Row(row))
                {
                    events.Add(new VoteCast(
                        talk.Statements[VoteTable.StatementOf(cell)].Id, VoteTable.VoteOf(cell), null)
                        .ToDraft(id, pseudonyms.Of(row.ToString(CultureInfo.InvariantCulture))));
                }
            }

            return Decision.Log(events);
        }).Refusal.ShouldBeNull();
        return id;
    }

    /// <summary>Closes a consultation.</summary>
    public static void Close(Community community, string id) => community.Journal.Submit(_ => ChangeStage.Decide(
        community.Consultations, new ChangeStage(id, new StageChanged(Stage.Closed, "the time is over", null))))
        .Refusal.ShouldBeNull();

    /// <summary>A vote.</summary>
    public static void Vote(Community community, string id, string pseudonym, string statement, int vote) =>
        community.Journal.Submit(_ => CastVote.Decide(
            community.Consultations, new CastVote(new Participation(id, pseudonym, Rung.Open), statement, vote)))
        .Refusal.ShouldBeNull();

    /// <summary>Waits until the map counts every vote so far, and says how sure it is.</summary>
    public static async Task SettleAsync(Desk desk, string id)
    {
        desk.Host.Community.Live.TryGet(id, out LiveConsultation? live).ShouldBeTrue();
        var watch = Stopwatch.StartNew();
        LiveMap? map;
        do
        {
            map = await desk.Part<LiveMaps>().LookAsync(
                live!, TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        while ((map is null || map.Version < live!.Version || !map.HasStability)
            && watch.Elapsed < Patience);
        map!.Version.ShouldBe(live!.Version);
    }

    /// <summary>Makes a browser that of a facilitator.</summary>
    public static async Task<string> FacilitateAsync(Desk desk)
    {
        Community community = desk.Host.Community;
        (Outcome outcome, string? link) = await community.GrantRoleAsync(
            null, Role.Facilitator, "Ada", null, TestContext.Current.CancellationToken);
        outcome.Refusal.ShouldBeNull();
        (string holder, int number) = community.RoleLinks()!.ReadLink(link)!.Value;
        community.Journal.Submit(now => TakeRole.Decide(community.Roles, new TakeRole(holder, number), now))
            .Refusal.ShouldBeNull();
        string session = community.RoleLinks()!.SessionOf(holder, TimeProvider.System.GetUtcNow());
        desk.Cookies.Add(new Cookie("role", session, "/", desk.Client.BaseAddress!.Host));
        return holder;
    }
}
