using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Gouvernail.Server;

/// <summary>Kestrel and its limits. Nothing is configured from outside but by the command line.</summary>
internal static class Listening
{
    public static void Set(WebApplicationBuilder builder, ServerOptions options)
    {
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            KestrelServerLimits limits = kestrel.Limits;
            limits.MaxRequestBodySize = BodyLimit.Usual;
            limits.MaxRequestHeadersTotalSize = 16 * 1024;
            limits.MaxRequestLineSize = 8 * 1024;
            limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
            foreach (IPEndPoint endpoint in options.Endpoints)
            {
                kestrel.Listen(endpoint);
            }
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
    }
}
