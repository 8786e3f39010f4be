using Gouvernail.Server.Aggregate.Api;
using Gouvernail.Server.Aggregate.Exports;
using Gouvernail.Server.Aggregate.Maps;
using Gouvernail.Server.Aggregate.Publishing;

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
        services.AddSingleton<Bundles>();
        OpenApi.Add(services);
    }

    public static void Map(WebApplication app)
    {
        MapEndpoints.Map(app);
        PublishEndpoints.Map(app);
        ExportEndpoints.Map(app);
        ResultsApi.Map(app);
        OpenApi.Map(app);
    }
}
