using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gouvernail.People;
using Gouvernail.Server.Tests.Consult;
using Gouvernail.Server.Tests.Consult.Facilitation;
using Gouvernail.Server.Tests.Contest.Petitions;
using Gouvernail.Server.Tests.People;
using Microsoft.AspNetCore.Routing;

namespace Gouvernail.Server.Tests.Faults;

/// <summary>Nonsense to every endpoint that the running server has, from everybody.</summary>
public sealed partial class NonsenseTests
{
    private const int AtOnce = 4;

    [Theory]
    [InlineData("nobody")]
    [InlineData("a device")]
    [InlineData("a facilitator")]
    public async Task Nonsense_breaks_no_endpoint_is_told_as_such_and_is_never_repeated_as_it_stands(string who)
    {
        // The demonstration has something of everything: mandates, automata, petitions.
        await using Desk desk = await Desk.OpenAsync(
            options => options with { RatePerAddress = 100_000_000, Demo = true });
        string id = desk.Ask();
        desk.Set(1000);
        RouteEndpoint[] endpoints =
            [.. desk.Part<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];
        endpoints.Length.ShouldBeGreaterThan(80);
        string[] pages = [.. endpoints.Where(Reads).Select(e => Nonsense.PathOf(e.RoutePattern, id, "1"))];
        await desk.SitAsync(Role.Facilitator);
        string[] fields = await FieldsAsync(desk, pages);
        fields.Length.ShouldBeGreaterThan(20);
        using HttpClient client = await AskerAsync(desk, who, id);
        var all = endpoints.SelectMany(endpoint => Nonsense.For(endpoint, id, fields)).ToList();
        var faults = new ConcurrentBag<string>();
        var seen = new ConcurrentDictionary<HttpStatusCode, int>();
        await Parallel.ForEachAsync(
            all,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = AtOnce,
                CancellationToken = TestContext.Current.CancellationToken,
            },
            async (nonsense, cancellation) =>
            {
                if (await FaultAsync(client, nonsense, seen, cancellation) is { } fault)
                {
                    faults.Add($"{nonsense}\n    {fault}");
                }
            });

        // What was taken in earnest is on the pages now.
        foreach (string page in pages)
        {
            var look = new Nonsense("GET", page, page, null, null);
            if (await FaultAsync(desk.Client, look, seen, TestContext.Current.CancellationToken) is { } fault)
            {
                faults.Add($"{look}\n    {fault}");
            }
        }

        faults.Order(StringComparer.Ordinal).ShouldBeEmpty();
        desk.ShouldHold();
        TestContext.Current.TestOutputHelper?.WriteLine($"{all.Count} requests of {endpoints.Length} endpoints: "
            + string.Join(", ", seen.OrderBy(pair => pair.Key).Select(pair => $"{(int)pair.Key} {pair.Value} times")));
        seen.Keys.ShouldContain(HttpStatusCode.OK);
        seen.Keys.ShouldContain(HttpStatusCode.NotFound);
        seen.Keys.ShouldContain(who == "nobody" ? HttpStatusCode.Forbidden : HttpStatusCode.RequestEntityTooLarge);
    }

    private static bool Reads(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true;

    /// <summary>The names of all fields of all forms.</summary>
    private static async Task<string[]> FieldsAsync(Desk desk, string[] pages)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string page in pages.Where(page => !page.EndsWith("/events", StringComparison.Ordinal)))
        {
            using HttpResponseMessage answer = await desk.GetAsync(page);
            string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            names.UnionWith(FieldName().Matches(text).Select(match => match.Groups["name"].Value));
        }

        return [.. names];
    }

    /// <summary>Somebody who sends the same cookies again and again, and the token of a form.</summary>
    private static async Task<HttpClient> AskerAsync(Desk desk, string who, string consultation)
    {
        var cookies = who == "a facilitator" ? desk.Cookies : new CookieContainer();
        var asker = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = desk.Client.BaseAddress,
        };
        if (who == "nobody")
        {
            return asker;
        }

        using HttpClient visitor = desk.Visitor(cookies);
        using (var body = new StringContent("{}", null, "application/json"))
        {
            using HttpResponseMessage device = await visitor.PostAsync(
                new Uri("/api/devices", UriKind.Relative), body, TestContext.Current.CancellationToken);
            device.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        string page = await visitor.GetStringAsync(
            new Uri($"/c/{consultation}/propose", UriKind.Relative), TestContext.Current.CancellationToken);
        asker.DefaultRequestHeaders.Add("X-Form-Token", page.Split("name=\"token\" value=\"")[1].Split('"')[0]);
        asker.DefaultRequestHeaders.Add("Cookie", cookies.GetCookieHeader(desk.Client.BaseAddress!));
        return asker;
    }

    /// <summary>What is wrong with the answer to a request; null where nothing is.</summary>
    private static async Task<string?> FaultAsync(
        HttpClient client,
        Nonsense nonsense,
        ConcurrentDictionary<HttpStatusCode, int> seen,
        CancellationToken cancellation)
    {
        using HttpRequestMessage request = nonsense.ToRequest(client.BaseAddress!);
        try
        {
            using HttpResponseMessage answer =
                await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            seen.AddOrUpdate(answer.StatusCode, 1, (_, count) => count + 1);
            string? type = answer.Content.Headers.ContentType?.MediaType;
            string text = type == "text/event-stream" ? "" : await answer.Content.ReadAsStringAsync(cancellation);
            return (int)answer.StatusCode >= 500 ? $"{(int)answer.StatusCode}"
                : type is null or "text/html" && text.Contains("<script>hurt", StringComparison.OrdinalIgnoreCase)
                    ? "repeats the marker"
                : answer.Headers.Contains("X-Made-Up") ? "makes up a header"
                : (int)answer.StatusCode < 400 || !nonsense.Endpoint.StartsWith("/api/", StringComparison.Ordinal)
                    || (nonsense.IsNoHttp && text.Length == 0) ? null
                : ProblemFault(type, text, (int)answer.StatusCode);
        }
        catch (HttpRequestException) when (nonsense.IsTooLarge)
        {
            return null;
        }
        catch (HttpRequestException e)
        {
            return e.Message;
        }
    }

    /// <summary>What is wrong with a problem; null where nothing is.</summary>
    private static string? ProblemFault(string? type, string text, int status)
    {
        if (type != "application/problem+json")
        {
            return $"{status} of type {type}";
        }

        JsonElement problem = JsonSerializer.Deserialize<JsonElement>(text);
        return !ProblemType().IsMatch(problem.GetProperty("type").GetString()!) ? $"type of its own: {text}"
            : problem.GetProperty("status").GetInt32() != status ? $"{status}, and says {text}"
            : null;
    }

    [GeneratedRegex("""<(input|textarea|select|button)[^>]* name="(?<name>[^"]+)""")]
    private static partial Regex FieldName();

    [GeneratedRegex("^/problems/[a-z]+(-[a-z]+)*$")]
    private static partial Regex ProblemType();
}
