using System.Globalization;
using Gouvernail.Server.Journals;
using Gouvernail.Verify.Register;
using Gouvernail.Verify.Register.Formats;

namespace Gouvernail.Server.Verify.Register;

/// <summary>The register of automata, for everybody.</summary>
internal static class RegisterEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/register", List);
        app.MapGet("/register/{id}", Show);
        app.MapGet("/register/{id}/v/{number}", ShowVersion);
        app.MapGet("/register/{id}/v/{number}/{file}", SendVersion);
        app.MapGet("/register/{id}/{file}", Send);
        FilingEndpoints.Map(app);
        RegisterApi.Map(app);
    }

    /// <summary>What a query string asks for; null where it names a class that there is not.</summary>
    public static RegisterQuery? QueryOf(string? search, string? @class, string? purpose, string? party)
    {
        AutomatonClass? of = ClassWords.Of(@class);
        return of is null && !string.IsNullOrEmpty(@class)
            ? null
            : new RegisterQuery { Text = search, Class = of, Purpose = purpose, Party = party };
    }

    private static IResult List(
        string? search, string? @class, string? purpose, string? party, Community community)
    {
        RegisterBook book = community.RegisterBook;
        RegisterQuery query = QueryOf(search, @class, purpose, party) ?? new RegisterQuery { Text = search };
        string[] purposes =
        [
            .. book.Automata.SelectMany(automaton => automaton.Card?.Purposes ?? []).Distinct()
                .Order(StringComparer.Ordinal),
        ];
        return RegisterPage.Show(new RegisterModel(query, query.Find(book), book.Automata.Length, purposes));
    }

    private static IResult Show(string id, Community community) =>
        community.RegisterBook.TryGet(id, out Automaton? automaton)
            ? CardPage.Show(new CardModel(automaton, automaton.Latest))
            : Answer.Problem(Problems.NoAutomaton);

    private static IResult ShowVersion(string id, string number, Community community) =>
        Find(id, number, community) is var (automaton, version)
            ? CardPage.Show(new CardModel(automaton, version))
            : Answer.Problem(Problems.NoAutomaton);

    private static IResult Send(string id, string file, Community community, HttpContext context) =>
        community.RegisterBook.TryGet(id, out Automaton? automaton)
            ? FileOf(context, automaton, automaton.Latest, file)
            : Answer.Problem(Problems.NoAutomaton);

    private static IResult SendVersion(
        string id, string number, string file, Community community, HttpContext context) =>
        Find(id, number, community) is var (automaton, version)
            ? FileOf(context, automaton, version, file)
            : Answer.Problem(Problems.NoAutomaton);

    /// <summary>A card can be erased, so that no answer is kept for good.</summary>
    private static IResult FileOf(
        HttpContext context, Automaton automaton, AutomatonVersion version, string file)
    {
        CardFormat[] formats = [.. CardFormats.Written.Where(format => format.FileName() == file)];
        if (formats is not [var format] || version.Card is not { } card)
        {
            return Answer.NotFound();
        }

        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{automaton.Id}-{file}\"";
        return PublicBytes.Send(context, format.Export(card).Bytes, format.MediaType(), isForGood: false);
    }

    private static (Automaton Automaton, AutomatonVersion Version)? Find(
        string id, string number, Community community) =>
        community.RegisterBook.TryGet(id, out Automaton? automaton)
        && NumberOf(number) is { } wanted
        && automaton.Versions.Find(version => version.Number == wanted) is { } found
            ? (automaton, found)
            : null;

    private static int? NumberOf(string number) => int.TryParse(
        number, NumberStyles.None, CultureInfo.InvariantCulture, out int it)
        ? it
        : null;
}
