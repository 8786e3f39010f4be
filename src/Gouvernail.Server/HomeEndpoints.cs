namespace Gouvernail.Server;

/// <summary>The first page.</summary>
internal static class HomeEndpoints
{
    public static void Map(WebApplication app) => app.MapGet("/", ShowAsync);

    private static async Task<IResult> ShowAsync(Community community, CancellationToken cancellation)
    {
        HomeModel model = await community.LookAsync(
            state => new HomeModel([.. state.Consultations.All.Reverse().Select(one => new HomeConsultation(
                one.Id, one.Opened.Topic, one.Statements.Count, one.Votes))]),
            cancellation);
        return Home.Show(model);
    }
}
