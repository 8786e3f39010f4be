namespace Gouvernail.Server;

/// <summary>What each kind of problem means, at the address that it bears.</summary>
internal static class ProblemEndpoints
{
    public static void Map(WebApplication app) => app.MapGet("/problems/{code}", Explain);

    private static IResult Explain(string code) => Problems.TryGet(code) is { } problem
        ? ProblemPage.Show(new ProblemModel(problem, null))
        : Answer.NotFound();
}
