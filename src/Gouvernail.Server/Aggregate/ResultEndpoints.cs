using Gouvernail.Server.Aggregate.Api;
using Gouvernail.Server.Aggregate.Exports;
using Gouvernail.Server.Aggregate.Maps;
using Gouvernail.Server.Aggregate.Publishing;
using Gouvernail.Server.Consult.Voting;

namespace Gouvernail.Server.Aggregate;

/// <summary>Results while people vote, and results published.</summary>
internal static class ResultEndpoints
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<LiveMaps>();
        services.AddHostedService(parts => parts.GetRequiredService<LiveMaps>());
        services.AddSingleton<RungMaps>();
        services.AddSingleton<PublishedIndex>();
        services.AddSingleton<PublishedMaps>();
        services.AddSingleton<PublishJobs>();
        OpenApi.Add(services);
    }

    public static void Map(WebApplication app)
    {
        Tell(app.Services.GetRequiredService<LiveMaps>(), app.Services);
        MapEndpoints.Map(app);
        PublishEndpoints.Map(app);
        ExportEndpoints.Map(app);
        ResultsApi.Map(app);
        OpenApi.Map(app);
    }

    /// <summary>What those who take part are shown follows the map.</summary>
    private static void Tell(LiveMaps maps, IServiceProvider services)
    {
        Routes routes = services.GetRequiredService<Routes>();
        maps.Made = map => routes.Set(map.Consultation, map.Extremities);
        services.GetRequiredService<Places>().Of = visit =>
            visit.Participant() is { } participant && maps.PlaceOf(visit.Live, participant) is { } standing
                ? new Place(standing.X, standing.Y, standing.Group, standing.Groups,
                    [.. standing.People.Select(p => (p.X, p.Y, p.Group))])
                : null;
    }
}
