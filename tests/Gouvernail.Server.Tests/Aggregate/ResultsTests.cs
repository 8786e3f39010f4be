using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gouvernail.Aggregate.OpinionMaps;
using Gouvernail.Choice.Opinions;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Live;

namespace Gouvernail.Server.Tests.Aggregate;

public sealed partial class ResultsTests
{
    [Theory]
    [InlineData("en", "Common ground")]
    [InlineData("fr", "Terrain d’entente")]
    public async Task The_page_shows_groups_common_ground_and_what_divides(string language, string heading)
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = Talks.Import(desk.Host.Community);
        await Talks.SettleAsync(desk, id);
        string page = WebUtility.HtmlDecode(await desk.ReadAsync($"/c/{id}/results?lang={language}"));
        foreach (string section in (string[])
            ["map", "groups", "common", "divides", "most", "time", "sure", "published"])
        {
            page.ShouldContain($"id=\"{section}\"");
        }

        page.ShouldContain(heading);
        page.ShouldContain("class=\"hull g1\"");
        page.ShouldNotContain("style=\"");
        page.ShouldNotContain("<style");
    }

    [Fact]
    public async Task A_vote_is_soon_on_the_page()
    {
        await using Desk desk = await Desk.OpenAsync();
        Community community = desk.Host.Community;
        string id = Talks.Import(community);
        await Talks.SettleAsync(desk, id);
        string before = await desk.ReadAsync($"/c/{id}/results?part=1");
        Talks.Vote(community, id, "AAAAAAAAAAAAAAAAAAAAAA", Shown(community, id), 1);
        var watch = Stopwatch.StartNew();
        string after;
        do
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            after = await desk.ReadAsync($"/c/{id}/results?part=1");
        }
        while (after == before && watch.Elapsed < Talks.Patience);
        watch.Elapsed.ShouldBeLessThan(Talks.Patience);
        Number(after).ShouldBe(Number(before) + 1);
    }

    [Fact]
    public async Task Listeners_soon_hear_of_a_vote()
    {
        await using Desk desk = await Desk.OpenAsync();
        Community community = desk.Host.Community;
        string id = Talks.Import(community);
        await Talks.SettleAsync(desk, id);
        using Stream stream = await desk.Client.GetStreamAsync(
            new Uri($"/c/{id}/results/events", UriKind.Relative), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        string first = await EventAsync(reader);
        Talks.Vote(community, id, "AAAAAAAAAAAAAAAAAAAAAA", Shown(community, id), 1);
        var watch = Stopwatch.StartNew();
        long version = desk.Host.Community.Journal.Size - 1;
        string heard;
        do
        {
            heard = await EventAsync(reader);
        }
        while (heard != $"{{\"version\":{version}}}" && watch.Elapsed < Talks.Patience);
        heard.ShouldNotBe(first);
        watch.Elapsed.ShouldBeLessThan(Talks.Patience);
    }

    [Fact]
    public async Task The_server_ends_while_somebody_listens()
    {
        Stopwatch watch;
        await using (Desk desk = await Desk.OpenAsync())
        {
            string id = Talks.Import(desk.Host.Community);
            using Stream stream = await desk.Client.GetStreamAsync(
                new Uri($"/c/{id}/results/events", UriKind.Relative), TestContext.Current.CancellationToken);
            watch = Stopwatch.StartNew();
        }

        watch.Elapsed.ShouldBeLessThan(Talks.Patience);
    }

    [Fact]
    public async Task The_part_is_not_sent_again_while_it_is_the_same()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = Talks.Import(desk.Host.Community);
        await Talks.SettleAsync(desk, id);
        using HttpResponseMessage part = await desk.GetAsync($"/c/{id}/results?part=1", ("Accept-Encoding", "br"));
        part.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        using HttpResponseMessage again = await desk.GetAsync(
            $"/c/{id}/results?part=1", ("Accept-Encoding", "br"), ("If-None-Match", part.Headers.ETag!.ToString()));
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        using HttpResponseMessage json = await desk.GetAsync($"/api/consultations/{id}/results");
        using HttpResponseMessage same = await desk.GetAsync(
            $"/api/consultations/{id}/results", ("If-None-Match", json.Headers.ETag!.ToString()));
        same.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task The_api_has_the_bits_of_the_method()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = Talks.Import(desk.Host.Community);
        desk.Host.Community.Live.TryGet(id, out LiveConsultation? live).ShouldBeTrue();
        using var cold = new MemoryStream();
        OpinionMapJson.Write(cold, OpinionMapMethod.Compute(
            live!.Conversation().Votes.Anonymous(), null, TestContext.Current.CancellationToken));
        await Talks.SettleAsync(desk, id);
        (await desk.ReadAsync($"/api/consultations/{id}/results")).ShouldBe(Encoding.UTF8.GetString(cold.ToArray()));
    }

    [Fact]
    public async Task The_report_allows_its_own_style_and_no_other()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = Talks.Import(desk.Host.Community);
        using HttpResponseMessage answer = await desk.GetAsync($"/c/{id}/report?lang=fr");
        string page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        string style = page.Split("<style>")[1].Split("</style>")[0];
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain($"style-src 'sha256-{hash}';");
        page.ShouldNotContain("style=\"");
        page.ShouldContain("<html lang=\"fr\">");
    }

    [Fact]
    public async Task A_statement_that_visitors_do_not_see_is_nowhere()
    {
        await using Desk desk = await Desk.OpenAsync();
        Community community = desk.Host.Community;
        var talk = Talks.Simulate();
        string secret = talk.Statements[0].Text;
        string id = Talks.Import(community, talk: talk);
        WebUtility.HtmlDecode(await desk.ReadAsync($"/c/{id}/report")).ShouldContain(secret);
        community.Journal.Submit(_ => ModerateStatement.Decide(community.Consultations, new ModerateStatement(
            id, new StatementModerated(talk.Statements[0].Id, Choice.Moderation.Rejected, IsMeta: false)
            {
                Reason = "it names somebody",
            })), TestContext.Current.CancellationToken).Refusal.ShouldBeNull();
        await Talks.SettleAsync(desk, id);
        foreach (string path in (string[])["results", "results?part=1", "report", "export/statements.csv"])
        {
            WebUtility.HtmlDecode(await desk.ReadAsync($"/c/{id}/{path}")).ShouldNotContain(secret);
        }
    }

    [Fact]
    public async Task Results_hidden_until_the_end_are_hidden_everywhere()
    {
        await using Desk desk = await Desk.OpenAsync();
        Community community = desk.Host.Community;
        string id = Talks.ImportHidden(community);
        await Talks.FacilitateAsync(desk);
        (await desk.ReadAsync($"/c/{id}/results")).ShouldContain("once this consultation is closed");
        (await desk.ReadAsync($"/c/{id}/results")).ShouldNotContain("<svg");
        string[] paths =
        [
            $"/c/{id}/results?part=1", $"/c/{id}/results/events", $"/c/{id}/results/you", $"/c/{id}/report",
            $"/c/{id}/export/votes.csv", $"/c/{id}/export/statements.csv", $"/c/{id}/export/polis-export.zip",
            $"/c/{id}/export/map.json", $"/api/consultations/{id}/results",
            $"/api/consultations/{id}/results/published",
        ];
        foreach (string path in paths)
        {
            using HttpResponseMessage answer = await desk.GetAsync(path, ("Accept", "application/json"));
            answer.StatusCode.ShouldBe(HttpStatusCode.Conflict, path);
            using JsonDocument problem = JsonDocument.Parse(
                await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            problem.RootElement.GetProperty("type").GetString().ShouldBe("/problems/results-hidden", path);
        }

        using HttpResponseMessage publish = await desk.PostAsync($"/", $"/c/{id}/publish");
        publish.StatusCode.ShouldBeOneOf(HttpStatusCode.Conflict, HttpStatusCode.BadRequest);
        Talks.Close(community, id);
        await Talks.SettleAsync(desk, id);
        (await desk.ReadAsync($"/c/{id}/results")).ShouldContain("<svg");
    }

    [Fact]
    public async Task Nothing_is_shown_of_what_is_not_there()
    {
        await using Desk desk = await Desk.OpenAsync();
        foreach (string path in (string[])["results", "results/events", "report", "export", "results/7", "publishing"])
        {
            using HttpResponseMessage answer = await desk.GetAsync($"/c/c9/{path}");
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    private static string Shown(Community community, string id)
    {
        community.Live.TryGet(id, out LiveConsultation? live).ShouldBeTrue();
        return live!.View().Shown.First().Id;
    }

    /// <summary>How many people took part, as the part says first of all.</summary>
    private static int Number(string part) => int.Parse(
        People().Match(part).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<string> EventAsync(StreamReader reader)
    {
        string? line;
        do
        {
            line = await reader.ReadLineAsync(TestContext.Current.CancellationToken);
            line.ShouldNotBeNull();
        }
        while (!line.StartsWith("data: ", StringComparison.Ordinal));
        return line["data: ".Length..];
    }

    [GeneratedRegex("<dd>([0-9]+)</dd>")]
    private static partial Regex People();
}
