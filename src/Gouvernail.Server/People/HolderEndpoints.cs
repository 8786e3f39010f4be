using Gouvernail.Journals;
using Gouvernail.People;

namespace Gouvernail.Server.People;

/// <summary>Who holds a role: given, given a new link, taken away.</summary>
internal static class HolderEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/facilitate/people", Show).Needs(Role.Auditor);
        app.MapPost("/facilitate/people", GrantAsync).Needs(Role.Facilitator);
        app.MapPost("/facilitate/people/{holder}/link", RenewAsync).Needs(Role.Facilitator);
        app.MapPost("/facilitate/people/{holder}/revoke", RevokeAsync).Needs(Role.Facilitator);
    }

    private static IResult Show(Community community, TimeProvider clock, HttpContext context) =>
        PeoplePage.Show(ModelOf(community, clock, context));

    private static async Task<IResult> GrantAsync(
        Community community, Site site, TimeProvider clock, HttpContext context)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        string name = form["name"].ToString().Trim();
        Role? role = form["role"].ToString() switch
        {
            "0" => Role.Auditor,
            "1" => Role.Moderator,
            "2" => Role.Facilitator,
            _ => null,
        };
        return role is null
            ? Answer.Problem(Problems.BadRequest)
            : await OfferAsync(null, role.Value, name, community, site, clock, context);
    }

    private static Task<IResult> RenewAsync(
        string holder, Community community, Site site, TimeProvider clock, HttpContext context) =>
        OfferAsync(holder, Role.Auditor, "", community, site, clock, context);

    /// <summary>
    /// Answers with the page itself: a redirection would have to carry the secret in an address, or keep it somewhere.
    /// </summary>
    private static async Task<IResult> OfferAsync(
        string? holder, Role role, string name, Community community, Site site, TimeProvider clock, HttpContext context)
    {
        (Outcome outcome, string? link) = await community.GrantRoleAsync(
            holder, role, name, context.Holder().Id, context.RequestAborted);
        PeopleModel model = ModelOf(community, clock, context);
        if (outcome.Refusal is { } refusal)
        {
            return PeoplePage.Show(
                model with { Refusal = refusal, Name = name, Role = role }, StatusCodes.Status409Conflict);
        }

        return PeoplePage.Show(model with
        {
            Link = site.AddressOf(context.Request, "/role/" + link),
            LinkOf = holder is null ? model.Holders[^1] : community.RoleBook.Find(holder),
        });
    }

    private static async Task<IResult> RevokeAsync(
        string holder, Community community, TimeProvider clock, HttpContext context)
    {
        Outcome outcome = await community.ActAsync(context, (by, _) =>
            RevokeRole.Decide(community.Roles, new RevokeRole(holder, by)));
        return outcome.Refusal is { } refusal
            ? PeoplePage.Show(
                ModelOf(community, clock, context) with { Refusal = refusal }, StatusCodes.Status409Conflict)
            : Answer.SeeOther("/facilitate/people", "revoked");
    }

    private static PeopleModel ModelOf(Community community, TimeProvider clock, HttpContext context) =>
        new(community.RoleBook.Holders, context.Holder(), clock.GetUtcNow());
}
