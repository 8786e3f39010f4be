using System.Text;

namespace Gouvernail.Server.Consult.Facilitation.Inviting;

/// <summary>
/// A CSV file to download (RFC 4180, UTF-8 with the mark by which spreadsheets know it). A field that a spreadsheet
/// would take for a formula is kept from it by an apostrophe.
/// </summary>
/// <param name="name">The name of the file.</param>
/// <param name="header">The names of the columns.</param>
/// <param name="rows">The rows.</param>
internal sealed class CsvDownload(string name, string[] header, IEnumerable<string[]> rows) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        response.Headers.CacheControl = "no-store";
        await using var writer = new StreamWriter(response.Body, new UTF8Encoding(true), leaveOpen: true);
        await writer.WriteAsync(LineOf(header).AsMemory(), httpContext.RequestAborted);
        foreach (string[] row in rows)
        {
            await writer.WriteAsync(LineOf(row).AsMemory(), httpContext.RequestAborted);
        }
    }

    /// <summary>A field as it is written.</summary>
    internal static string Field(string text)
    {
        string safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n'
            ? "'" + text
            : text;
        return safe.AsSpan().IndexOfAny("\",\r\n;") < 0
            ? safe
            : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string LineOf(string[] row) => string.Join(',', row.Select(Field)) + "\r\n";
}
