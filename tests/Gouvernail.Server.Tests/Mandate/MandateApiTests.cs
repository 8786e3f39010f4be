using System.Net;
using System.Text;
using System.Text.Json;
using Gouvernail.Journals;
using Gouvernail.Log.Envelopes;
using Gouvernail.Log.Notes;
using Gouvernail.Mandate.Mandates;

namespace Gouvernail.Server.Tests.Mandate;

public sealed class MandateApiTests
{
    private const string Acts = "/api/facilitate/mandates";

    [Fact]
    public async Task A_program_does_what_the_pages_do()
    {
        await using Desk desk = await Desk.OpenAsync();
        long result = await desk.ConveneAsync();
        using SignerKey key = SignerKey.Generate("chair.example", SignatureKind.Ed25519);
        string rule = "{\"_type\":\"gouvernail/adoption-rule/v1\",\"trustees\":{\"needed\":1,\"keys\":"
            + $"[{{\"name\":\"Chair\",\"key\":\"{key.Verifier}\"}}]}}}}";
        await SendAsync(desk, "/rule", $"{{\"rule\":{rule}}}");
        (await SendAsync(desk, "", $"{{\"document\":{Document(result)}}}"))
            .GetProperty("mandate").GetString().ShouldBe("m1");
        (await SendAsync(desk, "", $"{{\"document\":{Document(result, "More.")},\"mandate\":\"m1\"}}"))
            .GetProperty("mandate").GetString().ShouldBe("m1");
        await SendAsync(desk, "/m1/put", "{}");
        byte[] document = desk.Host.Community.MandateBook.Find("m1")!.Last.Document.ToBytes();
        string envelope = Encoding.UTF8.GetString(Envelope.Sign(MandateDocument.PayloadType, document, key).ToJson());
        await SendAsync(desk, "/m1/sign", $"{{\"version\":1,\"envelope\":{envelope}}}");
        await SendAsync(desk, "/m1/adopt", "{\"version\":1}");

        using JsonDocument list = JsonDocument.Parse(await desk.ReadAsync("/api/mandates"));
        list.RootElement.GetProperty("mandates")[0].GetProperty("state").GetString().ShouldBe("in-force");
        list.RootElement.GetProperty("allowed")[0].GetProperty("purpose").GetString().ShouldBe("translation");
        list.RootElement.GetProperty("rule").GetProperty("document").GetProperty("trustees").GetProperty("needed")
            .GetInt32().ShouldBe(1);
        using JsonDocument one = JsonDocument.Parse(await desk.ReadAsync("/api/mandates/m1"));
        JsonElement version = one.RootElement.GetProperty("versions")[0];
        version.GetProperty("digest").GetString().ShouldBe(Blobs.NameOf(document));
        version.GetProperty("signatures").GetArrayLength().ShouldBe(1);
        version.GetProperty("document").GetProperty("preamble").GetString().ShouldBe("More.");
        await SendAsync(desk, "/m1/revoke", "{\"reason\":\"It did harm.\"}");
        (await desk.ReadAsync("/api/mandates/m1")).ShouldContain("\"reason\":\"It did harm.\"");
        (await desk.ReadAsync("/api/mandates")).ShouldContain("\"allowed\":[]");
    }

    [Theory]
    [InlineData("/rule", "{}", 400)]
    [InlineData("/rule", "{\"rule\":3}", 409)]
    [InlineData("", "{\"document\":{}}", 409)]
    [InlineData("", "{\"document\":{},\"colour\":1}", 400)]
    [InlineData("/m7/put", "{}", 409)]
    [InlineData("/m7/sign", "{\"version\":1,\"envelope\":{}}", 409)]
    [InlineData("/m7/adopt", "{\"version\":1}", 409)]
    [InlineData("/m7/adopt", "{\"version\":\"1\"}", 400)]
    [InlineData("/m7/revoke", "{\"reason\":\"a\"}", 409)]
    public async Task What_is_not_understood_is_told(string path, string body, int status)
    {
        await using Desk desk = await Desk.OpenAsync();
        await desk.ConveneAsync();
        using HttpResponseMessage answer = await PostAsync(desk, path, body);
        ((int)answer.StatusCode).ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task Nobody_else_may_and_openapi_says_who()
    {
        await using Desk desk = await Desk.OpenAsync();
        foreach (string path in (string[])["", "/rule", "/m1/put", "/m1/sign", "/m1/adopt", "/m1/revoke"])
        {
            using HttpResponseMessage answer = await PostAsync(desk, path, "{}");
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }

        using JsonDocument described = JsonDocument.Parse(await desk.ReadAsync("/openapi.json"));
        JsonElement paths = described.RootElement.GetProperty("paths");
        paths.GetProperty("/api/mandates/{id}").GetProperty("get").GetProperty("parameters")[0]
            .GetProperty("description").GetString().ShouldBe("The mandate's id, such as m1.");
        paths.GetProperty("/api/facilitate/mandates/{id}/sign").GetProperty("post").GetProperty("description")
            .GetString().ShouldBe("Takes the role Facilitator, or a higher one.");
    }

    private static string Document(long result, string preamble = "For what?")
    {
        string cites = $"\"cites\":[{{\"result\":{result},\"statements\":[{{\"statement\":\"1\"}}]}}]";
        return "{\"_type\":\"gouvernail/mandate/v1\",\"title\":\"Translation\",\"preamble\":\"" + preamble
            + "\",\"language\":\"en\",\"clauses\":[{\"id\":\"1\",\"kind\":\"purpose\",\"text\":\"Translate.\","
            + "\"allowed\":[\"translation\"]," + cites
            + "},{\"id\":\"2\",\"kind\":\"term\",\"text\":\"Long.\",\"expires\":\"2190-01-01\"," + cites + "}]}";
    }

    private static Task<HttpResponseMessage> PostAsync(Desk desk, string path, string body) => desk.Client.PostAsync(
        new Uri(Acts + path, UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"),
        TestContext.Current.CancellationToken);

    private static async Task<JsonElement> SendAsync(Desk desk, string path, string body)
    {
        using HttpResponseMessage answer = await PostAsync(desk, path, body);
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return JsonElement.Parse(text);
    }
}
