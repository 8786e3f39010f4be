using Gouvernail.Server.Verify.Desk;
using Gouvernail.Server.Verify.Evidence;
using Gouvernail.Server.Verify.Gate;
using Gouvernail.Server.Verify.Permits;

namespace Gouvernail.Server.Verify;

/// <summary>Whether automata may run: the gate, permits, and the evidence that they stand on.</summary>
internal static class VerifyEndpoints
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<EvidenceDoor>();
    }

    public static void Map(WebApplication app)
    {
        GateApi.Map(app);
        EvidenceApi.Map(app);
        PermitEndpoints.Map(app);
        EvidenceEndpoints.Map(app);
        DeskEndpoints.Map(app);
        DeskApi.Map(app);
    }
}
