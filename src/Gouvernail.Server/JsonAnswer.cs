using System.Buffers;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gouvernail.Server;

/// <summary>An answer of the JSON API, written member by member.</summary>
/// <param name="write">Writes the members of the object.</param>
/// <param name="status">The HTTP status.</param>
internal sealed class JsonAnswer(Action<Utf8JsonWriter> write, int status = StatusCodes.Status200OK) : IResult
{
    // It is sent as application/json, with nosniff: what HTML would misread can stand as it is.
    private static readonly JsonWriterOptions _options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The media type.</summary>
    public string Type { get; init; } = "application/json";

    /// <summary>What changes whenever the answer does; null where nobody may keep it.</summary>
    public string? Version { get; init; }

    /// <summary>Reads the body of a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="read">Reads the object; null where it is not what it should be.</param>
    public static async ValueTask<T?> ReadAsync<T>(HttpContext context, Func<ReadOnlySequence<byte>, T?> read)
        where T : struct
    {
        PipeReader reader = context.Request.BodyReader;
        while (true)
        {
            ReadResult body = await reader.ReadAsync(context.RequestAborted);
            if (!body.IsCompleted)
            {
                reader.AdvanceTo(body.Buffer.Start, body.Buffer.End);
                continue;
            }

            try
            {
                return read(body.Buffer);
            }
            catch (JsonException)
            {
                return null;
            }
            catch (InvalidOperationException)
            {
                // A text of half a surrogate pair.
                return null;
            }
            finally
            {
                reader.AdvanceTo(body.Buffer.End);
            }
        }
    }

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        if (Version is not null)
        {
            string tag = $"\"{Version}\"";
            response.Headers.ETag = tag;
            response.Headers.CacheControl = "no-cache";
            if (httpContext.Request.Headers.IfNoneMatch.ToString() is { Length: > 0 } known
                && (known == tag || known == "W/" + tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }
        else
        {
            response.Headers.CacheControl = "private, no-store";
        }

        var body = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(body, _options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        response.StatusCode = status;
        response.ContentType = Type;
        response.ContentLength = body.WrittenCount;
        await response.Body.WriteAsync(body.WrittenMemory, httpContext.RequestAborted);
    }
}
