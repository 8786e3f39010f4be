using System.Globalization;
using System.Net;
using System.Text.Json;
using Gouvernail.Aggregate.Results;
using Gouvernail.Audits;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Simulation;
using Gouvernail.Journals;
using Gouvernail.People;

namespace Gouvernail.Server.Tests.Audits;

public sealed class VerifyTests
{
    [Fact]
    public async Task A_community_that_has_just_begun_can_be_verified_over_the_network()
    {
        await using Desk desk = await Desk.OpenAsync();
        AuditReport report = Check(desk);
        report.Findings.ShouldBeEmpty();
        report.TreeHolds.ShouldBeTrue();
        report.Checkpoint!.Size.ShouldBe(1);
        report.Key.ShouldBe(desk.Host.Community.VerifierKey);
    }

    [Fact]
    public async Task Votes_results_and_erasures_can_be_verified_over_the_network()
    {
        await using Desk desk = await Desk.OpenAsync();
        Community community = desk.Host.Community;
        (string id, long last) = Import(community, "one", Publication.Statements | Publication.Votes);
        Publish(community, id);
        var erasure = new Tombstone(last, "asked for by its author", "the board");
        community.Erase(erasure, TestContext.Current.CancellationToken).Refusal.ShouldBeNull();
        AuditReport report = Check(desk);
        report.IsTampered.ShouldBeFalse();
        report.IsMismatched.ShouldBeFalse();
        report.Counts.Erased.ShouldBe(1);
        report.Counts.Opened.ShouldBe(report.Counts.Sealed - 1);
        ResultVerdict verdict = report.Results.ShouldHaveSingleItem();
        verdict.HasOutput.ShouldBeTrue();
        verdict.Status.ShouldBe(ResultStatus.AfterErasure);
    }

    [Fact]
    public async Task What_a_consultation_does_not_publish_is_not_there()
    {
        await using Desk desk = await Desk.OpenAsync();
        Import(desk.Host.Community, "closed", Publication.Nothing);
        Import(desk.Host.Community, "half", Publication.Statements);
        string opened = await desk.ReadAsync("/log/opened/000.jsonl");
        opened.Split('\n').Length.ShouldBe(1 + 6);
        opened.ShouldNotContain("\"vote\"");
        AuditReport report = Check(desk);
        report.IsMismatched.ShouldBeFalse();
        report.Counts.Opened.ShouldBe(6);
        report.Counts.Closed.ShouldBeGreaterThan(6);
    }

    [Fact]
    public async Task A_log_of_several_tiles_can_be_verified_and_its_tiles_kept_for_good()
    {
        await using Desk desk = await Desk.OpenAsync();
        Import(desk.Host.Community, "many", Publication.Statements | Publication.Votes, people: 120);
        Check(desk).Findings.ShouldBeEmpty();
        using HttpResponseMessage tile = await desk.GetAsync("/log/tile/0/000");
        tile.Headers.CacheControl!.ToString().ShouldContain("immutable");
        (await tile.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length.ShouldBe(8192);
        using HttpResponseMessage again =
            await desk.GetAsync("/log/tile/0/000", ("If-None-Match", tile.Headers.ETag!.ToString()));
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("/log/tile/0/000.p/2")]
    [InlineData("/log/tile/0/001")]
    [InlineData("/log/tile/0/0")]
    [InlineData("/log/tile/../checkpoint/x")]
    [InlineData("/log/tile/entries/x999/999")]
    [InlineData("/log/opened/001.jsonl")]
    [InlineData("/log/opened/0.jsonl")]
    [InlineData("/log/opened/-00.jsonl")]
    [InlineData("/log/opened/000.json")]
    [InlineData("/log/blobs/log.key")]
    [InlineData("/log/blobs/..%2Flog.key")]
    [InlineData("/log/blobs/e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public async Task What_the_log_does_not_have_is_not_there(string path)
    {
        await using Desk desk = await Desk.OpenAsync();
        using HttpResponseMessage answer = await desk.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_blob_that_no_result_names_stays_here()
    {
        await using Desk desk = await Desk.OpenAsync();
        string name = new Blobs(desk.Host.Community.Folder.Blobs).Keep("something else"u8);
        using HttpResponseMessage answer = await desk.GetAsync("/log/blobs/" + name);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_first_page_lists_the_consultations()
    {
        await using Desk desk = await Desk.OpenAsync();
        (await desk.ReadAsync("/")).ShouldContain("There is no consultation yet.");
        (string id, _) = Import(desk.Host.Community, "one", Publication.Nothing);
        string page = await desk.ReadAsync("/");
        page.ShouldContain($"href=\"/c/{id}\"");
        page.ShouldContain(6.ToString(CultureInfo.InvariantCulture) + " statements");
    }

    private static AuditReport Check(Desk desk)
    {
        using var bundle = new HttpBundle(new Uri(desk.Client.BaseAddress!, "log"));
        return Audit.Run(bundle, new AuditOptions { Threads = 2 }, TestContext.Current.CancellationToken);
    }

    private static (string Id, long Last) Import(
        Community community, string seed, Publication publishes, int people = 12)
    {
        var talk = SimulatedConversation.Create(new SimulationOptions
        {
            Participants = people,
            Statements = 6,
            Density = 0.9,
            Groups = 2,
            Seed = seed,
        });
        (Outcome outcome, string id) = community.Import(
            new ImportConversation(talk, publishes, Pseudonyms.NewKey()), TestContext.Current.CancellationToken);
        outcome.Refusal.ShouldBeNull();
        return (id, outcome.First + outcome.Count - 1);
    }

    private static void Publish(Community community, string id)
    {
        ResultMethods.TryGet("polis/1", out IResultMethod? method).ShouldBeTrue();
        using JsonDocument none = JsonDocument.Parse("{}");
        method!.TryRead(none.RootElement, out byte[]? parameters, out _).ShouldBeTrue();
        community.Publish(id, method, parameters!, new Work(), TestContext.Current.CancellationToken)
            .Outcome.Refusal.ShouldBeNull();
    }
}
