using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Gouvernail.Server.Tests;

public sealed class PagesTests
{
    public static TheoryData<string> Pages => ["/", "/log", "/data", "/nowhere", "/problems/not-found"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_bears_the_headers_that_keep_it_safe(string path)
    {
        await using Desk desk = await Desk.OpenAsync();
        using HttpResponseMessage answer = await desk.GetAsync(path);
        Header(answer, "Content-Security-Policy").ShouldStartWith("default-src 'none'; style-src 'self'; ");
        Header(answer, "Content-Security-Policy").ShouldEndWith("; frame-ancestors 'none'");
        Header(answer, "X-Content-Type-Options").ShouldBe("nosniff");
        Header(answer, "Referrer-Policy").ShouldBe("same-origin");
        Header(answer, "Cross-Origin-Opener-Policy").ShouldBe("same-origin");
        Header(answer, "Permissions-Policy").ShouldContain("camera=()");
        Header(answer, "Cache-Control").ShouldBe("no-cache, private");
        answer.Headers.Vary.ShouldBe(["Accept-Language", "Cookie"], ignoreOrder: true);
        answer.Headers.Server.ShouldBeEmpty();
        answer.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_speaks_both_languages_and_links_to_the_other(string path)
    {
        await using Desk desk = await Desk.OpenAsync();
        string french = await TextAsync(desk, path + "?lang=fr");
        french.ShouldContain("<html lang=\"fr\">");
        french.ShouldContain($"href=\"{path}?lang=en\" lang=\"en\"");
        string english = await TextAsync(desk, path + "?lang=en");
        english.ShouldContain("<html lang=\"en\">");
        english.ShouldContain($"href=\"{path}?lang=fr\" lang=\"fr\"");
    }

    [Fact]
    public async Task A_language_asked_for_is_remembered()
    {
        await using Desk desk = await Desk.OpenAsync();
        (await desk.ReadAsync("/")).ShouldContain("<html lang=\"en\">");
        await desk.ReadAsync("/?lang=fr");
        (await desk.ReadAsync("/")).ShouldContain("<html lang=\"fr\">");
        desk.Cookies.GetAllCookies()["lang"]!.HttpOnly.ShouldBeTrue();
    }

    [Theory]
    [InlineData("fr", "fr")]
    [InlineData("fr-CA,fr;q=0.8,en;q=0.5", "fr")]
    [InlineData("de, en;q=0.4, fr;q=0.5", "fr")]
    [InlineData("de", "en")]
    [InlineData("fr;q=0", "en")]
    [InlineData("nonsense;;;q", "en")]
    public async Task A_browser_says_which_language_it_prefers(string accepted, string expected)
    {
        await using Desk desk = await Desk.OpenAsync();
        using HttpResponseMessage answer = await desk.GetAsync("/", ("Accept-Language", accepted));
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .ShouldContain($"<html lang=\"{expected}\">");
    }

    [Fact]
    public async Task The_link_to_the_other_language_keeps_the_rest_of_the_address()
    {
        await using Desk desk = await Desk.OpenAsync();
        (await desk.ReadAsync("/?a=1%262&lang=en&b=%22")).ShouldContain("href=\"/?a=1%262&amp;b=%22&amp;lang=fr\"");
    }

    [Theory]
    [InlineData("/nowhere", "text/html", HttpStatusCode.NotFound)]
    [InlineData("/log/tile/8/000", "application/problem+json", HttpStatusCode.NotFound)]
    [InlineData("/api/nowhere", "application/problem+json", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_is_said_in_the_form_that_suits(string path, string type, HttpStatusCode status)
    {
        await using Desk desk = await Desk.OpenAsync();
        using HttpResponseMessage answer = await desk.GetAsync(path);
        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
    }

    [Fact]
    public async Task A_problem_has_a_stable_type_which_is_explained_at_its_address()
    {
        await using Desk desk = await Desk.OpenAsync();
        JsonElement problem;
        using (HttpResponseMessage answer = await desk.GetAsync("/api/nowhere"))
        {
            problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        }

        problem.GetProperty("type").GetString().ShouldBe("/problems/not-found");
        problem.GetProperty("status").GetInt32().ShouldBe(404);
        foreach (Problem one in Problems.All)
        {
            (await desk.ReadAsync(one.Type)).ShouldContain(one.Code);
        }
    }

    [Fact]
    public async Task A_method_that_an_address_does_not_take_is_told_in_words()
    {
        await using Desk desk = await Desk.OpenAsync();
        using HttpResponseMessage answer = await desk.Client.DeleteAsync(
            new Uri("/log", UriKind.Relative), TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBeOneOf(400, 405);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
    }

    [Fact]
    public async Task A_page_and_its_style_sheet_take_less_than_14_kB()
    {
        await using Desk desk = await Desk.OpenAsync();
        string page = await desk.ReadAsync("/log?lang=fr");
        string sheet = page.Split("href=\"").First(part => part.StartsWith("/static/", StringComparison.Ordinal))
            .Split('"')[0];
        long bytes = 0;
        foreach (string path in (string[])["/log", sheet])
        {
            using HttpResponseMessage answer = await desk.GetAsync(path, ("Accept-Encoding", "gzip"));
            answer.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
            bytes += (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
        }

        bytes.ShouldBeLessThan(14 * 1024);
    }

    [Fact]
    public async Task Files_of_the_site_are_kept_for_good_at_an_address_that_names_their_hash()
    {
        await using Desk desk = await Desk.OpenAsync();
        string path = WebFiles.PathOf("gouvernail.css");
        using HttpResponseMessage plain = await desk.GetAsync(path);
        Header(plain, "Cache-Control").ShouldContain("immutable");
        plain.Headers.Vary.ShouldBe(["Accept-Encoding"]);
        using HttpResponseMessage packed = await desk.GetAsync(path, ("Accept-Encoding", "gzip, br"));
        packed.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        using HttpResponseMessage other = await desk.GetAsync("/static/0000000000000000/gouvernail.css");
        other.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_watchdog_learns_the_size_of_the_log()
    {
        await using Desk desk = await Desk.OpenAsync();
        (await desk.ReadAsync("/healthz")).ShouldBe("{\"status\":\"ok\",\"size\":1}\n");
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        string.Join(",", answer.Headers.TryGetValues(name, out IEnumerable<string>? values) ? values : []);

    private static async Task<string> TextAsync(Desk desk, string path)
    {
        using HttpResponseMessage answer = await desk.GetAsync(path);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
