using Gouvernail.Journals;
using Gouvernail.People;

namespace Gouvernail.Server.People;

/// <summary>The role that an endpoint takes; the last one said counts.</summary>
/// <param name="Role">This role, or a higher one.</param>
internal sealed record NeedsRole(Role Role);

/// <summary>
/// The one place that checks rights: before anything is read from a request, and again where its act is decided.
/// </summary>
internal static class RoleGuard
{
    private static readonly object _key = new();

    private static readonly Wording _tooLow = new(
        "Your role does not allow this. A facilitator can give you another one.",
        "Votre rôle ne le permet pas. Une personne qui anime peut vous en donner un autre.");

    private static readonly Wording _noSession = new(
        "This takes a session: open the link of your role first.",
        "Il y faut une session\u00a0: ouvrez d’abord le lien de votre rôle.");

    /// <summary>Says that an endpoint takes a role.</summary>
    public static T Needs<T>(this T endpoint, Role role)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(new NeedsRole(role));

    /// <summary>Lets nobody pass who does not hold the role; to be used before a body is read.</summary>
    public static void Use(WebApplication app)
    {
        Sessions sessions = app.Services.GetRequiredService<Sessions>();
        app.Use(next => context =>
        {
            if (Needed(context) is not { } role)
            {
                return next(context);
            }

            RoleHolder? holder = sessions.Of(context);
            context.Response.Headers.CacheControl = "no-store";
            if (holder is not null && holder.Allows(role))
            {
                context.Items[_key] = holder;
                return next(context);
            }

            IResult no = holder is not null ? Answer.Problem(Problems.Forbidden, _tooLow)
                : context.Request.Path.StartsWithSegments("/api") ? Answer.Problem(Problems.Forbidden, _noSession)
                : NoRolePage.Show(new NoRoleModel(), StatusCodes.Status403Forbidden);
            return no.ExecuteAsync(context);
        });
    }

    /// <summary>Who asks: known wherever an endpoint takes a role.</summary>
    public static RoleHolder Holder(this HttpContext context) => (RoleHolder)context.Items[_key]!;

    /// <summary>
    /// Puts an act to the journal, where the role that its endpoint takes is looked at once more; what follows from it
    /// by the rules of the loop is logged with it.
    /// </summary>
    /// <param name="community">The community.</param>
    /// <param name="context">The request.</param>
    /// <param name="decide">Decides, knowing who asks and when.</param>
    public static Task<Outcome> ActAsync(
        this Community community, HttpContext context, Func<string, DateTimeOffset, Decision> decide)
    {
        string by = context.Holder().Id;
        Role role = Needed(context)!.Value;
        return community.ActAsync(
            now => community.Roles.Allows(by, role)
                ? decide(by, now)
                : Decision.Refuse("not-allowed", new(_tooLow.English, _tooLow.French)),
            context.RequestAborted);
    }

    private static Role? Needed(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<NeedsRole>()?.Role;
}
