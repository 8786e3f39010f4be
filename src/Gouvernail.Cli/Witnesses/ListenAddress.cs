using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Gouvernail.Cli.Witnesses;

/// <summary>Where a server listens: a numeric address, or localhost, and a port; port 0 is any free one.</summary>
internal static class ListenAddress
{
    public const string Usual = "127.0.0.1:8300";

    /// <summary>Reads <c>HOST:PORT</c>; a version 6 address stands in brackets. Null where it is neither.</summary>
    public static IPEndPoint? Parse(string text)
    {
        int colon = text.LastIndexOf(':');
        ReadOnlySpan<char> digits = text.AsSpan(colon + 1);
        if (colon < 1 || !ushort.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out ushort port))
        {
            return null;
        }

        string host = text[..colon];
        bool isBracketed = host.StartsWith('[') && host.EndsWith(']');
        return host == "localhost" ? new IPEndPoint(IPAddress.Loopback, port)
            : IPAddress.TryParse(isBracketed ? host[1..^1] : host, out IPAddress? address)
                && isBracketed == (address.AddressFamily == AddressFamily.InterNetworkV6)
                ? new IPEndPoint(address, port)
            : null;
    }
}
