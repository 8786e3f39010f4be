using Gouvernail.Audits;
using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;
using Gouvernail.People;
using Gouvernail.Server.Tests.People;

namespace Gouvernail.Server.Tests.Consult.Facilitation;

/// <summary>A community with a facilitator, a consultation, and people who vote in it.</summary>
internal static class Town
{
    /// <summary>Opens a consultation with three statements, by the pages.</summary>
    public static async Task<string> OpenConsultationAsync(this Desk desk, bool opens = true)
    {
        await desk.SitAsync(Role.Facilitator);
        string path = await desk.DoAsync("/facilitate/new", "/facilitate/new",
            ("part", "question"), ("topic", "What should become of the station?"), ("organiser", "The town"));
        string id = path.Split('/')[2];
        await desk.DoAsync($"/facilitate/{id}/statements", $"/facilitate/{id}/statements",
            ("do", "add"), ("texts", "Sell it.\nMake it a library.\nLet trains stop there again."));
        if (opens)
        {
            await desk.DoAsync($"/facilitate/{id}", $"/facilitate/{id}/stage", ("to", "open"));
        }

        return id;
    }

    /// <summary>Votes as a citizen does.</summary>
    public static async Task<Outcome> VoteAsync(
        this Desk desk, string id, string statement, string who = "citizen", int vote = 1) =>
        await desk.Host.Community.Journal.SubmitAsync(
            _ => CastVote.Decide(desk.Host.Community.Consultations, new CastVote(Who(id, who), statement, vote)),
            TestContext.Current.CancellationToken);

    /// <summary>Puts a statement forward as a citizen does.</summary>
    public static async Task ProposeAsync(this Desk desk, string id, string text, string who = "citizen")
    {
        Outcome outcome = await desk.Host.Community.Journal.SubmitAsync(
            _ => ProposeStatement.Decide(desk.Host.Community.Consultations, new ProposeStatement(Who(id, who), text)),
            TestContext.Current.CancellationToken);
        outcome.Refusal.ShouldBeNull();
    }

    /// <summary>Sees that the log holds, as anybody can over the network.</summary>
    public static void ShouldHold(this Desk desk)
    {
        using var bundle = new HttpBundle(new Uri(desk.Client.BaseAddress!, "log"));
        AuditReport report = Audit.Run(
            bundle, new AuditOptions { Threads = 2 }, TestContext.Current.CancellationToken);
        report.IsTampered.ShouldBeFalse();
        report.IsMismatched.ShouldBeFalse();
    }

    private static Participation Who(string id, string who) => new(id, who.PadRight(Pseudonyms.Length, '-'), Rung.Open);
}
