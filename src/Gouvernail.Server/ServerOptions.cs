using System.Net;

namespace Gouvernail.Server;

/// <summary>How a server runs: what the command line said, already checked.</summary>
internal sealed record ServerOptions
{
    /// <summary>The data folder; null for the usual one, or for a temporary one in a demonstration.</summary>
    public string? Data { get; init; }

    /// <summary>True to show how it works, on made-up people.</summary>
    public bool Demo { get; init; }

    /// <summary>True to make a link by which somebody new becomes a facilitator.</summary>
    public bool FacilitatorLink { get; init; }

    /// <summary>Where to listen; port 0 is any free one.</summary>
    public IReadOnlyList<IPEndPoint> Endpoints { get; init; } = [new IPEndPoint(IPAddress.Loopback, 5080)];

    /// <summary>The language of messages on the terminal.</summary>
    public Language Language { get; init; }

    /// <summary>Requests a minute that one address may make, and may make at once.</summary>
    public int RatePerAddress { get; init; } = 600;

    /// <summary>True where a proxy on this machine says who asks, and whether by https.</summary>
    public bool BehindProxy { get; init; }

    /// <summary>The address by which people reach it: scheme and host, with no path; null where nobody said.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>True where people reach it by https and by nothing else.</summary>
    public bool IsHttps => PublicUrl?.Scheme == Uri.UriSchemeHttps;
}
