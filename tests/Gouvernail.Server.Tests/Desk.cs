using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;

namespace Gouvernail.Server.Tests;

/// <summary>A server for one test: real Kestrel on a free port, a data folder that goes when it goes.</summary>
internal sealed partial class Desk : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gouvernail-server-");
    private ServerHost? _host;
    private HttpClient? _client;

    /// <summary>The data folder.</summary>
    public string Data => Path.Combine(_folder.FullName, "data");

    /// <summary>The server.</summary>
    public ServerHost Host => _host!;

    /// <summary>A part of the server.</summary>
    public T Part<T>()
        where T : notnull => Host.Part<T>();

    /// <summary>A visitor's browser, which keeps cookies and follows no redirection.</summary>
    public HttpClient Client => _client!;

    /// <summary>What the browser keeps.</summary>
    public CookieContainer Cookies { get; } = new();

    /// <summary>Starts a server.</summary>
    /// <param name="adjust">Changes how it runs.</param>
    /// <param name="clock">Tells the time; null for the machine's.</param>
    /// <param name="more">Maps endpoints of the test's own.</param>
    public static async Task<Desk> OpenAsync(
        Func<ServerOptions, ServerOptions>? adjust = null,
        TimeProvider? clock = null,
        Action<WebApplication>? more = null)
    {
        var desk = new Desk();
        var options = new ServerOptions { Data = desk.Data, Endpoints = [new IPEndPoint(IPAddress.Loopback, 0)] };
        desk._host = ServerHost.Build(
            adjust?.Invoke(options) ?? options, clock ?? TimeProvider.System, null, more);
        await desk._host.StartAsync();
        desk._client = desk.Visitor(desk.Cookies);
        return desk;
    }

    /// <summary>Another browser.</summary>
    public HttpClient Visitor(CookieContainer? cookies = null) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        CookieContainer = cookies ?? new CookieContainer(),
    })
    {
        BaseAddress = new Uri(Host.Addresses.First()),
    };

    /// <summary>A page's text.</summary>
    public Task<string> ReadAsync(string path) =>
        Client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>An answer, whatever its status.</summary>
    public Task<HttpResponseMessage> GetAsync(string path, params ReadOnlySpan<(string Name, string Value)> headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a form as the page at an address has it: with its token, and with these fields.</summary>
    public async Task<HttpResponseMessage> PostAsync(
        string page, string action, params (string Name, string Value)[] fields)
    {
        string token = Token().Match(await ReadAsync(page)).Groups["token"].Value;
        return await PostBareAsync(action, [("token", token), .. fields]);
    }

    /// <summary>Sends these fields and nothing else.</summary>
    public async Task<HttpResponseMessage> PostBareAsync(string action, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await Client.PostAsync(
            new Uri(action, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    [GeneratedRegex("""<input type="hidden" name="token" value="(?<token>[^"]+)" />""")]
    private static partial Regex Token();
}
