using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Gouvernail.Log.Envelopes;
using Gouvernail.Mandate.Mandates;
using Gouvernail.Server.Tests.People;

namespace Gouvernail.Server.Tests.Mandate;

public sealed class MandatePagesTests
{
    private const int Budget = 14 * 1024;

    [Fact]
    public async Task Without_a_mandate_AI_is_for_nothing()
    {
        await using Desk desk = await Desk.OpenAsync();
        string page = await desk.TextAsync("/mandates");
        page.ShouldContain("For nothing: no mandate in force allows a purpose.");
        page.ShouldContain("silence is a no");
        (await desk.TextAsync("/mandates?lang=fr")).ShouldContain("le silence est un non");
        (await desk.ReadAsync("/")).ShouldContain("href=\"/mandates\"");
    }

    [Fact]
    public async Task From_a_result_to_a_mandate_in_force_and_back_without_a_script()
    {
        await using Desk desk = await Desk.OpenAsync();
        long result = await desk.ConveneAsync();
        await desk.RuleAsync();
        string path = await desk.WriteAsync(result);
        path.ShouldBe(Hall.Root + "/m1");

        string form = await desk.TextAsync($"{path}?kind=limit&result={result}");
        form.ShouldContain($"value=\"{result}/1\"");
        form.ShouldContain("Everybody: ");
        await desk.DoAsync(path, path + "/clause",
            ("kind", "limit"), ("text", "No letter is kept."), ("evidence", "retention"),
            ("type", "https://example.org/retention/v1"), ("test-0-figure", "/kept"), ("test-0-most", "0"),
            ("cite", $"{result}/4"));
        await desk.DoAsync(path, path + "/clause",
            ("kind", "objective"), ("text", "Readers understand."), ("metric-0-name", "clarity"),
            ("metric-0-definition", "Share of readers who say so."), ("metric-0-weight", "0,75"),
            ("cite", $"{result}/5"));
        await desk.DoAsync(path, path + "/left-out",
            ("consultation", "c1"), ("statement", "6"), ("why", "It asks for a law, not for a machine."));
        await desk.DoAsync(path, path + "/remove", ("id", "4"));
        string wrong = await desk.RefusedAsync(path, path + "/remove", ("id", "2"));
        wrong.ShouldContain("exactly one clause of kind term");
        Book(desk).Find("m1")!.Last.Document.Clauses.Select(clause => clause.Kind)
            .ShouldBe(["purpose", "limit", "term"]);

        await desk.DoAsync(path, path + "/put", ("consultation", ""), ("topic", "Do you ratify it?"));
        string refused = await desk.RefusedAsync(path, path + "/adopt", ("version", "1"), ("result", $"{result}"));
        refused.ShouldContain("after it was closed");
        long ratified = desk.Ratify("c2");
        await desk.DoAsync(path, path + "/adopt", ("version", "1"), ("result", $"{ratified}"));

        string all = await desk.TextAsync("/mandates");
        all.ShouldContain(">translation</b>");
        all.ShouldContain(">hiring</b>");
        all.ShouldContain("href=\"/mandates/m1#clause-1\"");
        string page = await desk.TextAsync("/mandates/m1");
        page.ShouldContain("in force");
        page.ShouldContain("Figure /kept");
        page.ShouldContain($"href=\"/c/c1/results/{result}\"");
        page.ShouldContain($"href=\"/c/c2/results/{ratified}\"");
        page.ShouldContain("It asks for a law, not for a machine.");
        page.ShouldContain("<th scope=\"row\">Group A</th>");
        (await desk.TextAsync("/mandates/m1?lang=fr")).ShouldContain("<th scope=\"row\">Groupe A</th>");

        await desk.DoAsync(path, path + "/head",
            ("title", "Letters"), ("preamble", "For what?"), ("language", "en"));
        string later = await desk.TextAsync("/mandates/m1/v/2?lang=en");
        later.ShouldContain("being written");
        later.ShouldContain(">Letters</ins>");
        (await desk.TextAsync("/mandates/m1")).ShouldContain("in force");
        (await desk.RefusedAsync(path, path + "/revoke", ("reason", " "))).ShouldContain("say why");
        await desk.DoAsync(path, path + "/revoke", ("reason", "It did harm."));
        (await desk.TextAsync("/mandates")).ShouldContain("It did harm.");
        (await desk.TextAsync("/mandates")).ShouldContain("For nothing");
    }

    [Fact]
    public async Task What_is_downloaded_is_what_was_signed()
    {
        await using Desk desk = await Desk.OpenAsync();
        long result = await desk.ConveneAsync();
        await desk.WriteAsync(result);
        MandateVersion version = Book(desk).Find("m1")!.Last;
        foreach (string at in (string[])["/mandates/m1", "/mandates/m1/v/1"])
        {
            using HttpResponseMessage json = await desk.GetAsync(at + "/mandate.json");
            byte[] bytes = await json.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            Convert.ToHexStringLower(SHA256.HashData(bytes)).ShouldBe(version.Digest);
            using HttpResponseMessage sealedBytes = await desk.GetAsync(at + "/mandate.dsse.json");
            sealedBytes.Content.Headers.ContentType!.MediaType.ShouldBe(Envelope.MediaType);
            Envelope.TryParse(
                await sealedBytes.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
                out Envelope? envelope, out _).ShouldBeTrue();
            envelope.SignedBy([EnvelopeKey.Of(desk.Host.Community.VerifierKey)]).Count.ShouldBe(1);
            envelope.Payload.ToArray().ShouldBe(bytes);
            (await desk.ReadAsync(at + "/principles.txt"))
                .ShouldStartWith("1. Automata translate letters. (Allowed: translation; ");
            (await desk.ReadAsync(at + "/mandate.md?lang=fr")).ShouldContain("Groupe A\u00a0: ");
        }

        foreach (string nowhere in (string[])["/mandates/m9", "/mandates/m1/v/9", "/mandates/m1/v/x",
            "/mandates/m9/mandate.json", "/mandates/m1/v/0/mandate.md", "/api/mandates/m9"])
        {
            using HttpResponseMessage answer = await desk.GetAsync(nowhere);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Every_fault_of_a_pasted_mandate_is_told_and_what_was_typed_stays()
    {
        await using Desk desk = await Desk.OpenAsync();
        await desk.ConveneAsync();
        string page = await desk.RefusedAsync(Hall.Root, Hall.Root + "/paste", ("json", "{\"title\":\"<b>\"}"));
        page.ShouldContain("/preamble: it is missing");
        page.ShouldContain("/clauses: ");
        page.ShouldContain("{\"title\":\"<b>\"}</textarea>");
        page = await desk.RefusedAsync(Hall.Root, Hall.Root + "/rule", ("people", "yes"), ("share", "many"));
        page.ShouldContain("/ratification/share: ");
        page.ShouldContain("value=\"many\"");
        page = await desk.RefusedAsync(Hall.Root, Hall.Root + "/rule",
            ("trustees", "yes"), ("needed", "1"), ("keys", "Chair | nonsense"));
        page.ShouldContain("/trustees/keys/0/key: a public key was expected");
    }

    [Fact]
    public async Task Only_facilitators_write()
    {
        await using Desk desk = await Desk.OpenAsync();
        foreach (string path in (string[])["", "/new", "/m1"])
        {
            using HttpResponseMessage answer = await desk.GetAsync(Hall.Root + path);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    [Theory]
    [InlineData("/mandates")]
    [InlineData("/mandates/m1")]
    [InlineData("/mandates/m1?lang=fr")]
    [InlineData(Hall.Root)]
    [InlineData(Hall.Root + "/new")]
    [InlineData(Hall.Root + "/m1?kind=evidence")]
    public async Task A_page_stays_small(string path)
    {
        await using Desk desk = await Desk.OpenAsync();
        long result = await desk.ConveneAsync();
        await desk.WriteAsync(result);
        string html = await desk.ReadAsync(path);
        long size = Packed(html);
        foreach (string css in html.Split("<link rel=\"stylesheet\" href=\"")[1..].Select(part => part.Split('"')[0]))
        {
            size += Packed(await desk.ReadAsync(css));
        }

        size.ShouldBeLessThan(Budget);
        html.ShouldNotContain("<script");
    }

    private static MandateBook Book(Desk desk) => desk.Host.Community.MandateBook;

    private static long Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var packing = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            packing.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.Length;
    }
}
