namespace Gouvernail.Server.Consult.Voting;

/// <summary>A consultation's first page.</summary>
internal static class QuestionEndpoints
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("", Show);

    private static IResult Show(HttpContext context, Visits visits) =>
        visits.At(context) is { } visit ? QuestionPage.Show(QuestionModel.Of(visit)) : Pages.Missing(context);
}
