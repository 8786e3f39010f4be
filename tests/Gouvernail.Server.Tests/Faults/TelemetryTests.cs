using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gouvernail.Server.Tests.Faults;

/// <summary>What a server tells those who watch it, which is nothing of what people ask for.</summary>
public sealed class TelemetryTests : IDisposable
{
    // An address of this machine that nobody else here has.
    private const string Asker = "127.83.21.67";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gouvernail-watched-");

    [Fact]
    public async Task Those_who_watch_hear_of_requests_and_neither_what_was_asked_nor_by_whom()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs a second address of this machine");
        await using var watch = await Watch.OpenAsync();
        string[] secrets;
        using (ServerProcess server = Start(watch, "OTEL_EXPORTER_OTLP_ENDPOINT", ""))
        {
            secrets = await AskAsync(await server.AddressAsync());
            await watch.HearsAsync("/v1/traces", "GET /c/{id}"u8.ToArray());
            await watch.HearsAsync("/v1/traces", "http.response.status_code"u8.ToArray());
            await watch.HearsAsync("/v1/metrics", "http.server.request.duration"u8.ToArray());
            await watch.HearsAsync("/v1/metrics", "/c/{id}"u8.ToArray());
        }

        byte[] heard = watch.All();
        heard.Length.ShouldBeGreaterThan(1000);
        foreach (string secret in secrets)
        {
            Has(heard, Encoding.UTF8.GetBytes(secret)).ShouldBeFalse($"they heard {secret}");
        }
    }

    [Fact]
    public async Task Who_does_not_ask_for_it_is_not_watched()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs a second address of this machine");
        await using var watch = await Watch.OpenAsync();
        using ServerProcess server = Start(watch, "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "/v1/traces");
        await AskAsync(await server.AddressAsync());

        // Twenty times as long as it would take.
        await Task.Delay(2000, TestContext.Current.CancellationToken);
        watch.Connections.ShouldBe(0);
        Telemetry.Start(_ => null).ShouldBeNull();
        Telemetry.Start(_ => "").ShouldBeNull();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private ServerProcess Start(Watch watch, string variable, string path) => ServerProcess.Start(
        Path.Combine(_folder.FullName, "data"),
        [],
        (variable, watch.Address + path),
        ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
        ("OTEL_BSP_SCHEDULE_DELAY", "100"),
        ("OTEL_METRIC_EXPORT_INTERVAL", "100"));

    /// <summary>Asks for pages; gives what nobody else may hear of it.</summary>
    private static async Task<string[]> AskAsync(Uri server)
    {
        using var client = new HttpClient(new SocketsHttpHandler { ConnectCallback = ConnectAsync })
        {
            BaseAddress = server,
        };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "agent-of-somebody/7");
        client.DefaultRequestHeaders.TryAddWithoutValidation("Referer", "http://referer.example/where-from");
        client.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", "device=cookie-of-somebody");
        foreach (string path in (string[])["/c/path-of-somebody?q=query-of-somebody", "/", "/none/path-of-somebody",
            "/api/consultations/path-of-somebody/me", "/role/path-of-somebody"])
        {
            (await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken)).Dispose();
        }

        return
        [
            Asker, "agent-of-somebody", "path-of-somebody", "query-of-somebody", "where-from", "cookie-of-somebody",
        ];
    }

    private static async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Parse(Asker), 0));
        await socket.ConnectAsync(context.DnsEndPoint, cancellation);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static bool Has(byte[] heard, byte[] secret) => heard.AsSpan().IndexOf(secret) >= 0;

    /// <summary>Where telemetry would be sent to.</summary>
    private sealed class Watch : IAsyncDisposable
    {
        private readonly WebApplication _app;
        private readonly ConcurrentQueue<(string Path, byte[] Bytes)> _heard = new();
        private int _connections;

        private Watch()
        {
            WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(
                IPAddress.Loopback, 0, listen => listen.Use(next => connection =>
                {
                    Interlocked.Increment(ref _connections);
                    return next(connection);
                })));
            builder.Logging.ClearProviders();
            _app = builder.Build();
            _app.Run(HearAsync);
        }

        public string Address => _app.Urls.First();

        public int Connections => _connections;

        public static async Task<Watch> OpenAsync()
        {
            var watch = new Watch();
            await watch._app.StartAsync(TestContext.Current.CancellationToken);
            return watch;
        }

        public byte[] All() => [.. _heard.SelectMany(heard => heard.Bytes)];

        public async Task HearsAsync(string path, byte[] word)
        {
            var since = Stopwatch.StartNew();
            while (!_heard.Any(heard => heard.Path == path && Has(heard.Bytes, word)))
            {
                since.Elapsed.ShouldBeLessThan(
                    _patience, $"{path} did not hear; {string.Join(' ', _heard.Select(heard => heard.Path))} did");
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();

        private async Task HearAsync(HttpContext context)
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            _heard.Enqueue((context.Request.Path, body.ToArray()));
            context.Response.ContentType = "application/x-protobuf";
        }
    }
}
