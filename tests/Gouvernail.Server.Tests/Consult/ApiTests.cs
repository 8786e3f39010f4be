using System.Net;
using System.Text;
using System.Text.Json;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Invitations;

namespace Gouvernail.Server.Tests.Consult;

/// <summary>Taking part as programs do.</summary>
public sealed class ApiTests
{
    [Fact]
    public async Task A_program_becomes_a_device_votes_and_reads_its_data()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = desk.Ask(), at = $"/api/consultations/{id}";
        using HttpClient program = desk.Visitor();
        JsonElement made = await SendAsync(program, HttpMethod.Post, "/api/devices", "", HttpStatusCode.OK);
        using HttpClient bare = new() { BaseAddress = desk.Client.BaseAddress };
        bare.DefaultRequestHeaders.TryAddWithoutValidation(
            "Authorization", "Device " + made.GetProperty("device").GetString());

        JsonElement next = await SendAsync(bare, HttpMethod.Get, at + "/next", null, HttpStatusCode.OK);
        string statement = next.GetProperty("statement").GetProperty("id").GetString()!;
        JsonElement cast = await SendAsync(
            bare, HttpMethod.Put, $"{at}/votes/{statement}", """{"vote":1,"matters":true}""", HttpStatusCode.OK);
        cast.GetProperty("entry").GetInt64().ShouldBe(cast.GetProperty("size").GetInt64() - 1);
        JsonElement again = await SendAsync(
            bare, HttpMethod.Put, $"{at}/votes/{statement}", """{"matters":true,"vote":1}""", HttpStatusCode.OK);
        again.GetProperty("entry").ValueKind.ShouldBe(JsonValueKind.Null);
        again.GetProperty("size").GetInt64().ShouldBe(cast.GetProperty("size").GetInt64());

        JsonElement me = await SendAsync(bare, HttpMethod.Get, at + "/me", null, HttpStatusCode.OK);
        me.GetProperty("votes")[0].GetProperty("entry").GetInt64().ShouldBe(cast.GetProperty("entry").GetInt64());
        (await SendAsync(bare, HttpMethod.Get, at + "/me/data", null, HttpStatusCode.OK))
            .GetProperty("entries").GetArrayLength().ShouldBe(2);
        await SendAsync(bare, HttpMethod.Delete, $"{at}/votes/{statement}", null, HttpStatusCode.OK);
        desk.Live(id).VoteCount.ShouldBe(0);
        JsonElement erased = await SendAsync(bare, HttpMethod.Delete, at + "/me", null, HttpStatusCode.OK);
        erased.GetProperty("erased").GetInt32().ShouldBe(3);
        (await SendAsync(bare, HttpMethod.Delete, at + "/me", null, HttpStatusCode.Conflict))
            .GetProperty("type").GetString().ShouldBe("/problems/nothing-kept");
    }

    [Fact]
    public async Task Who_sends_one_vote_many_times_at_once_has_one()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = desk.Ask();
        using HttpClient program = desk.Visitor();
        await SendAsync(program, HttpMethod.Post, "/api/devices", "", HttpStatusCode.OK);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SendAsync(
            program, HttpMethod.Put, $"/api/consultations/{id}/votes/1", """{"vote":-1}""", HttpStatusCode.OK)));
        desk.Live(id).Participants().ShouldHaveSingleItem().Entries.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Statements_near_others_are_refused_unless_they_are_meant()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = desk.Ask(), at = $"/api/consultations/{id}/statements";
        using HttpClient program = desk.Visitor();
        await SendAsync(program, HttpMethod.Post, "/api/devices", "", HttpStatusCode.OK);
        string near = JsonSerializer.Serialize(new { text = "The market square must be free of cars" });
        JsonElement refused = await SendAsync(program, HttpMethod.Post, at, near, HttpStatusCode.Conflict);
        refused.GetProperty("type").GetString().ShouldBe("/problems/near-duplicates");
        refused.GetProperty("near")[0].GetProperty("text").GetString().ShouldBe(Town.Sentences[0]);
        string meant = JsonSerializer.Serialize(
            new { text = "The market square must be free of cars", evenIfNear = true });
        JsonElement made = await SendAsync(program, HttpMethod.Post, at, meant, HttpStatusCode.Created);
        made.GetProperty("id").GetString().ShouldBe("7");
        made.GetProperty("shown").GetBoolean().ShouldBeTrue();
        (await SendAsync(program, HttpMethod.Post, at, meant, HttpStatusCode.Conflict))
            .GetProperty("type").GetString().ShouldBe("/problems/statement-exists");
    }

    [Fact]
    public async Task Lists_come_in_pages_and_are_not_sent_twice()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = desk.Ask(), at = $"/api/consultations/{id}";
        string other = desk.Ask();
        JsonElement first = await SendAsync(
            desk.Client, HttpMethod.Get, "/api/consultations?limit=1", null, HttpStatusCode.OK);
        first.GetProperty("next").GetString().ShouldBe(id);
        JsonElement second = await SendAsync(
            desk.Client, HttpMethod.Get, $"/api/consultations?limit=1&after={id}", null, HttpStatusCode.OK);
        second.GetProperty("consultations")[0].GetProperty("id").GetString().ShouldBe(other);
        second.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);
        JsonElement rest = await SendAsync(
            desk.Client, HttpMethod.Get, at + "/statements?after=4", null, HttpStatusCode.OK);
        rest.GetProperty("statements").GetArrayLength().ShouldBe(2);

        foreach (string path in (string[])[at, at + "/statements"])
        {
            using HttpResponseMessage answer = await desk.GetAsync(path);
            string tag = answer.Headers.ETag!.ToString();
            using HttpResponseMessage known = await desk.GetAsync(path, ("If-None-Match", tag));
            known.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        }
    }

    [Fact]
    public async Task A_code_lets_a_program_in()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = desk.Ask(new Terms { Admits = [Rung.Code] }), at = $"/api/consultations/{id}";
        string code = desk.Invite(id, InvitationUse.Many)[0];
        using HttpClient program = desk.Visitor();
        await SendAsync(program, HttpMethod.Post, "/api/devices", "", HttpStatusCode.OK);
        (await SendAsync(program, HttpMethod.Put, at + "/votes/1", """{"vote":1}""", HttpStatusCode.Conflict))
            .GetProperty("type").GetString().ShouldBe("/problems/not-admitted");
        await SendAsync(program, HttpMethod.Post, at + "/pass", """{"code":"no"}""", HttpStatusCode.Forbidden);
        await SendAsync(program, HttpMethod.Post, at + "/pass", $$"""{"code":"{{code}}"}""", HttpStatusCode.NoContent);
        await SendAsync(program, HttpMethod.Put, at + "/votes/1", """{"vote":1}""", HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("Origin", "https://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.OK)]
    [InlineData("X-Nothing", "", HttpStatusCode.OK)]
    public async Task A_page_of_another_site_changes_nothing(string header, string value, HttpStatusCode expected)
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = desk.Ask();
        await SendAsync(desk.Client, HttpMethod.Post, "/api/devices", "", HttpStatusCode.OK);
        foreach (HttpMethod method in (HttpMethod[])[HttpMethod.Put, HttpMethod.Delete])
        {
            using var request = new HttpRequestMessage(method, $"/api/consultations/{id}/votes/1");
            request.Content = Json("""{"vote":1}""");
            request.Headers.TryAddWithoutValidation(header, value);
            using HttpResponseMessage answer =
                await desk.Client.SendAsync(request, TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(expected);
        }
    }

    [Fact]
    public async Task This_site_s_own_origin_may_and_a_form_may_not()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = desk.Ask();
        await SendAsync(desk.Client, HttpMethod.Post, "/api/devices", "", HttpStatusCode.OK);
        using var own = new HttpRequestMessage(HttpMethod.Put, $"/api/consultations/{id}/votes/1")
        {
            Content = Json("""{"vote":1}"""),
        };
        own.Headers.TryAddWithoutValidation("Origin", desk.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        (await desk.Client.SendAsync(own, TestContext.Current.CancellationToken))
            .StatusCode.ShouldBe(HttpStatusCode.OK);
        using HttpResponseMessage form = await desk.PostBareAsync($"/api/consultations/{id}/statements", ("text", "x"));
        form.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        form.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"vote\":2}")]
    [InlineData("{\"vote\":0.5}")]
    [InlineData("{\"vote\":\"1\"}")]
    [InlineData("{\"vote\":1,\"matters\":1}")]
    [InlineData("{\"vote\":1")]
    [InlineData("{\"vote\":1}{}")]
    [InlineData("\u0000")]
    public async Task Nonsense_is_no_vote(string body)
    {
        await using Desk desk = await Desk.OpenAsync();
        string at = $"/api/consultations/{desk.Ask()}";
        await SendAsync(desk.Client, HttpMethod.Post, "/api/devices", "", HttpStatusCode.OK);
        await SendAsync(desk.Client, HttpMethod.Put, at + "/votes/1", body, HttpStatusCode.BadRequest);
        await SendAsync(desk.Client, HttpMethod.Post, at + "/statements", body, HttpStatusCode.BadRequest);
        await SendAsync(desk.Client, HttpMethod.Post, at + "/pass", body, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task What_is_not_there_is_told_and_who_is_nobody_is_asked_who_they_are()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = desk.Ask();
        JsonElement nobody = await SendAsync(
            desk.Client, HttpMethod.Put, $"/api/consultations/{id}/votes/1", """{"vote":1}""",
            HttpStatusCode.Unauthorized);
        nobody.GetProperty("type").GetString().ShouldBe("/problems/no-device");
        await SendAsync(desk.Client, HttpMethod.Post, "/api/devices", "", HttpStatusCode.OK);
        await SendAsync(desk.Client, HttpMethod.Put, $"/api/consultations/{id}/votes/99", """{"vote":1}""",
            HttpStatusCode.NotFound);
        await SendAsync(desk.Client, HttpMethod.Put, "/api/consultations/c9/votes/1", """{"vote":1}""",
            HttpStatusCode.NotFound);
        await SendAsync(desk.Client, HttpMethod.Get, "/api/consultations/c9", null, HttpStatusCode.NotFound);
        (await desk.ReadAsync("/problems/no-device")).ShouldContain("Authorization: Device");
    }

    [Fact]
    public async Task Nobody_votes_faster_than_a_person_can()
    {
        await using Desk desk = await Desk.OpenAsync();
        const int Sentences = 130, Most = 1000;
        string id = desk.Ask(sentences: [.. Enumerable.Range(1, Sentences).Select(n => $"Sentence {n} of many")]);
        await SendAsync(desk.Client, HttpMethod.Post, "/api/devices", "", HttpStatusCode.OK);
        var seen = new List<HttpStatusCode>();

        // Time gives leave for more votes, on a slow machine for many more; sooner or later it is too many.
        while (seen.Count < Most && (seen.Count == 0 || seen[^1] == HttpStatusCode.OK))
        {
            int vote = seen.Count / Sentences % 2 == 0 ? 1 : -1;
            using HttpResponseMessage answer = await desk.Client.PutAsync(
                new Uri($"/api/consultations/{id}/votes/{1 + (seen.Count % Sentences)}", UriKind.Relative),
                Json($$"""{"vote":{{vote}}}"""),
                TestContext.Current.CancellationToken);
            seen.Add(answer.StatusCode);
        }

        seen[^1].ShouldBe(HttpStatusCode.TooManyRequests);
        seen.Count.ShouldBeGreaterThan(120);
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static async Task<JsonElement> SendAsync(
        HttpClient client, HttpMethod method, string path, string? body, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative))
        {
            Content = body is null ? null : Json(body),
        };
        using HttpResponseMessage answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(expected, text);
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}
