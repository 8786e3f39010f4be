using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Gouvernail.Server.Tests.Faults;

/// <summary>Somebody who votes over the API, one vote at a time, and remembers every answer that came whole.</summary>
/// <param name="name">What a failure calls them.</param>
/// <param name="device">By what the server knows their device.</param>
internal sealed class Voter(string name, string device)
{
    public const string Consultation = "c1";

    /// <summary>What a failure calls them.</summary>
    public string Name => name;

    private readonly Dictionary<string, (int Vote, long Entry)> _standing = new(StringComparer.Ordinal);
    private readonly List<(string Statement, int Vote, long Entry)> _answered = [];
    private (string Statement, int Vote)? _sent;

    /// <summary>Every vote whose answer named an entry, in order.</summary>
    public IReadOnlyList<(string Statement, int Vote, long Entry)> Answered => _answered;

    /// <summary>How many votes were sent and never answered.</summary>
    public int Unanswered { get; private set; }

    /// <summary>How many of those were recorded nevertheless.</summary>
    public int Settled { get; private set; }

    /// <summary>The last problem by which the server said that it could not.</summary>
    public JsonElement Refusal { get; private set; }

    /// <summary>What the log calls them; empty before they looked.</summary>
    public string Pseudonym { get; private set; } = "";

    /// <summary>A way to a server for many people at once: it keeps no cookie.</summary>
    public static HttpClient Browser(Uri server) => new(new SocketsHttpHandler { UseCookies = false })
    {
        BaseAddress = server,
    };

    /// <summary>Becomes a device.</summary>
    public static async Task<Voter> ComeAsync(HttpClient client, string name)
    {
        using var body = new StringContent("{}", Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await client.PostAsync(
            new Uri("/api/devices", UriKind.Relative), body, TestContext.Current.CancellationToken);
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return new Voter(name, JsonSerializer.Deserialize<JsonElement>(text).GetProperty("device").GetString()!);
    }

    /// <summary>Votes; false where the server did not answer, or said that it could not.</summary>
    /// <param name="client">The way to the server.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="vote">The vote.</param>
    /// <param name="allowed">The status by which it may say so.</param>
    public async Task<bool> TryVoteAsync(
        HttpClient client, string statement, int vote, HttpStatusCode allowed = HttpStatusCode.OK)
    {
        _sent = (statement, vote);
        JsonElement answer;
        try
        {
            string body = string.Create(CultureInfo.InvariantCulture, $"{{\"vote\":{vote}}}");
            using HttpResponseMessage got = await SendAsync(client, HttpMethod.Put, "votes/" + statement, body);
            string text = await got.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (got.StatusCode == allowed && allowed != HttpStatusCode.OK)
            {
                got.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
                Refusal = JsonSerializer.Deserialize<JsonElement>(text);
                _sent = null;
                return false;
            }

            got.StatusCode.ShouldBe(HttpStatusCode.OK, text);
            answer = JsonSerializer.Deserialize<JsonElement>(text);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            Unanswered++;
            return false;
        }

        _sent = null;
        if (answer.GetProperty("entry") is { ValueKind: JsonValueKind.Number } entry)
        {
            _standing[statement] = (vote, entry.GetInt64());
            _answered.Add((statement, vote, entry.GetInt64()));
        }
        else
        {
            _standing[statement].Vote.ShouldBe(vote, $"{name} was told that they had voted so already");
        }

        return true;
    }

    /// <summary>Sees that their votes are those answered last, or the one that was sent and not answered.</summary>
    public async Task ShouldStandAsync(HttpClient client)
    {
        JsonElement me = await AskAsync(client, HttpMethod.Get, "me", null);
        Pseudonym = me.GetProperty("pseudonym").GetString()!;
        var found = me.GetProperty("votes").EnumerateArray().ToDictionary(
            vote => vote.GetProperty("statement").GetString()!,
            vote => (Vote: vote.GetProperty("vote").GetInt32(), Entry: vote.GetProperty("entry").GetInt64()));
        if (_sent is { } sent && found.TryGetValue(sent.Statement, out var late)
            && late != _standing.GetValueOrDefault(sent.Statement))
        {
            late.Vote.ShouldBe(sent.Vote, $"{name} never voted so on statement {sent.Statement}");
            late.Entry.ShouldBeGreaterThan(_standing.GetValueOrDefault(sent.Statement).Entry);
            _standing[sent.Statement] = late;
            Settled++;
        }

        _sent = null;
        found.OrderBy(vote => vote.Key, StringComparer.Ordinal)
            .ShouldBe(_standing.OrderBy(vote => vote.Key, StringComparer.Ordinal), $"the votes of {name}");
    }

    /// <summary>Asks for something that has to be done, or to be there.</summary>
    public async Task<JsonElement> AskAsync(
        HttpClient client, HttpMethod method, string what, string? body, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using HttpResponseMessage answer = await SendAsync(client, method, what, body);
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(expected, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    /// <summary>Asks, whatever comes of it.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string what, string? body)
    {
        using var request = new HttpRequestMessage(
            method, new Uri($"/api/consultations/{Consultation}/{what}", UriKind.Relative))
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Authorization", "Device " + device);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
