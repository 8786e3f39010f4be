using System.Globalization;
using Gouvernail.Choice.Opinions;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Live;
using Gouvernail.Server.Consult.Voting;

namespace Gouvernail.Server.Tests.Consult;

/// <summary>Which statement is shown next.</summary>
public sealed class RoutesTests
{
    private static readonly HashSet<string> _none = [];

    [Fact]
    public async Task Each_statement_is_shown_in_proportion_to_its_priority()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = desk.Ask();
        Vote(desk, id, "1", 1, 12);
        Vote(desk, id, "2", -1, 12);
        Vote(desk, id, "3", 0, 12);
        var routes = new Routes();
        routes.Set(id, new Dictionary<string, double> { ["4"] = 1.5 });
        LiveConsultation live = desk.Live(id);
        var priorities = routes.Priorities(live);
        priorities.Single(p => p.Statement.Id == "1").Priority
            .ShouldBe(Routing.Priority(new VoteCounts(12, 0, 12), 0, false));
        priorities.Single(p => p.Statement.Id == "4").Priority.ShouldBe(Routing.Priority(default, 1.5, false));
        double all = priorities.Sum(p => p.Priority);
        const int People = 20_000;
        Dictionary<string, int> shown = Enumerable.Range(0, People)
            .Select(n => routes.Next(live, n.ToString(CultureInfo.InvariantCulture), _none, [])!.Id)
            .CountBy(statement => statement).ToDictionary();
        foreach ((ListedStatement statement, double priority) in priorities)
        {
            // Five standard deviations of a share are below this.
            ((double)shown.GetValueOrDefault(statement.Id) / People).ShouldBe(priority / all, 0.018);
        }
    }

    [Fact]
    public async Task The_same_person_sees_the_same_until_they_vote_or_skip()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = desk.Ask();
        LiveConsultation live = desk.Live(id);
        var routes = new Routes();
        string first = routes.Next(live, "she", _none, [])!.Id;
        routes.Next(live, "she", _none, [])!.Id.ShouldBe(first);
        var seen = new List<string>();
        while (seen.Count < 6)
        {
            seen.Add(routes.Next(live, "she", _none, seen)!.Id);
        }

        seen.Distinct().Count().ShouldBe(6);
        routes.Next(live, "she", _none, seen).ShouldNotBeNull();
        routes.Next(live, "she", seen.ToHashSet(), []).ShouldBeNull();
    }

    [Fact]
    public async Task Under_strict_moderation_only_what_was_accepted_is_shown()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = desk.Ask(new Terms { IsStrict = true }), at = "/c/" + id;
        string page = await desk.GoAsync(at + "/propose", at + "/propose", ("text", "Ferries for everybody!"));
        page.ShouldContain("Waiting for a facilitator");
        new Routes().Priorities(desk.Live(id)).Select(p => p.Statement.Id).ShouldBe(["1", "2", "3", "4", "5", "6"]);
        (await desk.ReadAsync(at + "/vote?statement=7")).ShouldNotContain("Ferries");
    }

    private static void Vote(Desk desk, string id, string statement, int vote, int people)
    {
        for (int i = 0; i < people; i++)
        {
            var act = new CastVote(
                new Participation(id, $"{statement}-{i.ToString(CultureInfo.InvariantCulture)}", Rung.Open),
                statement,
                vote);
            desk.Do(() => CastVote.Decide(desk.Host.Community.Consultations, act));
        }
    }
}
