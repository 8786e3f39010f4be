using Microsoft.OpenApi;

namespace Gouvernail.Server.Aggregate.Api;

/// <summary>What programs can ask for, as <c>/openapi.json</c>; it is made when somebody first asks for it.</summary>
internal static class OpenApi
{
    public static void Add(IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.ShouldInclude = description =>
            description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = Site.Software,
                Version = "1",
                Description = "Consultations by statements, their votes and their results. "
                    + "Refusals are application/problem+json with a stable type; docs/api.md has examples.",
            };
            return Task.CompletedTask;
        });
    });

    public static void Map(WebApplication app) => app.MapOpenApi("/openapi.json");
}
