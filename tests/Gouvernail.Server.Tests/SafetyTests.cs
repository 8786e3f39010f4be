using System.Net;
using Gouvernail.Journals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gouvernail.Server.Tests;

public sealed class SafetyTests
{
    [Fact]
    public async Task A_form_without_our_token_is_refused()
    {
        await using Desk desk = await Desk.OpenAsync(more: MapForm);
        using HttpResponseMessage answer = await desk.PostBareAsync("/sent", ("a", "b"));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("antiforgery");
    }

    [Fact]
    public async Task A_form_with_a_forged_token_is_refused()
    {
        await using Desk desk = await Desk.OpenAsync(more: MapForm);
        using HttpResponseMessage answer = await desk.PostBareAsync("/sent", ("token", "Q2ZESjhB"));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_form_of_ours_is_taken_and_leads_on()
    {
        await using Desk desk = await Desk.OpenAsync(more: MapForm);
        using HttpResponseMessage answer = await desk.PostAsync("/form", "/sent", ("word", "yes"));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.Location!.ToString().ShouldBe("/?notice=yes");
        using HttpResponseMessage bare = await desk.PostBareAsync("/sent", ("word", "yes"));
        bare.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Cookie cookie = desk.Cookies.GetAllCookies().ShouldHaveSingleItem();
        cookie.Name.ShouldBe("form");
        cookie.HttpOnly.ShouldBeTrue();
    }

    [Fact]
    public async Task A_refusal_is_told_with_its_reason()
    {
        await using Desk desk = await Desk.OpenAsync(more: MapForm);
        using HttpResponseMessage page = await desk.PostAsync("/form", "/refused?lang=fr");
        page.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("trop tard");
    }

    [Fact]
    public async Task What_breaks_is_told_without_what_was_sent()
    {
        await using Desk desk = await Desk.OpenAsync(more: MapForm);
        using HttpResponseMessage page = await desk.GetAsync("/broken?secret");
        page.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        string text = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        text.ShouldContain("Something broke here");
        text.ShouldNotContain("boom");
    }

    [Fact]
    public async Task An_endpoint_may_take_a_larger_body()
    {
        await using Desk desk = await Desk.OpenAsync(more: MapForm);
        using HttpResponseMessage answer =
            await desk.PostAsync("/form", "/large", ("word", new string('a', 70_000)));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_not_read()
    {
        await using Desk desk = await Desk.OpenAsync(more: MapForm);
        using HttpResponseMessage answer = await desk.PostBareAsync("/sent", ("a", new string('a', 70_000)));
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
    }

    [Fact]
    public async Task An_address_that_asks_too_often_is_told_when_to_come_back()
    {
        await using Desk desk = await Desk.OpenAsync(options => options with { RatePerAddress = 2 });
        await desk.ReadAsync("/");
        await desk.ReadAsync("/");
        using HttpResponseMessage page = await desk.GetAsync("/?lang=fr");
        page.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        page.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 30);
        (await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .ShouldContain("<html lang=\"fr\">");
        using HttpResponseMessage problem = await desk.GetAsync("/api/x");
        problem.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        problem.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await desk.ReadAsync("/healthz")).ShouldContain("ok");
        (await desk.ReadAsync(WebFiles.PathOf("gouvernail.css"))).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Where_people_come_by_https_forms_work_behind_a_proxy_that_is_not_believed()
    {
        await using Desk desk = await Desk.OpenAsync(
            options => options with { PublicUrl = new Uri("https://decide.example") }, more: MapForm);
        using HttpResponseMessage page = await desk.GetAsync("/form");
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Headers.GetValues("Set-Cookie").ShouldContain(
            c => c.StartsWith("__Host-form=", StringComparison.Ordinal) && c.Contains("secure"));
    }

    [Fact]
    public void A_bucket_fills_up_within_a_minute()
    {
        var clock = new Hands();
        var rates = new AddressRates(60, clock);
        for (int i = 0; i < 60; i++)
        {
            rates.Take(IPAddress.Loopback, 1).ShouldBe(TimeSpan.Zero);
        }

        rates.Take(IPAddress.Loopback, 1).TotalSeconds.ShouldBe(1, 0.01);
        rates.Take(IPAddress.Parse("192.0.2.7"), 1).ShouldBe(TimeSpan.Zero);
        clock.Passed = TimeSpan.FromSeconds(10);
        for (int i = 0; i < 10; i++)
        {
            rates.Take(IPAddress.Loopback, 1).ShouldBe(TimeSpan.Zero);
        }

        rates.Take(IPAddress.Loopback, 1).ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public void A_network_of_version_6_is_one_address()
    {
        var rates = new AddressRates(1, new Hands());
        rates.Take(IPAddress.Parse("2001:db8::1"), 1).ShouldBe(TimeSpan.Zero);
        rates.Take(IPAddress.Parse("2001:db8::2"), 1).ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_proxy_is_believed_only_where_there_is_one()
    {
        (string, string) https = ("X-Forwarded-Proto", "https");
        await using Desk open = await Desk.OpenAsync();
        using HttpResponseMessage plain = await open.GetAsync("/", https);
        plain.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
        await using Desk behind = await Desk.OpenAsync(options => options with { BehindProxy = true });
        using HttpResponseMessage safe = await behind.GetAsync("/?lang=fr", https);
        safe.Headers.Contains("Strict-Transport-Security").ShouldBeTrue();
        string cookie = safe.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        cookie.ShouldStartWith("__Host-lang=fr");
        cookie.ShouldContain("secure");
        cookie.ShouldContain("httponly");
    }

    [Fact]
    public void A_frame_is_allowed_to_named_origins_alone()
    {
        var context = new DefaultHttpContext();
        context.LetFrame(["https://example.org", "http://localhost:8080"]);
        context.Response.Headers.ContentSecurityPolicy.ToString()
            .ShouldEndWith("frame-ancestors https://example.org http://localhost:8080");
        foreach (string wrong in (string[])["*", "https://a.example/b", "https://a.example; script-src *", "data:"])
        {
            Should.Throw<ArgumentException>(() => context.LetFrame([wrong]));
        }
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    public void A_redirection_stays_on_this_site(string path) =>
        Should.Throw<ArgumentException>(() => Answer.SeeOther(path));

    private static void MapForm(WebApplication app)
    {
        app.MapGet("/form", () => new RazorComponentResult<Form>(
            new Dictionary<string, object?> { [nameof(Form.Action)] = "/sent" }));
        app.MapPost("/sent", (RequestDelegate)(context => Answer.SeeOther("/", "yes").ExecuteAsync(context)));
        app.MapPost("/large", (RequestDelegate)(context => Answer.SeeOther("/").ExecuteAsync(context)))
            .WithMetadata(new BodyLimit(100_000));
        var refusal = new Refusal("too-late", new("it is too late", "il est trop tard"));
        app.MapPost("/refused", (RequestDelegate)(context => Answer.Refused(refusal).ExecuteAsync(context)));
        app.MapGet("/broken", (RequestDelegate)(_ => throw new InvalidOperationException("boom")));
    }

    private sealed class Hands : TimeProvider
    {
        public TimeSpan Passed { get; set; }

        public override long GetTimestamp() => Passed.Ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;
    }
}
