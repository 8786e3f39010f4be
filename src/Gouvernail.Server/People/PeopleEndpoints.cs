namespace Gouvernail.Server.People;

/// <summary>What concerns a person as such.</summary>
internal static class PeopleEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/data", ShowData);
        RoleEndpoints.Map(app);
        HolderEndpoints.Map(app);
    }

    private static IResult ShowData(Devices devices, HttpContext context) =>
        DataPage.Show(new DataModel(devices.Of(context) is not null));
}
