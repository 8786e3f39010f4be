using System.Globalization;
using Gouvernail.Consult;
using Gouvernail.Consult.Invitations;
using Gouvernail.Consult.Live;
using Gouvernail.Journals;
using Gouvernail.People;
using Gouvernail.Server.People;

namespace Gouvernail.Server.Consult.Facilitation.Inviting;

/// <summary>A list of members, of whom each gets a personal link.</summary>
internal static class MemberEndpoints
{
    private static readonly BodyLimit _limit = new(20 << 20);

    private static readonly string[] _columns =
        ["email", "e-mail", "mail", "identifier", "identifiant", "courriel", "member", "membre", "name", "nom"];

    private static readonly Wording _noFile = new("no file was chosen", "aucun fichier n’a été choisi");

    public static void Map(WebApplication app) =>
        app.MapPost("/facilitate/{id}/members", ListAsync).Needs(Role.Facilitator).WithMetadata(_limit);

    private static async Task<IResult> ListAsync(
        string id, Community community, TimeProvider clock, HttpContext context)
    {
        if (InvitationEndpoints.ModelOf(id, community, clock, context) is not { } model)
        {
            return Answer.NotFound();
        }

        IFormCollection sent = await context.Request.ReadFormAsync(context.RequestAborted);
        var form = InvitationForm.Read(sent);
        if (sent.Files.GetFile("file") is not { Length: > 0 } file)
        {
            return InvitationEndpoints.Refused(model, new Refusal("no-file", _noFile), form);
        }

        await using Stream stream = file.OpenReadStream();
        CsvTexts read = CsvColumn.Read(
            UploadName.Of(file), stream, _columns, field => field.Contains('@'), context.RequestAborted);
        if (read.Problem is not null)
        {
            return InvitationPage.Show(
                model with { Problem = read.Problem, Form = form }, StatusCodes.Status400BadRequest);
        }

        string[] all = [.. read.Texts.Select(text => text.Text.Trim())];
        string[] filled = [.. all.Where(text => text.Length > 0)];
        string[] fresh = [];
        Outcome outcome = await community.ActAsync(context, (by, now) =>
        {
            fresh = Fresh(filled, community.Live.TryGet(id, out LiveConsultation? live) ? live.Members() : []);
            return ListMembers.Decide(
                community.Consultations,
                new ListMembers(
                    id, fresh, form.Label, InvitationEndpoints.ExpiryOf(form, now), by,
                    InvitationEndpoints.FreshKey(community, id)),
                now);
        });
        return outcome.Refusal is { } refusal
            ? InvitationEndpoints.Refused(model, refusal, form)
            : Answer.SeeOther(
                $"/facilitate/{id}/invitations",
                WriteNotice(fresh.Length, filled.Length - fresh.Length, all.Length - filled.Length));
    }

    /// <summary>How many were listed, and passed over as doubles and as blanks; null for another notice.</summary>
    internal static (int Listed, int Doubles, int Blanks)? ReadNotice(string notice) =>
        notice.Split('-') is ["members", var listed, var doubles, var blanks]
        && int.TryParse(listed, NumberStyles.None, CultureInfo.InvariantCulture, out int l)
        && int.TryParse(doubles, NumberStyles.None, CultureInfo.InvariantCulture, out int d)
        && int.TryParse(blanks, NumberStyles.None, CultureInfo.InvariantCulture, out int b)
            ? (l, d, b)
            : null;

    private static string WriteNotice(int listed, int doubles, int blanks) =>
        string.Create(CultureInfo.InvariantCulture, $"members-{listed}-{doubles}-{blanks}");

    /// <summary>Each once, and nobody who has a link already: case does not make another address.</summary>
    private static string[] Fresh(IEnumerable<string> identifiers, IReadOnlyList<MemberListed> members)
    {
        var known = members.Select(member => member.Identifier).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. identifiers.Where(known.Add)];
    }
}
