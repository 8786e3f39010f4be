using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Gouvernail.Audits;
using Gouvernail.Choice;
using Gouvernail.Choice.Opinions;
using Gouvernail.Consult;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Live;
using Gouvernail.Server.Aggregate.Maps;
using Gouvernail.Server.Consult;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Gouvernail.Server.Tests.Aggregate;

public sealed class PublishingTests
{
    [Fact]
    public async Task A_published_result_is_shown_and_can_be_verified_over_the_network_and_from_the_bundle()
    {
        await using Desk desk = await Desk.OpenAsync();
        Community community = desk.Host.Community;
        string id = Talks.Import(community);
        await Talks.FacilitateAsync(desk);
        string page = await PublishAsync(desk, id);
        page.ShouldContain("to the last digit");
        page.ShouldContain("opinion-map/1");
        page.ShouldContain("id=\"groups\"");
        page.ShouldContain(community.VerifierKey.ToString());
        (await desk.ReadAsync($"/c/{id}/results")).ShouldContain($"/c/{id}/results/");

        using var overNetwork = new HttpBundle(new Uri(desk.Client.BaseAddress!, "log"));
        Holds(Audit.Run(overNetwork, new AuditOptions { Threads = 2 }, TestContext.Current.CancellationToken));

        DirectoryInfo folder = Directory.CreateTempSubdirectory("gouvernail-bundle-test-");
        try
        {
            await UnzipAsync(desk, $"/c/{id}/export/bundle.zip", folder.FullName);
            using var bundle = new FolderBundle(folder.FullName);
            Holds(Audit.Run(bundle, new AuditOptions { Threads = 2 }, TestContext.Current.CancellationToken));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Published_results_are_listed_for_programs()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = Talks.Import(desk.Host.Community);
        await Talks.FacilitateAsync(desk);
        await PublishAsync(desk, id);
        await PublishAsync(desk, id, ("rungs", "open"));
        using JsonDocument first = JsonDocument.Parse(
            await desk.ReadAsync($"/api/consultations/{id}/results/published?limit=1"));
        JsonElement item = first.RootElement.GetProperty("items")[0];
        item.GetProperty("parameters").GetProperty("rungs")[0].GetString().ShouldBe("open");
        long next = first.RootElement.GetProperty("next").GetInt64();
        using JsonDocument second = JsonDocument.Parse(
            await desk.ReadAsync($"/api/consultations/{id}/results/published?limit=1&before={next}"));
        second.RootElement.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);
        using HttpResponseMessage output = await desk.GetAsync(item.GetProperty("address").GetString()!);
        output.StatusCode.ShouldBe(HttpStatusCode.OK);
        using HttpResponseMessage nonsense = await desk.GetAsync(
            $"/api/consultations/{id}/results/published?limit=0");
        nonsense.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Nobody_else_publishes()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = Talks.Import(desk.Host.Community);
        await Talks.FacilitateAsync(desk);
        string page = await desk.ReadAsync($"/c/{id}/results");
        page.ShouldContain($"action=\"/c/{id}/publish\"");
        desk.Cookies.GetCookies(desk.Client.BaseAddress!)["role"]!.Expired = true;
        (await desk.ReadAsync($"/c/{id}/results")).ShouldNotContain($"action=\"/c/{id}/publish\"");
        string token = page.Split("name=\"token\" value=\"")[1].Split('"')[0];
        using HttpResponseMessage answer = await desk.PostBareAsync($"/c/{id}/publish", ("token", token));
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_export_is_read_again_as_the_same_votes_without_pseudonyms()
    {
        await using Desk desk = await Desk.OpenAsync();
        Community community = desk.Host.Community;
        string id = Talks.Import(community);
        community.Live.TryGet(id, out LiveConsultation? live).ShouldBeTrue();
        DirectoryInfo folder = Directory.CreateTempSubdirectory("gouvernail-polis-test-");
        try
        {
            await UnzipAsync(desk, $"/c/{id}/export/polis-export.zip", folder.FullName);
            Reading reading = ConversationReader.Read(
                folder.FullName, cancellation: TestContext.Current.CancellationToken);
            reading.IsRead.ShouldBeTrue(reading.Problem?.ToString());
            reading.Conversation!.Votes.VoteCount.ShouldBe(live!.VoteCount);
            Sizes(reading.Conversation.Votes).ShouldBe(Sizes(live.Conversation().Votes));
            foreach (string file in Directory.GetFiles(folder.FullName))
            {
                string text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
                live.Participants().ShouldAllBe(p => !text.Contains(p.Pseudonym));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        string votes = await desk.ReadAsync($"/c/{id}/export/votes.csv");
        votes.Split("\r\n").Length.ShouldBe(live!.VoteCount + 2);
    }

    [Fact]
    public async Task A_spreadsheet_computes_nothing_that_a_person_wrote()
    {
        using var stream = new MemoryStream();
        var sheet = new Gouvernail.Server.Aggregate.Exports.SheetWriter(stream);
        sheet.Text("=1+1").Text("@a").Text("-2,\"b\"").Text("plain").Number(-3);
        await sheet.EndRowAsync(TestContext.Current.CancellationToken);
        await sheet.FlushAsync(TestContext.Current.CancellationToken);
        Encoding.UTF8.GetString(stream.ToArray()).ShouldBe("\ufeff'=1+1,'@a,\"'-2,\"\"b\"\"\",plain,-3\r\n");
    }

    [Fact]
    public async Task What_is_not_published_is_not_exported()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = Talks.Import(desk.Host.Community, Publication.Nothing);
        foreach ((string file, string problem) in ((string, string)[])[("votes.csv", "votes-not-published"),
            ("polis-export.zip", "votes-not-published"), ("statements.csv", "statements-not-published")])
        {
            using HttpResponseMessage answer = await desk.GetAsync(
                $"/c/{id}/export/{file}", ("Accept", "application/json"));
            (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
                .ShouldContain($"/problems/{problem}");
        }

        (await desk.ReadAsync($"/c/{id}/export")).ShouldNotContain("votes.csv");
    }

    [Fact]
    public async Task A_bundle_has_no_vote_of_a_consultation_whose_results_are_hidden()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = Talks.ImportHidden(desk.Host.Community);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("gouvernail-bundle-test-");
        try
        {
            await UnzipAsync(desk, $"/c/{id}/export/bundle.zip", folder.FullName);
            string[] opened = Directory.GetFiles(folder.FullName, "*.jsonl", SearchOption.AllDirectories);
            opened.ShouldNotBeEmpty();
            foreach (string file in opened)
            {
                (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldNotContain("\"vote\"");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_visitor_stands_where_the_map_has_somebody_with_the_same_votes()
    {
        string id = "";
        await using Desk desk = await Desk.OpenAsync(more: app => app.MapGet(
            "/test/enter", (Visits visits, HttpContext context) => visits.Ensure(context, id)!.Who!.Pseudonym));
        Community community = desk.Host.Community;
        id = Talks.Import(community);
        community.Live.TryGet(id, out LiveConsultation? live).ShouldBeTrue();
        string me = await desk.ReadAsync("/test/enter");
        (await desk.ReadAsync($"/c/{id}/results")).ShouldNotContain("class=\"you\"");
        foreach (Ballot ballot in live!.Participants().MaxBy(p => p.Ballots.Count)!.Ballots)
        {
            Talks.Vote(community, id, me, ballot.Statement, ballot.Vote);
        }

        await Talks.SettleAsync(desk, id);
        string page = await desk.ReadAsync($"/c/{id}/results");
        page.ShouldContain("class=\"you\"");
        page.ShouldContain("You are in ");
        Standing elsewhere = Standing.Of(desk.Part<LiveMaps>().Last(id)!, live.Find(me)!.Ballots, alone: true)!;
        Standing mine = desk.Part<LiveMaps>().PlaceOf(live, live.Find(me)!)!;
        elsewhere.X.ShouldBe(mine.X, 1e-8);
        elsewhere.Y.ShouldBe(mine.Y, 1e-8);
        foreach (LiveParticipant participant in live.Participants())
        {
            Standing place = desk.Part<LiveMaps>().PlaceOf(live, participant)!;
            OpinionMap map = desk.Part<LiveMaps>().Last(id)!.Map;
            map.Points.ShouldContain(p => p.X == place.X && p.Y == place.Y && (p.Group == place.Group || p.Group < 0));
        }
    }

    [Fact]
    public async Task Programs_find_what_they_can_ask_for()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = Talks.Import(desk.Host.Community);
        using JsonDocument api = JsonDocument.Parse(await desk.ReadAsync("/openapi.json"));
        api.RootElement.GetProperty("paths").TryGetProperty("/api/consultations/{id}/results", out _).ShouldBeTrue();
        foreach (JsonProperty path in api.RootElement.GetProperty("paths").EnumerateObject())
        {
            foreach (JsonProperty operation in path.Value.EnumerateObject())
            {
                operation.Value.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty(path.Name);
                operation.Value.TryGetProperty("parameters", out JsonElement parameters);
                (parameters.ValueKind == JsonValueKind.Array ? parameters.EnumerateArray() : default)
                    .ShouldAllBe(p => p.GetProperty("description").GetString()!.Length > 0, path.Name);
                path.Name.Split('{').Length.ShouldBeLessThanOrEqualTo(
                    1 + (parameters.ValueKind == JsonValueKind.Array ? parameters.GetArrayLength() : 0), path.Name);
            }
        }

        api.RootElement.GetProperty("paths").TryGetProperty("/api/facilitate/consultations", out _).ShouldBeTrue();
        using JsonDocument figures = JsonDocument.Parse(await desk.ReadAsync($"/api/consultations/{id}/participation"));
        figures.RootElement.GetProperty("participants").GetInt32().ShouldBe(60);
        figures.RootElement.GetProperty("hours").GetArrayLength().ShouldBeGreaterThan(0);
    }

    private static int[] Sizes(VoteTable votes) =>
        [.. OpinionMapMethod.Compute(votes.Anonymous(), null, TestContext.Current.CancellationToken)
            .Groups.Select(g => g.Members.Count)];

    private static void Holds(AuditReport report)
    {
        report.IsTampered.ShouldBeFalse();
        report.IsMismatched.ShouldBeFalse();
        report.Results.ShouldHaveSingleItem().Status.ShouldBe(ResultStatus.Reproduced);
    }

    private static async Task<string> PublishAsync(Desk desk, string id, params (string, string)[] fields)
    {
        using HttpResponseMessage answer = await desk.PostAsync($"/c/{id}/results", $"/c/{id}/publish", fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        string path = answer.Headers.Location!.ToString();
        for (int tries = 0; path.EndsWith("/publishing", StringComparison.Ordinal) && tries < 30; tries++)
        {
            await Task.Delay(1000, TestContext.Current.CancellationToken);
            using HttpResponseMessage look = await desk.GetAsync(path);
            path = look.Headers.Location?.ToString() ?? path;
        }

        path.ShouldContain("notice=published");
        return WebUtility.HtmlDecode(await desk.ReadAsync(path));
    }

    private static async Task UnzipAsync(Desk desk, string path, string folder)
    {
        using HttpResponseMessage answer = await desk.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var zip = new MemoryStream(
            await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        await ZipFile.ExtractToDirectoryAsync(zip, folder, TestContext.Current.CancellationToken);
    }
}
