using Gouvernail.Journals;
using Gouvernail.People;
using Gouvernail.Server.Consult.Facilitation;
using Gouvernail.Server.People;
using Gouvernail.Verify.Evidence;
using Gouvernail.Verify.Permits;
using Gouvernail.Verify.Register;

namespace Gouvernail.Server.Verify.Desk;

/// <summary>Where holders of roles look after automata, permits and signers.</summary>
internal static class DeskEndpoints
{
    private const string Path = "/facilitate/verify";

    public static void Map(WebApplication app)
    {
        app.MapGet(Path, Show).Needs(Role.Auditor);
        app.MapPost(Path + "/automata/{id}", PermitAsync).Needs(Role.Facilitator);
        app.MapPost(Path + "/contestations/{place}/settle", SettleAsync).Needs(Role.Auditor);
        app.MapPost(Path + "/signers", RecogniseAsync).Needs(Role.Facilitator);
        app.MapPost(Path + "/signers/{key}/revoke", RevokeAsync).Needs(Role.Facilitator);
    }

    private static IResult Show(Community community, TimeProvider clock, HttpContext context) =>
        DeskPage.Show(ModelOf(community, clock, context));

    private static async Task<IResult> PermitAsync(
        string id, Community community, TimeProvider clock, HttpContext context)
    {
        IFormCollection form = await FormBody.ReadAsync(context);
        string reason = form["reason"].ToString();
        string way = form["do"].ToString();
        var acts = new VerifyActs(community, context);
        Task<Outcome>? act = way switch
        {
            "submit" => acts.SubmitAsync(id),
            "suspend" => acts.SuspendAsync(id, reason),
            "resume" => acts.ResumeAsync(id, reason),
            "revoke" => acts.RevokeAsync(id, reason),
            _ => null,
        };
        return act is null
            ? Answer.Problem(Problems.BadRequest)
            : Told(await act, way, ModelOf(community, clock, context));
    }

    private static async Task<IResult> SettleAsync(
        string place, Community community, TimeProvider clock, HttpContext context)
    {
        IFormCollection form = await FormBody.ReadAsync(context);
        Outcome outcome = await new VerifyActs(community, context).SettleAsync(place, form["reason"].ToString());
        return Told(outcome, "settled", ModelOf(community, clock, context));
    }

    private static async Task<IResult> RecogniseAsync(Community community, TimeProvider clock, HttpContext context)
    {
        IFormCollection form = await FormBody.ReadAsync(context);
        string key = form["key"].ToString(), name = form["name"].ToString(), roles = form["roles"].ToString();
        Outcome outcome = await new VerifyActs(community, context).RecogniseAsync(
            key, name, roles.Split([',', ' ', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
        return Told(
            outcome, "recognised",
            ModelOf(community, clock, context) with { Key = key, Name = name, Roles = roles });
    }

    private static async Task<IResult> RevokeAsync(
        string key, Community community, TimeProvider clock, HttpContext context)
    {
        IFormCollection form = await FormBody.ReadAsync(context);
        Outcome outcome = await new VerifyActs(community, context).RevokeSignerAsync(key, form["reason"].ToString());
        return Told(outcome, "revoked-key", ModelOf(community, clock, context));
    }

    private static IResult Told(Outcome outcome, string done, DeskModel model) => outcome.Refusal is { } refusal
        ? DeskPage.Show(model with { Refusal = refusal }, StatusCodes.Status409Conflict)
        : Answer.SeeOther(Path, done);

    private static DeskModel ModelOf(Community community, TimeProvider clock, HttpContext context)
    {
        DateTimeOffset now = clock.GetUtcNow();
        PermitBook permits = community.PermitBook;
        EvidenceBook evidence = community.EvidenceBook;
        DeskLine[] lines =
        [
            .. community.RegisterBook.Automata.Select(automaton => LineOf(automaton, permits.Of(automaton.Id), now))
                .OrderBy(line => line.Waits ? 0 : line.IsRetired ? 2 : 1),
        ];
        int page = PageNumber.Of(context, lines.Length, DeskModel.PageSize);
        return new DeskModel(
            context.Holder(),
            [.. lines.Skip((page - 1) * DeskModel.PageSize).Take(DeskModel.PageSize)],
            [.. evidence.Contestations.Where(said => said.Settled is null && said.Automaton.Length > 0)],
            evidence.Signers)
        {
            Count = lines.Length,
            Page = page,
        };
    }

    private static DeskLine LineOf(Automaton automaton, Permit permit, DateTimeOffset now) => new(
        automaton.Id,
        automaton.Name,
        permit,
        permit.At(now),
        permit.Status != PermitStatus.Draft && permit.Card != automaton.Latest.Position,
        automaton.Retired is not null);
}
