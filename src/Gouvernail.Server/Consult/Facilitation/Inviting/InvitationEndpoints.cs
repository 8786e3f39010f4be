using System.Globalization;
using Gouvernail.Consult.Invitations;
using Gouvernail.Consult.Live;
using Gouvernail.Journals;
using Gouvernail.People;
using Gouvernail.Server.People;

namespace Gouvernail.Server.Consult.Facilitation.Inviting;

/// <summary>Codes that are handed out: made, printed, downloaded, revoked.</summary>
internal static class InvitationEndpoints
{
    /// <summary>The most days that an invitation lasts.</summary>
    public const int MostDays = 3650;

    public static void Map(WebApplication app)
    {
        app.MapGet("/facilitate/{id}/invitations", Show).Needs(Role.Auditor);
        app.MapPost("/facilitate/{id}/invitations", IssueAsync).Needs(Role.Facilitator);
        app.MapPost("/facilitate/{id}/invitations/revoke", RevokeAsync).Needs(Role.Facilitator);

        // Who has a code has a vote: auditors see how many there are, and not which.
        app.MapGet("/facilitate/{id}/invitations/{first:int}/sheet", ShowSheet).Needs(Role.Facilitator);
        app.MapGet("/facilitate/{id}/invitations/{first:int}/csv", Download).Needs(Role.Facilitator);
    }

    private static IResult Show(string id, Community community, TimeProvider clock, HttpContext context) =>
        ModelOf(id, community, clock, context) is { } model ? InvitationPage.Show(model) : Answer.NotFound();

    private static async Task<IResult> IssueAsync(
        string id, Community community, TimeProvider clock, HttpContext context)
    {
        var form = InvitationForm.Read(await context.Request.ReadFormAsync(context.RequestAborted));
        Outcome outcome = await community.ActAsync(context, (by, now) => IssueInvitations.Decide(
            community.Consultations,
            new IssueInvitations(
                id,
                NumberOf(form.Count),
                form.Use == "many" ? InvitationUse.Many : InvitationUse.One,
                form.Label,
                ExpiryOf(form, now),
                by,
                FreshKey(community, id)),
            now));
        return outcome.Refusal is { } refusal
            ? Refused(ModelOf(id, community, clock, context), refusal, form)
            : Answer.SeeOther($"/facilitate/{id}/invitations", "made");
    }

    private static async Task<IResult> RevokeAsync(
        string id, Community community, TimeProvider clock, HttpContext context)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        var typed = new RevocationForm(
            form["from"].ToString(),
            form["to"].ToString(),
            form["reason"].ToString().ReplaceLineEndings(" ").Trim());
        (int first, int last) = (NumberOf(typed.From), NumberOf(typed.To));
        int count = last >= first ? last - first + 1 : 0;
        Outcome outcome = await community.ActAsync(context, (by, _) => RevokeInvitations.Decide(
            community.Consultations,
            new RevokeInvitations(id, new InvitationsRevoked(first, count, typed.Reason, by))));
        return outcome.Refusal is { } refusal
            ? Refused(ModelOf(id, community, clock, context) is { } model
                ? model with { Revocation = typed }
                : null, refusal, null)
            : Answer.SeeOther($"/facilitate/{id}/invitations", "revoked");
    }

    private static IResult ShowSheet(
        string id, int first, Community community, Visits visits, Site site, HttpContext context)
    {
        if (Find(community, context, id, first) is not var (live, view, bench, batch)
            || visits.CodesOf(id) is not { } codes)
        {
            return Answer.NotFound();
        }

        int page = PageNumber.Of(context, batch.Count, SheetModel.PageSize);
        int from = first + ((page - 1) * SheetModel.PageSize);
        int count = Math.Min(SheetModel.PageSize, first + batch.Count - from);
        var names = live.Members().ToDictionary(member => member.Serial, member => member.Identifier);
        return SheetPage.Show(new SheetModel(
            bench,
            batch,
            site.Name,
            view.Opened.Terms.Organiser,
            [.. Enumerable.Range(from, count).Select(serial => new SheetCard(
                serial,
                codes.Of(serial),
                LinkOf(site, context, id, codes.Of(serial)),
                names.GetValueOrDefault(serial, "")))],
            page));
    }

    private static IResult Download(
        string id, int first, Community community, Visits visits, Site site, HttpContext context)
    {
        if (Find(community, context, id, first) is not var (live, _, _, batch) || visits.CodesOf(id) is not { } codes)
        {
            return Answer.NotFound();
        }

        string name = string.Create(CultureInfo.InvariantCulture, $"{id}-invitations-{first}.csv");
        if (batch.Use == InvitationUse.Member)
        {
            return new CsvDownload(name, ["identifier", "link"], live.Members()
                .Where(member => batch.Holds(member.Serial))
                .Select(member => (string[])
                    [member.Identifier, LinkOf(site, context, id, codes.Of(member.Serial))]));
        }

        return new CsvDownload(name, ["number", "code", "link"], Enumerable.Range(batch.First, batch.Count)
            .Select(serial => (string[])
            [
                serial.ToString(CultureInfo.InvariantCulture),
                codes.Of(serial),
                LinkOf(site, context, id, codes.Of(serial)),
            ]));
    }

    /// <summary>The page again, with what was typed and why it was refused.</summary>
    internal static IResult Refused(InvitationModel? model, Refusal refusal, InvitationForm? form) => model is null
        ? Answer.NotFound()
        : InvitationPage.Show(
            model with { Bench = model.Bench with { Refusal = refusal }, Form = form ?? model.Form },
            StatusCodes.Status409Conflict);

    /// <summary>The page; null where there is no such consultation.</summary>
    internal static InvitationModel? ModelOf(
        string id, Community community, TimeProvider clock, HttpContext context) =>
        Bench.Of(community, context, id) is var (live, view, bench)
            ? new InvitationModel(
                bench, InvitationBatch.Of(view, live.Participants()), view.Opened.Terms.Admits, clock.GetUtcNow())
            : null;

    /// <summary>A key for codes, where the consultation has none yet; to be asked where the act is decided.</summary>
    internal static byte[]? FreshKey(Community community, string id) =>
        community.InvitationCodesOf(id) is null ? InvitationCodes.NewKey() : null;

    /// <summary>When invitations expire; now for nonsense, which is refused.</summary>
    internal static DateTimeOffset ExpiryOf(InvitationForm form, DateTimeOffset now) =>
        NumberOf(form.Days) is > 0 and <= MostDays and int days ? now.AddDays(days) : now;

    private static (LiveConsultation Live, ConsultationView View, Bench Bench, InvitationsIssued Batch)? Find(
        Community community, HttpContext context, string id, int first) =>
        Bench.Of(community, context, id) is var (live, view, bench)
        && view.Invitations.FirstOrDefault(issued => issued.First == first) is { } batch
            ? (live, view, bench, batch)
            : null;

    private static string LinkOf(Site site, HttpContext context, string id, string code) =>
        site.AddressOf(context.Request, $"/c/{id}/i/{code}");

    /// <summary>A number as typed; 0 for nonsense, which every rule refuses.</summary>
    private static int NumberOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
}
