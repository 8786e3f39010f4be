using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Gouvernail.Server;

/// <summary>
/// The style sheet and the scripts of <c>web/</c>, kept in the assembly and served at addresses that name their hash,
/// so that browsers keep them for good.
/// </summary>
internal static class WebFiles
{
    private const string Prefix = "web/";

    private static readonly FrozenDictionary<string, WebFile> _files = typeof(WebFiles).Assembly
        .GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(name => new WebFile(name[Prefix.Length..], Read(name)))
        .ToFrozenDictionary(file => file.Name, StringComparer.Ordinal);

    /// <summary>The address of a file.</summary>
    /// <exception cref="KeyNotFoundException">There is no such file.</exception>
    public static string PathOf(string name) => _files[name].Path;

    public static void Map(WebApplication app) =>
        app.MapGet("/static/{hash}/{name}", Send).WithMetadata(new RequestCost(0));

    /// <summary>A file at an address of the caller's, for pages of other sites, which know no hash.</summary>
    public static IResult Answer(string name) => TypedResults.Bytes(_files[name].Plain, _files[name].ContentType);

    private static IResult Send(string hash, string name, HttpContext context)
    {
        if (!_files.TryGetValue(name, out WebFile? file) || file.Hash != hash)
        {
            return Server.Answer.NotFound();
        }

        IHeaderDictionary headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = "Accept-Encoding";
        (string? encoding, byte[] bytes) = file.For(context.Request.Headers.AcceptEncoding.ToString());
        if (encoding is not null)
        {
            headers.ContentEncoding = encoding;
        }

        var tag = new EntityTagHeaderValue($"\"{file.Hash}{(encoding is null ? "" : "-" + encoding)}\"");
        return TypedResults.Bytes(bytes, file.ContentType, entityTag: tag);
    }

    private static byte[] Read(string name)
    {
        using Stream stream = typeof(WebFiles).Assembly.GetManifestResourceStream(name)!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private sealed class WebFile(string name, byte[] plain)
    {
        private readonly Lazy<byte[]> _brotli = new(() => Pack(
            plain, to => new BrotliStream(to, CompressionLevel.SmallestSize)));

        private readonly Lazy<byte[]> _gzip = new(() => Pack(
            plain, to => new GZipStream(to, CompressionLevel.SmallestSize)));

        public string Name => name;

        public byte[] Plain => plain;

        public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 8));

        public string Path => $"/static/{Hash}/{name}";

        public string ContentType => name.EndsWith(".css", StringComparison.Ordinal)
            ? "text/css; charset=utf-8"
            : "text/javascript; charset=utf-8";

        public (string? Encoding, byte[] Bytes) For(string accepted) =>
            accepted.Contains("br", StringComparison.Ordinal) ? ("br", _brotli.Value)
            : accepted.Contains("gzip", StringComparison.Ordinal) ? ("gzip", _gzip.Value)
            : (null, plain);

        private static byte[] Pack(byte[] plain, Func<Stream, Stream> pack)
        {
            using var packed = new MemoryStream();
            using (Stream packing = pack(packed))
            {
                packing.Write(plain);
            }

            return packed.ToArray();
        }
    }
}
