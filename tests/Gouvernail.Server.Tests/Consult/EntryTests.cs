using System.Net;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Invitations;
using Gouvernail.Consult.Live;

namespace Gouvernail.Server.Tests.Consult;

/// <summary>Who may come in, and when.</summary>
public sealed class EntryTests
{
    private static readonly Terms _byCode = new() { Admits = [Rung.Code] };

    [Fact]
    public async Task A_code_lets_its_bearer_vote_and_nothing_else_does()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = desk.Ask(_byCode), at = "/c/" + id, code = desk.Invite(id, InvitationUse.One)[0];
        string page = await desk.ReadAsync(at);
        page.ShouldContain("name=\"code\"");
        page.ShouldNotContain(">Take part<");
        (await desk.ReadAsync(at + "/vote")).ShouldContain("for those who were invited");
        using (HttpResponseMessage without =
            await desk.PostAsync(at, at + "/vote", ("statement", "1"), ("vote", "agree")))
        {
            (await without.TextAsync(HttpStatusCode.Conflict)).ShouldContain("use the link or the code");
        }

        string typed = code.ToLower(System.Globalization.CultureInfo.InvariantCulture);
        (await desk.GoAsync(at, at + "/code", ("code", typed)))
            .ShouldContain("your invitation is recognised");
        await desk.GoAsync(at + "/vote", at + "/vote", ("statement", "1"), ("vote", "agree"));
        desk.Live(id).Participants().ShouldHaveSingleItem().Rung.ShouldBe(Rung.Code);
    }

    [Fact]
    public async Task A_link_lets_its_bearer_in_and_is_told_of_a_second_device()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = desk.Ask(_byCode), at = "/c/" + id, code = desk.Invite(id, InvitationUse.One)[1];
        foreach (bool isFirst in (bool[])[true, false])
        {
            if (!isFirst)
            {
                // Another browser: its cookies are its own.
                foreach (Cookie cookie in desk.Cookies.GetAllCookies())
                {
                    cookie.Expired = true;
                }
            }

            using HttpResponseMessage link = await desk.GetAsync($"{at}/i/{code}");
            link.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
            link.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
            await desk.GoAsync(
                at + "/vote", at + "/vote", ("statement", isFirst ? "1" : "2"), ("vote", "agree"));
            string page = await desk.ReadAsync(at);
            page.Contains("also been used on another device", StringComparison.Ordinal).ShouldBe(!isFirst);
        }

        LiveParticipant one = desk.Live(id).Participants().ShouldHaveSingleItem();
        one.Ballots.Count.ShouldBe(2);
        one.Devices.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("XXXX-XXXX-XXXX-XXXX")]
    [InlineData("0001-0000-0000-0000")]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData("'; drop table--")]
    public async Task Every_wrong_code_gets_the_same_answer_and_what_was_typed_back(string wrong)
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = desk.Ask(_byCode), at = "/c/" + id;
        desk.Invite(id, InvitationUse.One);
        using HttpResponseMessage answer = await desk.PostAsync(at, at + "/code", ("code", wrong));
        string page = await answer.TextAsync(HttpStatusCode.Forbidden);
        page.ShouldContain("This code does not let anybody in.");
        page.ShouldContain($"value=\"{wrong}\"");
        desk.Cookies.GetAllCookies().ShouldNotContain(
            cookie => cookie.Name.StartsWith("pass-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Codes_cannot_be_tried_one_after_another()
    {
        await using Desk desk = await Desk.OpenAsync(options => options with { RatePerAddress = 18 });
        string at = "/c/" + desk.Ask(_byCode);
        HttpStatusCode last = default;
        for (int i = 0; i < 4; i++)
        {
            using HttpResponseMessage answer = await desk.GetAsync(at + "/i/0001-0000-0000-0000");
            last = answer.StatusCode;
        }

        last.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData(Stage.Paused, "is paused", true)]
    [InlineData(Stage.Closed, "is closed", false)]
    public async Task A_consultation_that_is_not_open_takes_no_votes_and_says_why(
        Stage stage, string said, bool withdraws)
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = desk.Ask(), at = "/c/" + id;
        await desk.GoAsync(at + "/vote", at + "/vote", ("statement", "1"), ("vote", "agree"));
        string token = at + "/me/erase";
        desk.Set(id, stage);
        foreach (string page in (string[])[at, at + "/vote"])
        {
            string text = await desk.ReadAsync(page);
            text.ShouldContain(said);
            text.ShouldContain("The hall is being counted.");
            text.ShouldNotContain("value=\"agree\"");
        }

        using (HttpResponseMessage vote = await desk.PostAsync(
            token, at + "/vote", ("statement", "2"), ("vote", "agree")))
        {
            (await vote.TextAsync(HttpStatusCode.Conflict)).ShouldContain("was not recorded");
        }

        using (HttpResponseMessage same = await desk.PostAsync(
            token, at + "/vote", ("statement", "1"), ("vote", "agree")))
        {
            same.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        }

        using HttpResponseMessage propose = await desk.PostAsync(
            token, at + "/propose", ("text", "Something <b>else</b>"));
        string kept = await propose.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        propose.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        kept.ShouldContain("Something &lt;b&gt;else&lt;/b&gt;");
        using HttpResponseMessage back = await desk.PostAsync(token, at + "/withdraw", ("statement", "1"));
        back.StatusCode.ShouldBe(withdraws ? HttpStatusCode.SeeOther : HttpStatusCode.Conflict);
        desk.Live(id).VoteCount.ShouldBe(withdraws ? 0 : 1);
    }
}
