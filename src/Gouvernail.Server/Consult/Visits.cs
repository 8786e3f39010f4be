using System.Collections.Concurrent;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Invitations;
using Gouvernail.Consult.Live;
using Gouvernail.People;
using Gouvernail.Server.People;

namespace Gouvernail.Server.Consult;

/// <summary>
/// Knows who somebody is to a consultation: by the invitation that they came with, or by their device. A personal
/// invitation is the person, on whatever device; everybody else is a device.
/// </summary>
internal sealed class Visits(Community community, Devices devices, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Pseudonyms> _pseudonyms = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, InvitationCodes> _codes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, HostTickets> _tickets = new(StringComparer.Ordinal);

    /// <summary>How long a device remembers an invitation.</summary>
    public static readonly TimeSpan PassLife = TimeSpan.FromDays(400);

    /// <summary>
    /// The visit of a page, at <c>/c/{id}/…</c> or, in a frame of another site, at <c>/c/{id}/embed/{ticket}/…</c>.
    /// </summary>
    /// <returns>The visit; null where there is no such consultation, it is a draft, or the ticket is void.</returns>
    public Visit? At(HttpContext context) => At(context, Of);

    /// <summary>Like <see cref="At(HttpContext)"/>, of a device that bears a cookie from now on.</summary>
    public Visit? EnsureAt(HttpContext context) => At(context, Ensure);

    /// <summary>A consultation that is not a draft; null where there is none.</summary>
    public ConsultationView? ViewOf(string consultation) => Find(consultation)?.View();

    /// <summary>
    /// The visit that a request makes; null where there is no such consultation, or it is still a draft.
    /// </summary>
    public Visit? Of(HttpContext context, string consultation) => Of(context, consultation, devices.Of(context));

    /// <summary>Like <see cref="Of(HttpContext, string)"/>, of a device that bears a cookie from now on.</summary>
    public Visit? Ensure(HttpContext context, string consultation) =>
        Find(consultation) is null ? null : Of(context, consultation, devices.Ensure(context));

    /// <summary>The visit of a member of another site, which shows the consultation in a frame.</summary>
    /// <param name="consultation">The consultation's id.</param>
    /// <param name="ticket">The text by which the site vouches for them (<see cref="HostTickets"/>).</param>
    /// <returns>The visit; null where there is no such consultation, or the ticket is void.</returns>
    public Visit? OfHost(string consultation, string ticket) =>
        Find(consultation) is { } live && TicketsOf(consultation)?.Read(ticket, clock.GetUtcNow()) is { } xid
        && PseudonymsOf(consultation) is { } pseudonyms
            ? new Visit(live, live.View(), $"/c/{consultation}/embed/{ticket}")
            {
                Who = new Participation(consultation, pseudonyms.Of("host:" + xid), Rung.Host),
                IsFramed = true,
            }
            : null;

    /// <summary>
    /// Remembers an invitation on this device.
    /// </summary>
    /// <returns>False where the code is not one, was revoked, or has expired.</returns>
    public bool TryEnter(HttpContext context, string consultation, string? code)
    {
        if (Find(consultation)?.View() is not { } view || SerialOf(consultation, code) is not { } serial
            || view.InvitationOf(serial) is not { } invitation || invitation.Expires <= clock.GetUtcNow())
        {
            return false;
        }

        devices.Ensure(context);
        Cookies.Set(context, PassName(consultation), CodesOf(consultation)!.Of(serial), PassLife);
        return true;
    }

    /// <summary>
    /// The personal invitation that a device came in with, whether or not the consultation's terms give it any weight;
    /// null where it has none, or the keys of its codes were destroyed.
    /// </summary>
    public (int Serial, Rung Rung, bool IsRevoked)? InvitationOf(HttpContext context, string consultation) =>
        Find(consultation)?.View() is { } view && SerialOf(consultation, Pass(context, consultation)) is { } serial
        && view.BatchOf(serial) is { Use: not InvitationUse.Many } batch
            ? (serial, RungOf(batch), view.IsRevoked(serial))
            : null;

    /// <summary>Forgets the invitation on this device.</summary>
    public static void Leave(HttpContext context, string consultation) =>
        Cookies.Set(context, PassName(consultation), "", TimeSpan.Zero);

    /// <summary>The tickets of sites that show a consultation; null where it has no pseudonyms any more.</summary>
    public HostTickets? TicketsOf(string consultation) => Kept(
        _tickets, consultation, id => community.HostKeyOf(id) is { } key ? new HostTickets(key) : null);

    /// <summary>The codes of a consultation; null where it has none.</summary>
    public InvitationCodes? CodesOf(string consultation) => Kept(_codes, consultation, community.InvitationCodesOf);

    private Visit? At(HttpContext context, Func<HttpContext, string, Visit?> own)
    {
        string id = (string?)context.GetRouteValue("id") ?? "";
        if (context.GetRouteValue("ticket") is not string ticket)
        {
            return own(context, id);
        }

        // The site's frame may show a refusal too: its visitors should see why nothing is there.
        context.LetFrame(ViewOf(id)?.Opened.Terms.Hosts ?? []);
        return OfHost(id, ticket);
    }

    private Visit? Of(HttpContext context, string consultation, DeviceId? device)
    {
        if (Find(consultation) is not { } live)
        {
            return null;
        }

        // Once it is archived nobody can tell who anybody was.
        ConsultationView view = live.View();
        return new Visit(live, view, "/c/" + consultation)
        {
            Who = device is not null && PseudonymsOf(consultation) is { } pseudonyms
                ? WhoIs(consultation, view, pseudonyms, device, Pass(context, consultation))
                : null,
        } is var visit && visit.Who?.Device is { } used && view.IsRevoked(used.Invitation)
            ? visit with { IsRevoked = true }
            : visit;
    }

    private Participation WhoIs(
        string consultation, ConsultationView view, Pseudonyms pseudonyms, DeviceId device, string? pass)
    {
        // An invitation that opens no more than coming by oneself is not looked at.
        // A personal one that was revoked lets nobody vote, and still tells whose votes are whose, to take them back.
        if (SerialOf(consultation, pass) is not { } serial || view.BatchOf(serial) is not { } invitation
            || (invitation.Use == InvitationUse.Many && view.IsRevoked(serial))
            || !view.Opened.Terms.Allows(RungOf(invitation)))
        {
            return new Participation(consultation, pseudonyms.Of(device.Person), Rung.Open);
        }

        return invitation.Use == InvitationUse.Many
            ? new Participation(consultation, pseudonyms.Of(device.Person), Rung.Code)
            : new Participation(consultation, pseudonyms.Of($"invitation:{serial}"), RungOf(invitation))
            {
                Device = new DeviceSeen(pseudonyms.Of(device.Person), serial),
            };
    }

    private static Rung RungOf(InvitationsIssued invitation) =>
        invitation.Use == InvitationUse.Member ? Rung.Member : Rung.Code;

    private LiveConsultation? Find(string consultation) =>
        community.Live.TryGet(consultation, out LiveConsultation? live) && live.View().Stage != Stage.Draft
            ? live
            : null;

    private int? SerialOf(string consultation, string? code) =>
        code is null ? null : CodesOf(consultation)?.Read(code);

    private Pseudonyms? PseudonymsOf(string consultation) => Kept(_pseudonyms, consultation, community.PseudonymsOf);

    private static string? Pass(HttpContext context, string consultation) =>
        context.Request.Cookies[Cookies.NameOf(context, PassName(consultation))];

    private static string PassName(string consultation) => "pass-" + consultation;

    /// <summary>
    /// Keys are read once. Nothing is kept for what is not there, since others may ask for anything, nor of a key that
    /// was destroyed.
    /// </summary>
    private T? Kept<T>(ConcurrentDictionary<string, T> known, string consultation, Func<string, T?> read)
        where T : class
    {
        if (community.Live.TryGet(consultation, out LiveConsultation? live) && live.View().Stage == Stage.Archived)
        {
            known.TryRemove(consultation, out _);
            return null;
        }

        if (!known.TryGetValue(consultation, out T? found) && read(consultation) is { } fresh)
        {
            found = known.GetOrAdd(consultation, fresh);
        }

        return found;
    }
}
