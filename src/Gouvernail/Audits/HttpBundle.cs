using System.Globalization;
using System.Net;
using Gouvernail.Log;
using Gouvernail.Log.Tiles;

namespace Gouvernail.Audits;

/// <summary>A bundle on a web server, which serves its files as they are.</summary>
public sealed class HttpBundle : IBundle
{
    private const int Attempts = 3;

    private readonly TimeSpan _patience;
    private readonly HttpClient _client;
    private readonly Uri _address;
    private readonly CancellationToken _cancellation;

    /// <summary>A bundle at an address.</summary>
    /// <param name="address">The folder's address, http or https.</param>
    /// <param name="patience">How long to wait for the server's next word; 30 seconds where nothing is said.</param>
    /// <param name="cancellation">Stops every request.</param>
    public HttpBundle(Uri address, TimeSpan? patience = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        _patience = patience ?? TimeSpan.FromSeconds(30);
        _address = address.AbsoluteUri.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
        _cancellation = cancellation;
        _client = new HttpClient(new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.None,
            MaxConnectionsPerServer = 16,
            ConnectTimeout = _patience,
        })
        {
            Timeout = _patience,
        };
        Tiles = new TilesOverHttp(this);
    }

    /// <inheritdoc/>
    public bool IsWhole => false;

    /// <inheritdoc/>
    public bool Grows => true;

    /// <inheritdoc/>
    public ITileSource Tiles { get; }

    /// <inheritdoc/>
    public byte[]? Read(string name, int most)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                using PatientStream? content = Open(name);
                if (content is null)
                {
                    return null;
                }

                using var bytes = new MemoryStream();
                byte[] buffer = new byte[1 << 14];
                int read;
                while (bytes.Length <= most && (read = content.Read(buffer)) > 0)
                {
                    bytes.Write(buffer, 0, read);
                }

                return bytes.ToArray();
            }
            catch (IOException) when (attempt < Attempts)
            {
                // A connection that broke: asked again.
            }
        }
    }

    /// <inheritdoc/>
    public Stream? Openings(long number) => Open(OpenedFile.PathOf(number));

    /// <inheritdoc/>
    public Stream? Blob(string name) => Open($"{BundleFiles.Blobs}/{name}");

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private PatientStream? Open(string name)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_address, name));
            HttpResponseMessage response =
                _client.Send(request, HttpCompletionOption.ResponseHeadersRead, _cancellation);
            if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
            {
                response.Dispose();
                return null;
            }

            if (response.StatusCode != HttpStatusCode.OK)
            {
                response.Dispose();
                throw new BundleException(new(
                    $"{request.RequestUri} answers {(int)response.StatusCode}",
                    $"{request.RequestUri} répond {(int)response.StatusCode}"));
            }

            return new PatientStream(this, name, response.Content.ReadAsStream(_cancellation));
        }
        catch (HttpRequestException e)
        {
            throw new BundleException(new(
                $"{new Uri(_address, name)} cannot be reached ({e.Message})",
                $"{new Uri(_address, name)} est injoignable ({e.Message})"), e);
        }
        catch (TaskCanceledException e) when (!_cancellation.IsCancellationRequested)
        {
            throw NoAnswer(name, e);
        }
    }

    private string Seconds => _patience.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);

    private BundleException NoAnswer(string name, Exception e) => new(new(
        $"{new Uri(_address, name)} gave no answer in {Seconds} seconds",
        $"{new Uri(_address, name)} n’a pas répondu en {Seconds} secondes"), e);

    /// <summary>
    /// What a server sends: a client's own patience ends with the headers, and a read that waits hears of no
    /// cancellation.
    /// </summary>
    private sealed class PatientStream(HttpBundle bundle, string name, Stream content) : OneWayStream
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(bundle._cancellation);
            waiting.CancelAfter(bundle._patience);
            try
            {
                return content.ReadAsync(buffer.AsMemory(offset, count), waiting.Token)
                    .AsTask().GetAwaiter().GetResult();
            }
            catch (OperationCanceledException e) when (!bundle._cancellation.IsCancellationRequested)
            {
                throw bundle.NoAnswer(name, e);
            }
            catch (IOException e)
            {
                throw new BundleException(new(
                    $"{new Uri(bundle._address, name)} breaks off ({e.Message})",
                    $"{new Uri(bundle._address, name)} s’interrompt ({e.Message})"), e);
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                content.Dispose();
            }

            base.Dispose(disposing);
        }
    }

    private sealed class TilesOverHttp(HttpBundle bundle) : ITileSource
    {
        public byte[]? Read(TilePath path)
        {
            byte[]? bytes = bundle.Read(path.ToString(), ITileSource.MostBytes(path));
            if (bytes is not null || path.IsFull)
            {
                return bytes;
            }

            // A log that has grown may keep the full file alone.
            var full = new TilePath(path.Level, path.Index, TilePath.FullWidth);
            bytes = bundle.Read(full.ToString(), ITileSource.MostBytes(full));
            if (bytes is null || path.Level >= 0)
            {
                return bytes is { Length: TilePath.FullWidth * Hash.Length }
                    ? bytes[..(path.Width * Hash.Length)]
                    : null;
            }

            return EntryBundle.TryDecode(bytes, full.Width, out IReadOnlyList<ReadOnlyMemory<byte>>? entries, out _)
                ? EntryBundle.Encode([.. entries.Take(path.Width)])
                : null;
        }
    }
}
