using System.Globalization;

namespace Gouvernail.Server;

/// <summary>What a request to an endpoint costs its address, in tokens; one where nothing is said.</summary>
/// <param name="Tokens">0 for free.</param>
internal sealed record RequestCost(double Tokens);

/// <summary>Answers "too many requests" to an address that asks too often.</summary>
internal static class RateGuard
{
    private static readonly RequestCost _usual = new(1);

    public static void Use(WebApplication app, AddressRates rates) => app.Use(next => context =>
    {
        RequestCost cost = context.GetEndpoint()?.Metadata.GetMetadata<RequestCost>() ?? _usual;
        TimeSpan wait = cost.Tokens > 0
            ? rates.Take(context.Connection.RemoteIpAddress, cost.Tokens)
            : TimeSpan.Zero;
        if (wait == TimeSpan.Zero)
        {
            return next(context);
        }

        int seconds = (int)Math.Ceiling(wait.TotalSeconds);
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Answer.Problem(Problems.TooMany).ExecuteAsync(context);
    });
}
