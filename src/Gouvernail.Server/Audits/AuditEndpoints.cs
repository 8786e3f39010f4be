using System.Buffers;
using System.Globalization;
using Gouvernail.Audits;
using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;
using Gouvernail.Server.Aggregate.Maps;
using Gouvernail.Server.Consult;
using Gouvernail.Server.Journals;
using Microsoft.Net.Http.Headers;

namespace Gouvernail.Server.Audits;

/// <summary>What an audit needs beside the tiles: published openings and the outputs of results.</summary>
internal static class AuditEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/log/opened/{name}", OpenedAsync);
        app.MapGet("/log/blobs/{name}", Output);
        app.MapGet("/c/{id}/export/bundle.zip", BundleAsync).WithMetadata(new RequestCost(5));
    }

    private static async Task<IResult> OpenedAsync(
        string name, PublicLog log, PublicIndex index, HttpContext context)
    {
        long size = log.Head().Size;
        if (!int.TryParse(Path.GetFileNameWithoutExtension(name), CultureInfo.InvariantCulture, out int number)
            || number < 0 || OpenedFile.PathOf(number) != $"{BundleFiles.Opened}/{name}"
            || (long)number * OpenedFile.Span >= size)
        {
            return Answer.NotFound();
        }

        PublicBytes.Mark(context, isForGood: false);
        context.Response.ContentType = "application/jsonl";
        await WriteAsync(context, log, index.PublishedAt(size), (long)number * OpenedFile.Span, size);
        return Results.Empty;
    }

    /// <summary>The whole public log in one file; a consultation's exports lead to it.</summary>
    private static async Task<IResult> BundleAsync(string id, Visits visits, Bundles bundles, HttpContext context) =>
        visits.Of(context, id) is null
            ? Answer.NotFound()
            : TypedResults.Stream(
                await bundles.OpenAsync(context.RequestAborted), "application/zip", "gouvernail-bundle.zip");

    private static async Task WriteAsync(
        HttpContext context,
        PublicLog log,
        Publications publications,
        long first,
        long size)
    {
        const int Enough = 1 << 15;
        var lines = new ArrayBufferWriter<byte>(2 * Enough);
        foreach (StoredEntry stored in log.Read(first, Math.Min(first + OpenedFile.Span, size), opened: true))
        {
            if (stored.Content is { } content
                && Entry.TryParse(stored.Bytes, out Entry? entry, out _)
                && publications.Allow(entry, content.Payload))
            {
                OpenedFile.WriteLine(lines, stored.Position, content);
            }

            if (lines.WrittenCount >= Enough)
            {
                await context.Response.Body.WriteAsync(lines.WrittenMemory, context.RequestAborted);
                lines.ResetWrittenCount();
            }
        }

        await context.Response.Body.WriteAsync(lines.WrittenMemory, context.RequestAborted);
    }

    private static IResult Output(string name, PublishedIndex index, Community community, HttpContext context)
    {
        string path = Path.Combine(community.Folder.Blobs, name);
        if (!Blobs.IsName(name) || !index.IsOutput(name) || !File.Exists(path))
        {
            return Answer.NotFound();
        }

        PublicBytes.Mark(context, isForGood: true);
        return TypedResults.PhysicalFile(
            Path.GetFullPath(path), PublicBytes.Binary, entityTag: new EntityTagHeaderValue($"\"{name}\""));
    }
}
