using Gouvernail.Server.Consult.Facilitation.Api;
using Gouvernail.Server.Consult.Facilitation.Importing;
using Gouvernail.Server.Consult.Facilitation.Inviting;
using Gouvernail.Server.Consult.Facilitation.Moderating;
using Gouvernail.Server.Consult.Facilitation.Plans;
using Gouvernail.Server.Consult.Facilitation.Seeds;
using Gouvernail.Server.Consult.Facilitation.Signals;

namespace Gouvernail.Server.Consult.Facilitation;

/// <summary>What facilitators, moderators and auditors see and do.</summary>
internal static class FacilitationEndpoints
{
    public static void Map(WebApplication app)
    {
        DashboardEndpoints.Map(app);
        PlanEndpoints.Map(app);
        OverviewEndpoints.Map(app);
        SeedEndpoints.Map(app);
        ModerationEndpoints.Map(app);
        InvitationEndpoints.Map(app);
        MemberEndpoints.Map(app);
        SignalEndpoints.Map(app);
        ImportEndpoints.Map(app);
        ApiEndpoints.Map(app);
    }
}
