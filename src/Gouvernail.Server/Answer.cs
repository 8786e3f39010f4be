using System.Globalization;
using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Server;

/// <summary>The answers that are not a page of their own: a no, and "it is done, look there".</summary>
internal static class Answer
{
    /// <summary>The name by which a redirection tells the next page what was done.</summary>
    public const string NoticeName = "notice";

    /// <summary>A refusal, with its reason.</summary>
    public static IResult Refused(Refusal refusal) => new No(
        Server.Problem.Of(refusal), refusal.Reason, refusal.Wait);

    /// <summary>There is nothing here.</summary>
    public static IResult NotFound() => Problem(Problems.NotFound);

    /// <summary>This device may not.</summary>
    public static IResult Forbidden() => Problem(Problems.Forbidden);

    /// <summary>A problem, with more to say about it than its kind does.</summary>
    public static IResult Problem(Problem problem, Wording? detail = null) => new No(problem, detail);

    /// <summary>It is done: look there (303), so that to load the page again does nothing again.</summary>
    /// <param name="path">A path of this site.</param>
    /// <param name="notice">What was done, in a word that the page knows; null for nothing to say.</param>
    public static IResult SeeOther(string path, string? notice = null)
    {
        if (!path.StartsWith('/') || path.StartsWith("//", StringComparison.Ordinal) || path.Contains('\\'))
        {
            throw new ArgumentException("A redirection stays on this site.", nameof(path));
        }

        QueryString query = notice is null ? QueryString.Empty : QueryString.Create(NoticeName, notice);
        return new Elsewhere(path + query.ToUriComponent());
    }

    /// <summary>True where a person reads the answer, and not a program.</summary>
    private static bool IsForPerson(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/log/tile")
        && (request.Headers.Accept.Count == 0
            || request.Headers.Accept.Any(type => type!.Contains("text/html", StringComparison.OrdinalIgnoreCase)
                || type.Contains("*/*", StringComparison.Ordinal)));

    private sealed class No(Problem problem, Wording? detail, TimeSpan? wait = null) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            if (wait is { } time)
            {
                httpContext.Response.Headers.RetryAfter =
                    Math.Ceiling(time.TotalSeconds).ToString("F0", CultureInfo.InvariantCulture);
            }

            if (IsForPerson(httpContext.Request))
            {
                return ProblemPage.Show(new ProblemModel(problem, detail), problem.Status).ExecuteAsync(httpContext);
            }

            Language language = Languages.Of(httpContext);
            httpContext.Response.StatusCode = problem.Status;
            httpContext.Response.ContentType = "application/problem+json";
            using var body = new MemoryStream();
            using (var json = new Utf8JsonWriter(body))
            {
                json.WriteStartObject();
                json.WriteString("type", problem.Type);
                json.WriteString("title", problem.Title.In(language));
                json.WriteNumber("status", problem.Status);
                json.WriteString("detail", (detail ?? problem.Meaning).In(language));
                json.WriteEndObject();
            }

            return httpContext.Response.Body.WriteAsync(body.GetBuffer(), 0, (int)body.Length);
        }
    }

    private sealed class Elsewhere(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
