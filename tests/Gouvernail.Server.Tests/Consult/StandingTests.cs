using System.Text.Json;
using Gouvernail.Server.Consult.Voting;
using Microsoft.Extensions.DependencyInjection;

namespace Gouvernail.Server.Tests.Consult;

/// <summary>Where somebody stands.</summary>
public sealed class StandingTests
{
    [Fact]
    public async Task A_place_is_drawn_and_told_in_a_table()
    {
        var place = new Place(0.5, -1, 1, 2, [(0, 0, 0), (1, 1, 0), (0.4, -1, 1), (3, 3, -1)]);
        await using Desk desk = await Desk.OpenAsync(
            more: app => app.Services.GetRequiredService<Places>().Of = visit => visit.Who is null ? null : place);
        string id = desk.Ask(sentences: [.. Enumerable.Range(1, 9).Select(n => $"Build line {n}.")]), at = "/c/" + id;
        (await desk.ReadAsync(at + "/me")).ShouldContain("After 7 more votes");
        string page = "";
        for (int statement = 1; statement <= Places.VotesNeeded; statement++)
        {
            page.ShouldNotContain("You vote much like");
            page = await desk.GoAsync(
                at + "/vote", at + "/vote", ("statement", $"{statement}"), ("vote", "agree"), ("back", "me"));
        }

        page.ShouldContain("You vote much like group B");
        page.Split("<path class=\"g").Length.ShouldBe(1 + 4);
        page.ShouldContain("<th scope=\"row\">A</th><td class=\"number\">2</td><td>no</td>");
        page.ShouldContain("<th scope=\"row\">B</th><td class=\"number\">1</td><td>yes</td>");
        page.ShouldNotContain("style=");
        using JsonDocument me = JsonDocument.Parse(await desk.ReadAsync($"/api/consultations/{id}/me"));
        me.RootElement.GetProperty("place").GetProperty("group").GetInt32().ShouldBe(1);
    }
}
