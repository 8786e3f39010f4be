using System.Diagnostics;
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

    /// <inheritdoc/>
    public void Dispose()
    {
        _traces.Dispose();
        _measures.Dispose();
    }

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
