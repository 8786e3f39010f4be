using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Gouvernail.Server.Tests.Faults;

/// <summary>A request that makes no sense.</summary>
/// <param name="Method">Its method, as the endpoint has it.</param>
/// <param name="Endpoint">The endpoint's pattern.</param>
/// <param name="Target">Path and query, sent as they stand.</param>
/// <param name="ContentType">The type that the body is said to have; null for none.</param>
/// <param name="Body">The body; null for none.</param>
internal sealed record Nonsense(string Method, string Endpoint, string Target, string? ContentType, byte[]? Body)
{
    /// <summary>What no page may repeat as it stands.</summary>
    public const string Marker = "<script>hurt(\"'&";

    private const string Form = "application/x-www-form-urlencoded";
    private const string Parts = "multipart/form-data; boundary=b";
    private const string Json = "application/json";

    private static readonly string[] _values =
    [
        new('a', 2000), new('a', 9000), "..%2f..%2f..%2flog.key", "..", "%00", "%F0%9F%8C%B3",
        "%E2%80%AEtxt.exe%E2%80%AC", "%7B%7D", "%FF%FE", "%25%30%30", "-1", "9223372036854775807",
        "%3Cscript%3Ehurt(%22'%26", "a%0D%0AX-Made-Up:%20b",
    ];

    private static readonly string[] _aboutAutomata = ["/register/", "/automata/", "/gate/"];

    private static readonly string[] _queries =
        ["after", "before", "limit", "skip", "statement", "notice", "lang", "page", "last", "was", "rungs", "list"];

    /// <summary>True where the server cannot take it for HTTP, and says so without a word.</summary>
    public bool IsNoHttp => Target.Length > 8000 || Target.Contains("%00", StringComparison.Ordinal);

    /// <summary>True where the server may close the connection before all of it was sent.</summary>
    public bool IsTooLarge => Body?.Length > BodyLimit.Usual;

    /// <summary>All nonsense for an endpoint.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="consultation">A consultation that is there.</param>
    /// <param name="fields">Names of fields that forms have.</param>
    public static IEnumerable<Nonsense> For(
        RouteEndpoint endpoint, string consultation, IReadOnlyCollection<string> fields)
    {
        string pattern = endpoint.RoutePattern.RawText!;
        foreach (string method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
        {
            bool hasBody = method is "POST" or "PUT" or "DELETE";
            foreach (string value in _values)
            {
                string query = "?" + string.Join('&', _queries.Select(name => $"{name}={value}"));
                query = query.Length > 6000 ? "?after=" + value : query;
                string nowhere = PathOf(endpoint.RoutePattern, null, value);
                string there = PathOf(endpoint.RoutePattern, consultation, value);
                foreach (string path in (string[])(nowhere == there ? [there] : [nowhere, there]))
                {
                    yield return new(
                        method, pattern, path + query, hasBody ? Json : null, hasBody ? "{}"u8.ToArray() : null);
                }
            }

            string real = PathOf(endpoint.RoutePattern, consultation, "1");
            foreach ((string? type, byte[]? body) in hasBody ? Bodies(fields) : [])
            {
                yield return new(method, pattern, real, type, body);
            }
        }
    }

    /// <summary>The path of an endpoint.</summary>
    /// <param name="pattern">Its pattern.</param>
    /// <param name="id">The consultation; null to give it the other value too.</param>
    /// <param name="value">What stands for everything else.</param>
    public static string PathOf(RoutePattern pattern, string? id, string value) => "/" + string.Join(
        '/',
        pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart { Name: "id" } when id is null => value,
            RoutePatternParameterPart { Name: "id" } => There(pattern.RawText!) ?? id,
            RoutePatternParameterPart { Name: "petition" } => id is null ? value : "p1",
            _ => value,
        }))));

    /// <summary>What a pattern is about, where that is no consultation.</summary>
    private static string? There(string pattern) =>
        pattern.Contains("/mandates/", StringComparison.Ordinal) ? "m1"
        : _aboutAutomata.Any(part => pattern.Contains(part, StringComparison.Ordinal)) ? "a1"
        : null;

    /// <summary>The request, as it is sent to a server.</summary>
    public HttpRequestMessage ToRequest(Uri server)
    {
        // Otherwise .NET would tidy the path up before it is sent.
        var target = new Uri(
            server.GetLeftPart(UriPartial.Authority) + Target,
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var request = new HttpRequestMessage(new HttpMethod(Method), target)
        {
            Content = Body is null ? null : new ByteArrayContent(Body),
        };
        // It ends with the answer to what is too large, and the next request would find it gone.
        request.Headers.ConnectionClose = IsTooLarge;
        if (ContentType is not null)
        {
            request.Content!.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        }

        return request;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        string said = Body is null ? "" : Encoding.Latin1.GetString(Body);
        return $"{Method} {Endpoint}: {Cut(Target)} {ContentType} {Cut(said)}";
    }

    private static IEnumerable<(string? Type, byte[]? Body)> Bodies(IReadOnlyCollection<string> fields)
    {
        string everything = string.Join('&', fields.Select(name => $"{name}={Uri.EscapeDataString(Marker)}"));
        string object_ = JsonSerializer.Serialize(fields.ToDictionary(name => name, _ => Marker));
        yield return (null, null);
        foreach (string type in (string[])[Json, Form, Parts, "text/plain"])
        {
            yield return (type, []);
            yield return (type, Bytes(new string('[', 200_000)));
            yield return (type, [0xFF, 0xFE, 0x00, 0xC3, 0x28]);
        }

        yield return (Json, Bytes(new string('[', 30_000) + new string(']', 30_000)));
        yield return (Json, Bytes(string.Concat(Enumerable.Repeat("{\"to\":", 5000)) + "1" + new string('}', 5000)));
        yield return (Json, Bytes(object_));
        yield return (Json, [.. "{\"text\":\""u8, 0xFF, .. "\",\"topic\":\""u8, 0xED, 0xA0, 0x80, .. "\"}"u8]);
        yield return (Json, "{\"texts\":[\"\\ud800\"],\"text\":\"\\u0000\",\"topic\":\"\\u202e\\u0000\"}"u8.ToArray());
        yield return (Json, "{\"count\":1e999,\"vote\":-0.0,\"first\":2147483647,\"days\":-2147483648}"u8.ToArray());
        yield return (Json + "; charset=nonsense", Bytes(object_));
        yield return (Json + "; charset=utf-16", Encoding.Unicode.GetBytes(object_));
        yield return (Json + ";;=", Bytes(object_));
        yield return ("text/plain", Bytes(object_));
        yield return ("application/xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///\">]><a>&b;</a>"u8.ToArray());
        yield return ("nonsense", Bytes(everything));
        yield return (Form, Bytes(everything));
        yield return (Form + "; charset=nonsense", Bytes(everything));
        yield return (Form + "; charset=utf-7", Bytes(everything));
        yield return (Form, "%=%&&==&%FF=%FE&text=%00&topic=%ED%A0%80&=&statement=%E2%80%AE"u8.ToArray());
        yield return (Form, Bytes(string.Concat(Enumerable.Range(0, 5000).Select(n => $"a{n}=&"))));
        yield return (Form, Bytes(new string('a', 3000) + "=1"));
        yield return ("multipart/form-data", Bytes("--b\r\n\r\n--b--"));
        yield return ("multipart/form-data; boundary=", Bytes("--\r\n\r\n----"));
        yield return ("multipart/form-data; boundary=" + new string('b', 300), Bytes("--b\r\n\r\n--b--"));
        yield return (Parts, Bytes("--c\r\nContent-Disposition: form-data; name=text\r\n\r\nx"));
        yield return (Parts, Bytes("--b\r\nContent-Disposition: form-data; name=\"text"));
        yield return (Parts, Bytes("--b\r\nno header at all\r\n\r\nx\r\n--b--\r\n"));
        yield return (Parts, Bytes(string.Concat(
            Enumerable.Range(0, 40).Select(n => $"--b\r\nX-{n}: {new string('a', 900)}\r\n\r\n")) + "--b--\r\n"));
        foreach (string name in (string[])["../../votes.csv", "a\\b\0.zip", Marker + ".csv", "", new string('n', 400)])
        {
            yield return (Parts, Bytes(
                $"--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\r\n"
                    + $"PK{Marker}\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n"
                    + $"{Marker},1\r\n--b--\r\n"));
        }
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Cut(string text) => text.Length > 100 ? $"{text[..100]}… ({text.Length})" : text;
}
