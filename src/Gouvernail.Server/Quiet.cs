namespace Gouvernail.Server;

/// <summary>
/// What is written on the terminal while it runs: warnings, and nothing of what anybody sends. Parts of .NET that quote
/// requests, or warn of what is meant to be so, are silent.
/// </summary>
internal static class Quiet
{
    public static void Set(ILoggingBuilder logging) => logging
        .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
        .SetMinimumLevel(LogLevel.Warning)
        .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
        // It would begin a trace for every request, though nobody listens; what breaks is told by Faults.
        .AddFilter("Microsoft.AspNetCore.Hosting", LogLevel.None)
        .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None)
        .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
        .AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error);
}
