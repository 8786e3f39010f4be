using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Gouvernail.Server;

/// <summary>Kestrel and its limits. Nothing is configured from outside but by the command line.</summary>
internal static class Listening
{
    /// <summary>
    /// Lets the thread that hears of a message read it, which spares every vote two hand-overs. .NET reads the variable
    /// when its first socket is made; whoever runs the server may have said otherwise.
    /// </summary>
    public static void Hurry()
    {
        const string Inline = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";
        if (Environment.GetEnvironmentVariable(Inline) is null)
        {
            Environment.SetEnvironmentVariable(Inline, "1");
        }
    }

    public static void Set(WebApplicationBuilder builder, ServerOptions options)
    {
        builder.WebHost.UseKestrelCore();
        // A buffer of 4 kB for each connection, where .NET would ask the system once more before it reads.
        builder.WebHost.UseSockets(sockets => sockets.WaitForDataBeforeAllocatingBuffer = false);
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
