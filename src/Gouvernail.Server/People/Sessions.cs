using Gouvernail.People;

namespace Gouvernail.Server.People;

/// <summary>Knows who holds a role by the cookie of their session, which a one-time link gave them.</summary>
internal sealed class Sessions(Community community, TimeProvider clock)
{
    /// <summary>How long a session lasts.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    private const string Name = "role";

    private RoleLinks? _links;

    /// <summary>The holder whose session a request bears; null for everybody else.</summary>
    public RoleHolder? Of(HttpContext context)
    {
        string? text = context.Request.Cookies[Cookies.NameOf(context, Name)];
        return text is not null && Links?.ReadSession(text) is var (holder, since)
            && clock.GetUtcNow() - since < Life
            && community.RoleBook.Find(holder) is { IsTaken: true, IsRevoked: false } found
            ? found
            : null;
    }

    /// <summary>The holder of a request, where their role allows something; null for everybody else.</summary>
    public RoleHolder? Of(HttpContext context, Role role) =>
        Of(context) is { } holder && holder.Allows(role) ? holder : null;

    /// <summary>Reads the secret text of a role's link; null where it is not one.</summary>
    public (string Holder, int Link)? ReadLink(string? text) => Links?.ReadLink(text);

    /// <summary>Begins a session.</summary>
    public void Begin(HttpContext context, string holder) =>
        Cookies.Set(context, Name, Links!.SessionOf(holder, clock.GetUtcNow()), Life);

    /// <summary>Ends a session on this device.</summary>
    public static void End(HttpContext context) => Cookies.Set(context, Name, "", TimeSpan.Zero);

    private RoleLinks? Links => _links ??= community.RoleLinks();
}
