using System.Globalization;
using System.Text;
using Gouvernail.Log.Envelopes;
using Gouvernail.Log.Notes;
using Gouvernail.Mandate.Mandates;
using Gouvernail.Mandate.Texts;
using Gouvernail.Server.Mandate.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gouvernail.Server.Mandate;

/// <summary>What automata are ordered to do here, and on whose votes.</summary>
internal static class MandateEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/mandates", ShowAll);
        app.MapGet("/mandates/{id}", ShowLast);
        app.MapGet("/mandates/{id}/v/{version}", ShowVersion);
        foreach (string file in (string[])["mandate.json", "mandate.md", "principles.txt", "mandate.dsse.json"])
        {
            app.MapGet("/mandates/{id}/" + file, (RequestDelegate)(context => SendAsync(context, file)));
            app.MapGet("/mandates/{id}/v/{version}/" + file, (RequestDelegate)(context => SendAsync(context, file)));
        }

        MandateApi.Map(app);
        WritingEndpoints.Map(app);
        MandateActs.Map(app);
    }

    /// <summary>The version of a number; without one, the one that counts: adopted last, else written last.</summary>
    public static (MandateHistory Mandate, MandateVersion Version)? Find(MandateBook book, string id, int? number) =>
        book.Find(id) is { } mandate
        && (number is { } one ? mandate.Find(one) : mandate.Adopted ?? mandate.Last) is { } version
            ? (mandate, version)
            : null;

    private static IResult ShowAll(Community community, TimeProvider clock) =>
        MandatesPage.Show(MandatesModel.Of(community, clock.GetUtcNow()));

    private static IResult ShowLast(string id, Community community, TimeProvider clock) =>
        Show(id, null, community, clock);

    private static IResult ShowVersion(string id, string version, Community community, TimeProvider clock) =>
        NumberOf(version) is { } number ? Show(id, number, community, clock) : Answer.NotFound();

    private static Task SendAsync(HttpContext context, string file)
    {
        RouteValueDictionary route = context.Request.RouteValues;
        string? version = (string?)route["version"];
        int? number = version is null ? null : NumberOf(version);
        IServiceProvider parts = context.RequestServices;
        IResult answer = version is not null && number is null
            ? Answer.NotFound()
            : Download(
                (string)route["id"]!, number, file, parts.GetRequiredService<Community>(),
                parts.GetRequiredService<TimeProvider>(), context);
        return answer.ExecuteAsync(context);
    }

    private static IResult Show(string id, int? number, Community community, TimeProvider clock) =>
        Find(community.MandateBook, id, number) is var (mandate, version)
            ? MandatePage.Show(MandateModel.Of(community, mandate, version, PathOf(id, number), clock.GetUtcNow()))
            : Answer.NotFound();

    private static IResult Download(
        string id, int? number, string file, Community community, TimeProvider clock, HttpContext context)
    {
        MandateBook book = community.MandateBook;
        if (Find(book, id, number) is not var (mandate, version))
        {
            return Answer.NotFound();
        }

        context.Response.Headers.CacheControl = "no-cache";
        MandateDocument document = version.Document;
        return file switch
        {
            "mandate.json" => TypedResults.Bytes(document.ToBytes(), "application/json"),
            "mandate.md" => Text(
                MandateMarkdown.Write(
                    MandateTexts.ReportOf(community, book, mandate, version, clock.GetUtcNow()),
                    Languages.Of(context)),
                "text/markdown; charset=utf-8"),
            "principles.txt" => Text(MandatePrinciples.Of(document), "text/plain; charset=utf-8"),
            _ => TypedResults.Bytes(Sealed(community, document), Envelope.MediaType),
        };
    }

    private static byte[] Sealed(Community community, MandateDocument document)
    {
        using SignerKey key = community.Folder.ReadKey();
        return Envelope.Sign(MandateDocument.PayloadType, document.ToBytes(), key).ToJson();
    }

    private static FileContentHttpResult Text(string text, string type) =>
        TypedResults.Bytes(Encoding.UTF8.GetBytes(text), type);

    private static string PathOf(string id, int? number) => number is { } version
        ? string.Create(CultureInfo.InvariantCulture, $"/mandates/{id}/v/{version}")
        : "/mandates/" + id;

    private static int? NumberOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
