using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Gouvernail.Log.Envelopes;
using Gouvernail.Log.Notes;
using Gouvernail.Server.Tests.People;

namespace Gouvernail.Server.Tests.Verify;

/// <summary>Permits and signers by the pages of holders of roles, and what everybody is shown.</summary>
public sealed partial class DeskPageTests
{
    private const string Page = "/facilitate/verify";

    [Fact]
    public async Task A_facilitator_recognises_submits_suspends_lifts_and_takes_back_by_forms()
    {
        await using Gatehouse house = await Gatehouse.ReadyAsync();
        Desk desk = house.Desk;
        using SignerKey office = SignerKey.Generate("office.example", SignatureKind.Ed25519);
        string key = EnvelopeKey.Of(office.Verifier).ToString();
        (await desk.RefusedAsync(Page, Page + "/signers", ("key", "nonsense"), ("name", "An office"), ("roles", "a")))
            .ShouldContain("An office");
        await desk.DoAsync(
            Page, Page + "/signers", ("key", key), ("name", "An office"), ("roles", "auditor, deployer"));
        house.Community.EvidenceBook.Signers[^1].Roles.ShouldBe(["auditor", "deployer"]);
        await house.PostAsync(Gatehouse.Post, house.Evidence(office));
        (await desk.DoAsync(Page, Page + "/automata/a1", ("do", "submit"))).ShouldBe(Page + "?notice=submit");
        (await desk.TextAsync(Page)).ShouldContain("✓ admitted");

        await desk.DoAsync(Page, Page + "/automata/a1", ("do", "suspend"), ("reason", "A fault."));
        (await desk.TextAsync(Page)).ShouldContain("✗ suspended");
        (await desk.RefusedAsync(Page, Page + "/automata/a1", ("do", "resume"), ("reason", " ")))
            .ShouldContain("Say why");
        await desk.DoAsync(Page, Page + "/automata/a1", ("do", "resume"), ("reason", "It was none."));
        (await desk.TextAsync(Page)).ShouldContain("✓ admitted");

        // The key was lost: what it signed counts no more, at once.
        await desk.DoAsync(
            Page, $"{Page}/signers/{EnvelopeKey.Of(office.Verifier).Id}/revoke", ("reason", "It was lost."));
        (await desk.TextAsync(Page)).ShouldContain("✗ refused");
        await desk.DoAsync(Page, Page + "/automata/a1", ("do", "revoke"), ("reason", "The contract has ended."));
        (await desk.TextAsync(Page)).ShouldContain("✗ permit taken back");
        using HttpResponseMessage nonsense = await desk.PostAsync(Page, Page + "/automata/a1", ("do", "moon"));
        nonsense.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await house.ShouldHoldAsync();
    }

    [Fact]
    public async Task Counter_evidence_stands_on_the_desk_until_it_is_settled_with_a_reason()
    {
        await using Gatehouse house = await Gatehouse.AdmittedAsync();
        await house.ActAsync("/automata/a1/contest", """{"clause":"m1#2","text":"The port was left out."}""");
        string page = await house.Desk.TextAsync(Page);
        page.ShouldContain("The port was left out.");
        long place = house.Community.EvidenceBook.Contestations[0].Position;
        await house.Desk.RefusedAsync(Page, $"{Page}/contestations/{place}/settle", ("reason", ""));
        await house.Desk.DoAsync(Page, $"{Page}/contestations/{place}/settle", ("reason", "It was another list."));
        (await house.Desk.TextAsync(Page)).ShouldNotContain("The port was left out.");
        page = await house.Desk.TextAsync("/register/a1/evidence");
        page.ShouldContain("settled");
        page.ShouldContain("It was another list.");
        await house.ShouldHoldAsync();
    }

    [Theory]
    [InlineData("en", "No: it may not run", "Yes: it may run", "clause 2 of “Nursery places”")]
    [InlineData(
        "fr", "Non : il ne peut pas fonctionner", "Oui : il peut fonctionner", "clause 2 de « Nursery places »")]
    public async Task Everybody_reads_whether_it_may_run_and_what_to_do(
        string lang, string no, string yes, string clause)
    {
        await using Gatehouse house = await Gatehouse.ReadyAsync();
        string path = "/register/a1/permit?lang=" + lang;
        string page = (await house.Desk.TextAsync(path)).Replace('\u00a0', ' ');
        page.ShouldContain(no);
        page.ShouldContain(clause);
        page.ShouldContain("It treats all districts alike.");
        page.ShouldContain("href=\"/mandates/m1#clause-2\"");
        page.ShouldContain("gouvernail evidence file DATA a1 ENVELOPE.json");
        await house.PostAsync(Gatehouse.Post, house.Evidence());
        await house.ActAsync("/automata/a1/submit", "{}");
        page = (await house.Desk.TextAsync(path)).Replace('\u00a0', ' ');
        page.ShouldContain(yes);
        page.ShouldContain("/api/gate/a1/svr.dsse.json");
        page.ShouldContain("https://town.example/nursery/appeal");
        using HttpResponseMessage none = await house.Desk.GetAsync("/register/a2/permit");
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/register/a1/permit")]
    [InlineData("/register/a1/evidence")]
    [InlineData(Page)]
    public async Task A_page_with_its_styles_weighs_no_more_than_fourteen_kilobytes(string path)
    {
        await using Gatehouse house = await Gatehouse.AdmittedAsync();
        await house.ActAsync("/automata/a1/contest", """{"clause":"m1#2","text":"The port was left out."}""");
        string page = await house.Desk.ReadAsync(path);
        long weight = await WeightAsync(house.Desk, path);
        foreach (Match style in Style().Matches(page))
        {
            weight += await WeightAsync(house.Desk, style.Groups["path"].Value);
        }

        weight.ShouldBeLessThan(14 * 1024);
        TestContext.Current.TestOutputHelper?.WriteLine(weight.ToString(CultureInfo.InvariantCulture));
    }

    private static async Task<long> WeightAsync(Desk desk, string path)
    {
        using HttpResponseMessage answer = await desk.GetAsync(path, ("Accept-Encoding", "br"));
        answer.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        byte[] bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        using var opened = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        await opened.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
        return bytes.Length;
    }

    [GeneratedRegex("""<link rel="stylesheet" href="(?<path>[^"]+)""")]
    private static partial Regex Style();
}
