using System.Globalization;
using System.Net;
using System.Text;
using Gouvernail.Consult;
using Gouvernail.Log.Witnesses;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Gouvernail.Cli.Witnesses;

/// <summary>
/// A witness on the network: <c>POST /add-checkpoint</c> as C2SP tlog-witness says, and <c>GET /</c>, its public key.
/// Kestrel alone, without the rest of a web application: nothing is configured from outside and nothing is logged.
/// </summary>
internal sealed class WitnessServer : IHttpApplication<HttpContext>, IDisposable
{
    private const string PlainText = "text/plain; charset=utf-8";

    private readonly Witness _witness;
    private readonly byte[] _key;
    private readonly TimeProvider _clock;
    private readonly Action<Wording> _warn;
    private readonly TimeSpan _patience;
    private readonly RequestRate _rate = new();
    private readonly KestrelServer _server;

    /// <param name="witness">Decides.</param>
    /// <param name="key">The witness's public key, as text.</param>
    /// <param name="endpoint">Where to listen.</param>
    /// <param name="clock">Dates the cosignatures.</param>
    /// <param name="warn">Told what the operator should know.</param>
    /// <param name="patience">How long one request may take to arrive; 15 seconds by default.</param>
    public WitnessServer(
        Witness witness,
        string key,
        IPEndPoint endpoint,
        TimeProvider clock,
        Action<Wording> warn,
        TimeSpan? patience = null)
    {
        _witness = witness;
        _key = Encoding.UTF8.GetBytes(key + "\n");
        _clock = clock;
        _warn = warn;
        _patience = patience ?? TimeSpan.FromSeconds(15);
        var options = new KestrelServerOptions { AddServerHeader = false };
        KestrelServerLimits limits = options.Limits;
        limits.MaxConcurrentConnections = 64;
        limits.MaxConcurrentUpgradedConnections = 0;
        limits.MaxRequestBodySize = AddCheckpointRequest.MostBytes;
        limits.MaxRequestHeadersTotalSize = 8 * 1024;
        limits.MaxRequestLineSize = 2 * 1024;
        limits.RequestHeadersTimeout = _patience;
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
        options.Listen(endpoint, listen => listen.Protocols = HttpProtocols.Http1);
        var sockets = new SocketTransportFactory(
            Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        _server = new KestrelServer(Options.Create(options), sockets, NullLoggerFactory.Instance);
    }

    /// <summary>Where it listens, with its true port, once started.</summary>
    public Uri Address => new(_server.Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <exception cref="IOException">The address is taken, or is not this machine's.</exception>
    public Task StartAsync(CancellationToken cancel) => _server.StartAsync(this, cancel);

    /// <summary>Lets the requests under way end, for a few seconds at most.</summary>
    public async Task StopAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        await _server.StopAsync(limit.Token);
    }

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    public Task ProcessRequestAsync(HttpContext context)
    {
        string? path = context.Request.Path.Value;
        string? allowed = path == "/" ? "GET, HEAD" : path == "/add-checkpoint" ? "POST" : null;
        bool isAllowed = allowed?.Split(", ").Contains(context.Request.Method, StringComparer.Ordinal) ?? false;
        if (allowed is not null && !isAllowed)
        {
            context.Response.Headers.Allow = allowed;
        }

        return allowed is null ? SayAsync(context, 404, "There is nothing here.")
            : !isAllowed ? SayAsync(context, 405, "This is not the method for it.")
            : !_rate.Allows(context.Connection.RemoteIpAddress) ? TooOftenAsync(context)
            : path == "/" ? SendAsync(context, 200, PlainText, _key)
            : AddCheckpointAsync(context);
    }

    public void Dispose()
    {
        _server.Dispose();
        _rate.Dispose();
    }

    private async Task AddCheckpointAsync(HttpContext context)
    {
        byte[] body;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        limit.CancelAfter(_patience);
        try
        {
            using var read = new MemoryStream();
            await context.Request.Body.CopyToAsync(read, limit.Token);
            body = read.ToArray();
        }
        catch (Microsoft.AspNetCore.Http.BadHttpRequestException e)
        {
            await SayAsync(context, e.StatusCode, "The request was not read.");
            return;
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            context.Response.Headers.Connection = "close";
            await SayAsync(context, 408, "The request took too long.");
            return;
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The visitor went away.
            return;
        }

        WitnessAnswer answer;
        try
        {
            answer = _witness.Answer(body, _clock.GetUtcNow());
        }
        catch (Exception e) when (e is not InvalidDataException && FileTrouble.Is(e))
        {
            Wording reason = FileTrouble.Of(e);
            _warn(new(
                $"nothing is cosigned: the memory cannot be written, {reason.English}.",
                $"rien n’est contresigné\u00a0: la mémoire ne peut pas être écrite, {reason.French}."));
            await SayAsync(context, 503, "The witness cannot remember, so it does not cosign.");
            return;
        }
        catch (InvalidDataException)
        {
            _warn(new(
                "nothing is cosigned for that log: the memory on the disk is not what this witness wrote there.",
                "rien n’est contresigné pour ce registre\u00a0: la mémoire sur le disque n’est pas ce que ce témoin y "
                    + "a écrit."));
            await SayAsync(context, 500, "The witness cannot trust its memory, so it does not cosign.");
            return;
        }

        await SendAsync(context, answer.Status, answer.ContentType, answer.Body);
    }

    private static Task TooOftenAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = 1.ToString(CultureInfo.InvariantCulture);
        return SayAsync(context, 429, "Too many requests.");
    }

    private static Task SayAsync(HttpContext context, int status, string sentence) =>
        SendAsync(context, status, PlainText, Encoding.UTF8.GetBytes(sentence + "\n"));

    private static async Task SendAsync(HttpContext context, int status, string type, byte[] body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(body);
        }
    }
}
