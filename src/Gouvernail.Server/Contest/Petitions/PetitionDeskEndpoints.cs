using Gouvernail.Consult.Consultations;
using Gouvernail.Contest.Petitions;
using Gouvernail.Journals;
using Gouvernail.People;
using Gouvernail.Server.People;

namespace Gouvernail.Server.Contest.Petitions;

/// <summary>Petitions for facilitators: thresholds, answers, and stopping one for a reason that is public.</summary>
internal static class PetitionDeskEndpoints
{
    private const string Path = "/facilitate/petitions";

    public static void Map(WebApplication app)
    {
        app.MapGet(Path, Show).Needs(Role.Auditor);
        app.MapPost(Path + "/thresholds", SetAsync).Needs(Role.Facilitator);
        app.MapPost(Path + "/{petition}/answer", AnswerAsync).Needs(Role.Facilitator);
        app.MapPost(Path + "/{petition}/stop", StopAsync).Needs(Role.Facilitator);
    }

    /// <summary>Stops a petition.</summary>
    public static Decision Stop(Community community, string petition, string reason, string by, DateTimeOffset now) =>
        ClosePetition.Decide(
            community.Petitions.Book,
            new ClosePetition(petition, new PetitionClosed(PetitionEnd.Stopped, reason.Trim(), by), null),
            now);

    private static IResult Show(HttpContext context, Community community) =>
        PetitionDeskPage.Show(ModelOf(context, community, null));

    private static PetitionDeskModel ModelOf(HttpContext context, Community community, Refusal? refusal) => new(
        community.PetitionBook,
        [.. community.Live.All.Select(live => live.View())
            .Where(view => view.Stage is not (Stage.Draft or Stage.Archived))
            .Select(view => KeyValuePair.Create(view.Id, view.Opened.Topic))],
        context.Holder().Role >= Role.Facilitator,
        refusal);

    private static async Task<IResult> SetAsync(HttpContext context, Community community)
    {
        var form = ThresholdsForm.Read(await FormBody.ReadAsync(context));
        Outcome outcome = await community.ActAsync(context, (by, _) => SetPetitionThresholds.Decide(
            community.Consultations, new SetPetitionThresholds(form.ToThresholds(by))));
        return outcome.Refusal is { } refusal
            ? PetitionDeskPage.Show(
                ModelOf(context, community, refusal) with { Typed = form }, Problem.Of(refusal).Status)
            : Answer.SeeOther(Path, "set");
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, Community community, string petition)
    {
        IFormCollection fields = await FormBody.ReadAsync(context);
        (string from, string text) = (fields["from"].ToString(), fields["text"].ToString());
        return Done(context, community, "answered", await community.ActAsync(context, (by, _) =>
            AnswerPetition.Decide(
                community.Petitions.Book,
                new AnswerPetition(petition, new PetitionAnswered(from, text, by)))));
    }

    private static async Task<IResult> StopAsync(HttpContext context, Community community, string petition)
    {
        IFormCollection fields = await FormBody.ReadAsync(context);
        string reason = fields["reason"].ToString();
        return Done(context, community, "stopped", await community.ActAsync(context, (by, now) =>
            Stop(community, petition, reason, by, now)));
    }

    private static IResult Done(HttpContext context, Community community, string notice, Outcome outcome) =>
        outcome.Refusal is { } refusal
            ? PetitionDeskPage.Show(ModelOf(context, community, refusal), Problem.Of(refusal).Status)
            : Answer.SeeOther(Path, notice);
}
