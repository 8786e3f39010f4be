using System.Net;
using System.Text;
using System.Text.Json;
using Gouvernail.Consult.Consultations;
using Gouvernail.People;
using Gouvernail.Server.Tests.People;

namespace Gouvernail.Server.Tests.Consult.Facilitation;

public sealed class ApiTests
{
    private const string Consultations = "/api/facilitate/consultations";

    [Fact]
    public async Task A_program_does_what_the_pages_do()
    {
        await using Desk desk = await Desk.OpenAsync();
        await desk.SitAsync(Role.Facilitator);
        string plan = """{"topic":"The station?","admits":["open","code"],"results":"closed"}""";
        (await SendAsync(desk, Consultations, plan))
            .GetProperty("consultation").GetString().ShouldBe("c1");
        string one = Consultations + "/c1";
        await SendAsync(desk, one, """{"topic":"And the station?","admits":["open","member"]}""");
        (await SendAsync(desk, one + "/statements", """{"texts":["Sell it.","Keep it."]}"""))
            .GetProperty("entries").GetInt32().ShouldBe(2);
        await SendAsync(desk, one + "/stage", """{"to":"open"}""");
        await SendAsync(desk, one + "/moderation", """{"statement":"1","decision":"reject","reason":"Sold already"}""");
        await SendAsync(desk, one + "/invitations", """{"count":3,"label":"market"}""");
        await SendAsync(desk, one + "/invitations/revoke", """{"first":1,"count":2,"reason":"lost"}""");
        (await SendAsync(desk, "/api/facilitate/roles", """{"role":"moderator","name":"Awa"}"""))
            .GetProperty("link").GetString()!.ShouldContain("/role/");
        await SendAsync(desk, "/api/facilitate/roles/r2/revoke", "{}");
        await SendAsync(desk, one + "/stage", """{"to":"pause","reason":"The week-end"}""");
        desk.Host.Community.Live.All[0].View().Stage.ShouldBe(Stage.Paused);
        desk.ShouldHold();
    }

    [Theory]
    [InlineData("", "{}", 409)]
    [InlineData("", "{\"topic\":null}", 400)]
    [InlineData("", "{\"topic\":\"a\",\"colour\":1}", 400)]
    [InlineData("", "{\"topic\":\"\\ud800\"}", 400)]
    [InlineData("", "nonsense", 400)]
    [InlineData("/c1/stage", "{\"to\":\"moon\"}", 409)]
    [InlineData("/c1/stage", "{}", 400)]
    [InlineData("/c1/statements", "{\"texts\":[null]}", 404)]
    [InlineData("/c1/invitations", "{\"count\":1}", 404)]
    public async Task What_is_not_understood_is_told(string path, string body, int status)
    {
        await using Desk desk = await Desk.OpenAsync();
        await desk.SitAsync(Role.Facilitator);
        using HttpResponseMessage answer = await PostAsync(desk, Consultations + path, body);
        ((int)answer.StatusCode).ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task Another_site_cannot_send_anything()
    {
        await using Desk desk = await Desk.OpenAsync();
        await desk.SitAsync(Role.Facilitator);
        string body = """{"topic":"The station?"}""";
        (string Type, string Name, string Value)[] forgeries =
        [
            ("text/plain", "Accept", "*/*"),
            ("application/json", "Origin", "https://elsewhere.example"),
            ("application/json", "Origin", "null"),
            ("application/json", "Sec-Fetch-Site", "cross-site"),
            ("application/json", "Sec-Fetch-Site", "same-site"),
        ];
        foreach ((string type, string name, string value) in forgeries)
        {
            using HttpResponseMessage answer = await PostAsync(desk, Consultations, body, type, name, value);
            answer.StatusCode.ShouldBe(
                type == "text/plain" ? HttpStatusCode.UnsupportedMediaType : HttpStatusCode.Forbidden);
        }

        desk.Host.Community.Live.All.ShouldBeEmpty();
        using HttpResponseMessage ours = await PostAsync(
            desk, Consultations, body, "application/json", "Sec-Fetch-Site", "same-origin");
        ours.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_moderator_s_session_only_moderates()
    {
        await using Desk desk = await Desk.OpenAsync();
        using HttpResponseMessage nobody = await PostAsync(desk, Consultations, "{}");
        nobody.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        nobody.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        await desk.OpenConsultationAsync();
        await desk.SitAsync(Role.Moderator);
        await SendAsync(desk, Consultations + "/c1/moderation", """{"statement":"1","decision":"accept"}""");
        using HttpResponseMessage stage = await PostAsync(desk, Consultations + "/c1/stage", """{"to":"open"}""");
        stage.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<JsonElement> SendAsync(Desk desk, string path, string body)
    {
        using HttpResponseMessage answer = await PostAsync(desk, path, body);
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return JsonElement.Parse(text);
    }

    private static Task<HttpResponseMessage> PostAsync(
        Desk desk, string path, string body, string type = "application/json", string name = "", string value = "")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative))
        {
            Content = new StringContent(body, Encoding.UTF8, type),
        };
        if (name.Length > 0)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return desk.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
