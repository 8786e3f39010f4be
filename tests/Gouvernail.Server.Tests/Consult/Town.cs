using System.Net;
using System.Text.RegularExpressions;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Invitations;
using Gouvernail.Consult.Live;
using Gouvernail.Journals;
using Gouvernail.People;

namespace Gouvernail.Server.Tests.Consult;

/// <summary>A consultation on a desk, as facilitators would have prepared it.</summary>
internal static partial class Town
{
    public static readonly string[] Sentences =
    [
        "The market square should be free of cars.",
        "Parking in the centre must stay cheap.",
        "Buses should run until midnight.",
        "School streets should close to cars at eight.",
        "Bicycle lanes belong on every main road.",
        "Trees matter more than parking spaces.",
    ];

    /// <summary>Opens a consultation with six statements; its id.</summary>
    public static string Ask(this Desk desk, Terms? terms = null, IReadOnlyList<string>? sentences = null)
    {
        Community community = desk.Host.Community;
        var plan = new ConsultationOpened(
            "How should we move about town?", "The council decides in May.\n\nIt wants to hear you first.", "",
            Publication.Votes | Publication.Statements)
        {
            Terms = terms ?? new Terms { Organiser = "The town council", Outcome = "The plan of 2027 follows it." },
        };
        string id = "";
        desk.Do(() =>
        {
            id = community.Consultations.NextId;
            return DraftConsultation.Decide(community.Consultations, new DraftConsultation(plan, Pseudonyms.NewKey()));
        });
        desk.Do(() => OpenConsultation.Decide(community.Consultations, new OpenConsultation(id, plan, null)));
        desk.Do(() => SeedStatements.Decide(
            community.Consultations, new SeedStatements(id, sentences ?? Sentences)));
        return id;
    }

    /// <summary>Makes invitations; the codes.</summary>
    public static IReadOnlyList<string> Invite(this Desk desk, string consultation, InvitationUse use, int count = 3)
    {
        Community community = desk.Host.Community;
        desk.Do(() => IssueInvitations.Decide(
            community.Consultations,
            new IssueInvitations(
                consultation, count, use, "letters", DateTimeOffset.UnixEpoch.AddYears(200), null,
                InvitationCodes.NewKey()),
            DateTimeOffset.UnixEpoch.AddYears(50)));
        InvitationCodes codes = community.InvitationCodesOf(consultation)!;
        return [.. Enumerable.Range(1, count).Select(codes.Of)];
    }

    /// <summary>Pauses, closes or reopens.</summary>
    public static void Set(this Desk desk, string consultation, Stage stage) => desk.Do(() => ChangeStage.Decide(
        desk.Host.Community.Consultations,
        new ChangeStage(consultation, new StageChanged(stage, "The hall is being counted.", null))));

    /// <summary>Logs what a decision comes to.</summary>
    public static void Do(this Desk desk, Func<Decision> decide) => desk.Host.Community.Journal
        .Submit(_ => decide(), TestContext.Current.CancellationToken).Refusal.ShouldBeNull();

    public static LiveConsultation Live(this Desk desk, string consultation)
    {
        desk.Host.Community.Live.TryGet(consultation, out LiveConsultation? live).ShouldBeTrue();
        return live;
    }

    /// <summary>The id of the statement that a page asks.</summary>
    public static string Asked(string page) => AskedId().Match(page).Groups["id"].Value;

    public static async Task<string> TextAsync(this HttpResponseMessage answer, HttpStatusCode expected)
    {
        string text = WebUtility.HtmlDecode(
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        answer.StatusCode.ShouldBe(expected, text);
        return text;
    }

    /// <summary>Sends a form of a page and reads the page that it leads to.</summary>
    public static async Task<string> GoAsync(
        this Desk desk, string page, string action, params (string Name, string Value)[] fields)
    {
        using HttpResponseMessage answer = await desk.PostAsync(page, action, fields);
        await answer.TextAsync(HttpStatusCode.SeeOther);
        return WebUtility.HtmlDecode(await desk.ReadAsync(answer.Headers.Location!.OriginalString));
    }

    [GeneratedRegex("""<input type="hidden" name="statement" value="(?<id>[^"]+)" />""")]
    private static partial Regex AskedId();
}
