using Gouvernail.Journals;
using Gouvernail.People;
using Gouvernail.Server.Consult.Facilitation.Api;

namespace Gouvernail.Server.Verify.Desk;

/// <summary>What holders of roles do about automata, for programs: each as its page does it.</summary>
internal static class DeskApi
{
    public static void Map(WebApplication app)
    {
        Community community = app.Services.GetRequiredService<Community>();
        ApiDoor.MapAct<object>(
            app, "/automata/{id}/submit", "SubmitAutomaton",
            "Submits it, with the card that stands, to the gate, which decides at once. The body is an empty object.",
            Role.Facilitator,
            (_, context) => Plain(new VerifyActs(community, context).SubmitAsync(Of(context, "id"))));
        ApiDoor.MapAct<ReasonRequest>(
            app, "/automata/{id}/suspend", "SuspendPermit", "Suspends its permit.", Role.Facilitator,
            (request, context) =>
                Plain(new VerifyActs(community, context).SuspendAsync(Of(context, "id"), request.Reason)));
        ApiDoor.MapAct<ReasonRequest>(
            app, "/automata/{id}/resume", "ResumePermit", "Lifts a suspension; the gate then decides anew.",
            Role.Facilitator,
            (request, context) =>
                Plain(new VerifyActs(community, context).ResumeAsync(Of(context, "id"), request.Reason)));
        ApiDoor.MapAct<ReasonRequest>(
            app, "/automata/{id}/revoke", "RevokePermit", "Takes its permit back.", Role.Facilitator,
            (request, context) =>
                Plain(new VerifyActs(community, context).RevokeAsync(Of(context, "id"), request.Reason)));
        ApiDoor.MapAct<ContestRequest>(
            app, "/automata/{id}/contest", "ContestClause", "Files counter-evidence: a clause is not kept.",
            Role.Auditor,
            (request, context) => Plain(
                new VerifyActs(community, context).ContestAsync(Of(context, "id"), request.Clause, request.Text)));
        ApiDoor.MapAct<ReasonRequest>(
            app, "/contestations/{place}/settle", "SettleContestation",
            "Says that counter-evidence stands no more: who filed it may, and facilitators.", Role.Auditor,
            (request, context) =>
                Plain(new VerifyActs(community, context).SettleAsync(Of(context, "place"), request.Reason)));
        ApiDoor.MapAct<SignerRequest>(
            app, "/signers", "RecogniseSigner", "Lets a key's signatures count as evidence.", Role.Facilitator,
            (request, context) => Plain(new VerifyActs(community, context).RecogniseAsync(
                request.Key, request.Name, request.Roles.Select(role => role ?? ""))));
        ApiDoor.MapAct<ReasonRequest>(
            app, "/signers/{key}/revoke", "RevokeSigner",
            "Lets a key, by its id, count no more: in what it has signed before either.", Role.Facilitator,
            (request, context) =>
                Plain(new VerifyActs(community, context).RevokeSignerAsync(Of(context, "key"), request.Reason)));
    }

    private static string Of(HttpContext context, string name) => (string)context.Request.RouteValues[name]!;

    private static async Task<(Outcome Outcome, string? Name, string? Value)> Plain(Task<Outcome> act) =>
        (await act, null, null);
}
