using System.Text;
using System.Text.Json;
using Gouvernail.Journals;
using Gouvernail.Log.Envelopes;
using Gouvernail.Mandate.Adoption;
using Gouvernail.Mandate.Mandates;
using Gouvernail.People;
using Gouvernail.Server.Consult.Facilitation.Api;
using Gouvernail.Server.People;

namespace Gouvernail.Server.Mandate;

/// <summary>
/// The acts of facilitators on mandates, each in one place for pages and programs; and the way in for programs.
/// </summary>
internal static class MandateActs
{
    private static readonly Wording _notAnEnvelope = new(
        "it is no DSSE envelope", "ce n’est pas une enveloppe DSSE");

    public static void Map(WebApplication app)
    {
        Community community = app.Services.GetRequiredService<Community>();
        ApiDoor.MapAct<MandateRuleRequest>(
            app, "/mandates/rule", "SetAdoptionRule", "Sets the rule by which mandates are adopted from now on.",
            Role.Facilitator,
            async (request, context) => Plain(await RuleAsync(community, context, Bytes(request.Rule))));
        ApiDoor.MapAct<MandateDraftRequest>(
            app, "/mandates", "DraftMandate", "Writes a mandate, changes a draft, or amends one; answers with its id.",
            Role.Facilitator,
            async (request, context) =>
            {
                (Outcome outcome, string id) = await DraftAsync(
                    community, context, request.Mandate, Bytes(request.Document));
                return (outcome, "mandate", id);
            });
        ApiDoor.MapAct<MandatePutRequest>(
            app, "/mandates/{id}/put", "PutMandate", "Puts the last draft to adoption, by the rule in force.",
            Role.Facilitator,
            async (request, context) => Plain(await PutAsync(community, context, Id(context), request.Consultation)));
        ApiDoor.MapAct<MandateSignRequest>(
            app, "/mandates/{id}/sign", "SignMandate", "Adds the signatures of trustees, in a DSSE envelope.",
            Role.Facilitator,
            async (request, context) => Plain(await SignAsync(
                community, context, Id(context), request.Version, Bytes(request.Envelope))));
        ApiDoor.MapAct<MandateAdoptRequest>(
            app, "/mandates/{id}/adopt", "AdoptMandate", "Brings a version into force, where its rule is met.",
            Role.Facilitator,
            async (request, context) => Plain(await community.AdoptMandateAsync(
                new AdoptMandate(Id(context), request.Version, request.Result, context.Holder().Id),
                context.RequestAborted)));
        ApiDoor.MapAct<MandateRevokeRequest>(
            app, "/mandates/{id}/revoke", "RevokeMandate", "Takes a mandate back, with its reason.",
            Role.Facilitator,
            async (request, context) => Plain(await RevokeAsync(community, context, Id(context), request.Reason)));
    }

    /// <summary>Sets a rule.</summary>
    public static Task<Outcome> RuleAsync(Community community, HttpContext context, byte[] json)
    {
        (AdoptionRule? rule, IReadOnlyList<FormProblem> problems) = AdoptionRule.Read(json);
        string by = context.Holder().Id;
        return rule is null
            ? Task.FromResult(new Outcome { Refusal = FormProblem.Refuse("wrong-rule", problems) })
            : community.ActAsync(
                _ => AdoptionRuleSet.Decide(community.Roles, new AdoptionRuleSet(rule, by)), context.RequestAborted);
    }

    /// <summary>Writes a mandate; gives its id too, empty with a refusal.</summary>
    /// <param name="community">Whose.</param>
    /// <param name="context">Who asks.</param>
    /// <param name="mandate">The mandate's id; null for a new one.</param>
    /// <param name="json">What it is to say.</param>
    /// <param name="told">Tells what is wrong with it; null for programs, by places in the JSON.</param>
    public static async Task<(Outcome Outcome, string Id)> DraftAsync(
        Community community, HttpContext context, string? mandate, byte[] json,
        Func<IReadOnlyList<FormProblem>, Wording>? told = null)
    {
        (MandateDocument? document, IReadOnlyList<FormProblem> problems) = MandateDocument.Read(json);
        if (document is null)
        {
            const string Wrong = "wrong-mandate";
            return (new Outcome
            {
                Refusal = told is null ? FormProblem.Refuse(Wrong, problems) : new Refusal(Wrong, told(problems)),
            }, "");
        }

        Outcome outcome = await community.DraftMandateAsync(
            mandate, document, context.Holder().Id, context.RequestAborted);
        return (outcome, outcome.Refusal is not null ? ""
            : mandate ?? (community.ReadEntry(outcome.First)?.Entry is { } entry
                ? MandateDrafted.Read(entry)?.Document.Id ?? ""
                : ""));
    }

    /// <summary>Puts the last draft to adoption.</summary>
    public static Task<Outcome> PutAsync(Community community, HttpContext context, string id, string? consultation)
    {
        string by = context.Holder().Id;
        return community.ActAsync(
            now => PutMandate.Decide(
                community.Roles, community.Consultations, community.Mandates.Book,
                new PutMandate(id, consultation, by), now),
            context.RequestAborted);
    }

    /// <summary>Adds signatures.</summary>
    public static Task<Outcome> SignAsync(
        Community community, HttpContext context, string id, int version, byte[] envelope) =>
        Envelope.TryParse(envelope, out Envelope? signed, out _)
            ? community.ActAsync(
                _ => SignMandate.Decide(community.Mandates.Book, new SignMandate(id, version, signed)),
                context.RequestAborted)
            : Task.FromResult(new Outcome { Refusal = new Refusal("not-an-envelope", _notAnEnvelope) });

    /// <summary>Takes a mandate back.</summary>
    public static Task<Outcome> RevokeAsync(Community community, HttpContext context, string id, string reason)
    {
        string by = context.Holder().Id;
        return community.ActAsync(
            _ => RevokeMandate.Decide(
                community.Roles, community.Mandates.Book, new RevokeMandate(id, reason, by)),
            context.RequestAborted);
    }

    private static byte[] Bytes(JsonElement json) =>
        json.ValueKind == JsonValueKind.Undefined ? [] : Encoding.UTF8.GetBytes(json.GetRawText());

    private static string Id(HttpContext context) => (string)context.Request.RouteValues["id"]!;

    private static (Outcome Outcome, string? Name, string? Value) Plain(Outcome outcome) => (outcome, null, null);
}
