using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Gouvernail.Server;

/// <summary>
/// Traces and measures for those who ask for them with <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>; nothing otherwise. What
/// people ask for, and from where, is left out.
/// </summary>
internal sealed class Telemetry : IDisposable
{
    private readonly TracerProvider _traces;
    private readonly MeterProvider _measures;

    private Telemetry()
    {
        _traces = Sdk.CreateTracerProviderBuilder()
            .AddSource("Microsoft.AspNetCore")
            .AddProcessor(new Discretion())
            .AddOtlpExporter()
            .Build();
        _measures = Sdk.CreateMeterProviderBuilder()
            .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
            .AddOtlpExporter()
            .Build();
    }

    /// <summary>Begins where it is asked for; null where it is not.</summary>
    public static Telemetry? Start(Func<string, string?> variable) =>
        string.IsNullOrEmpty(variable("OTEL_EXPORTER_OTLP_ENDPOINT")) ? null : new Telemetry();

    /// <summary>
    /// Says of each trace what endpoint it was and how it ended. What .NET itself would say quotes the address that was
    /// asked for.
    /// </summary>
    public static void Describe(WebApplication app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } trace)
        {
            string method = HttpMethods.GetCanonicalizedValue(context.Request.Method);
            string route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
            trace.DisplayName = route.Length > 0 ? $"{Known(method)} {route}" : Known(method);
            trace.SetTag("http.request.method", Known(method));
            trace.SetTag("http.route", route.Length > 0 ? route : null);
            trace.SetTag("http.response.status_code", context.Response.StatusCode);
        }
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        _traces.Dispose();
        _measures.Dispose();
    }

    /// <summary>Anybody may send any word for a method.</summary>
    private static string Known(string method) =>
        method is "GET" or "HEAD" or "POST" or "PUT" or "DELETE" or "OPTIONS" or "PATCH" ? method : "_OTHER";

    private sealed class Discretion : BaseProcessor<Activity>
    {
        private static readonly string[] _private =
            ["url.query", "url.path", "url.full", "client.address", "network.peer.address", "user_agent.original"];

        public override void OnEnd(Activity data)
        {
            foreach (string tag in _private)
            {
                data.SetTag(tag, null);
            }
        }
    }
}
