using System.Net;
using System.Text;
using Gouvernail.Consult.Invitations;
using Gouvernail.Consult.Live;
using Gouvernail.Server.Consult.Facilitation;
using Gouvernail.Server.Consult.Facilitation.Inviting;
using Gouvernail.Server.Tests.People;

namespace Gouvernail.Server.Tests.Consult.Facilitation;

public sealed class InvitationTests
{
    [Fact]
    public async Task Codes_are_made_printed_and_downloaded()
    {
        await using Desk desk = await Desk.OpenAsync(o => o with { PublicUrl = new Uri("http://town.example") });
        string id = await desk.OpenConsultationAsync();
        string page = $"/facilitate/{id}/invitations";
        (await desk.RefusedAsync(page, page, ("use", "one"), ("count", "0"), ("label", "market"), ("days", "9")))
            .ShouldContain("value=\"market\"");
        (await desk.RefusedAsync(page, page, ("use", "one"), ("count", "3"), ("days", "-1"))).ShouldContain("is past");
        await desk.DoAsync(page, page, ("use", "one"), ("count", "130"), ("label", "market"), ("days", "9"));
        InvitationCodes codes = desk.Host.Community.InvitationCodesOf(id)!;
        string sheet = await desk.TextAsync(page + "/1/sheet");
        sheet.Split("<svg").Length.ShouldBe(1 + SheetModel.PageSize);
        sheet.ShouldContain("What should become of the station?");
        string link = $"http://town.example/c/{id}/i/{codes.Of(1)}";
        sheet.ShouldContain(link);
        sheet.ShouldContain(QrPath.Of(link).Path);
        sheet.ShouldNotContain("style=");
        (await desk.TextAsync(page + "/1/sheet?page=2")).ShouldContain(codes.Of(130));
        string[] lines = (await desk.ReadAsync(page + "/1/csv")).Split("\r\n");
        lines.Length.ShouldBe(132);
        lines[1].ShouldBe($"1,{codes.Of(1)},{link}");
        using HttpResponseMessage none = await desk.GetAsync(page + "/2/sheet");
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await desk.RefusedAsync(page, page + "/revoke", ("from", "5"), ("to", "4"), ("reason", "lost")))
            .ShouldContain("no such invitations");
        await desk.DoAsync(page, page + "/revoke", ("from", "3"), ("to", "5"), ("reason", "lost"));
        (await desk.TextAsync(page)).ShouldContain("3 revoked");
        desk.ShouldHold();
    }

    [Fact]
    public async Task A_list_of_members_gets_links_and_doubles_are_told()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = await desk.OpenConsultationAsync();
        string list = "\ufeffname,E-Mail\r\n\"Doe, J\",j@example.org\r\nx, J@example.org \r\n\r\ny,\r\n"
            + "z,=cmd|'/c calc'!A1@x\r\nw,\"a\"\"b@example.org\"\r\n";
        using HttpResponseMessage sent = await SendAsync(desk, id, Encoding.UTF8.GetBytes(list));
        sent.Headers.Location!.ToString().ShouldBe($"/facilitate/{id}/invitations?notice=members-3-1-2");
        (await desk.TextAsync(sent.Headers.Location.ToString())).ShouldContain("3 people were put on the list.");
        using HttpResponseMessage again = await SendAsync(desk, id, "j@EXAMPLE.org\nnew@example.org\n"u8.ToArray());
        again.Headers.Location!.ToString().ShouldEndWith("members-1-1-0");
        string[] lines = (await desk.ReadAsync($"/facilitate/{id}/invitations/1/csv")).Split("\r\n");
        lines[0].ShouldEndWith("identifier,link");
        lines[1].ShouldStartWith("j@example.org,http://");
        lines[2].ShouldStartWith("'=cmd|'/c calc'!A1@x,http://");
        lines[3].ShouldStartWith("\"a\"\"b@example.org\",http://");
        (await desk.TextAsync($"/facilitate/{id}/invitations/1/sheet")).ShouldContain("j@example.org");
    }

    [Fact]
    public async Task A_hostile_list_is_refused_whole()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = await desk.OpenConsultationAsync();
        (byte[] Bytes, HttpStatusCode Status, string Says)[] lists =
        [
            ([.. "email\n"u8, 0xE9, (byte)'@', (byte)'\n'], HttpStatusCode.BadRequest, "line 2, column 1: the byte"),
            ([0xFF, 0xFE, (byte)'a', 0], HttpStatusCode.BadRequest, "UTF-16"),
            ("email\n\"a@b\n"u8.ToArray(), HttpStatusCode.BadRequest, "line 2"),
            ("email;name\na@b;c\n"u8.ToArray(), HttpStatusCode.BadRequest, "semicolons"),
            (Encoding.UTF8.GetBytes("email\n" + new string('a', 300) + "\n"), HttpStatusCode.Conflict, "254"),
            (Many(200_000), HttpStatusCode.Conflict, "100000"),
            ("email\n"u8.ToArray(), HttpStatusCode.Conflict, "1 to 100000"),
        ];
        foreach ((byte[] bytes, HttpStatusCode status, string says) in lists)
        {
            using HttpResponseMessage answer = await SendAsync(desk, id, bytes);
            answer.StatusCode.ShouldBe(status, says);
            (await answer.PageAsync()).ShouldContain(says);
        }

        desk.Host.Community.Live.All[0].Members().ShouldBeEmpty();
        desk.Host.Community.Live.All[0].View().Invitations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Used_invitations_are_counted()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = await desk.OpenConsultationAsync();
        using HttpResponseMessage sent = await SendAsync(desk, id, "a@example.org\nb@example.org\n"u8.ToArray());
        var participant = new LiveParticipant("p", default) { Ballots = [], Entries = [], Invitation = 2 };
        InvitationBatch batch = InvitationBatch.Of(desk.Host.Community.Live.All[0].View(), [participant])[0];
        batch.Used.ShouldBe(1);
        batch.Last.ShouldBe(2);
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("+1", "'+1")]
    [InlineData("\tx", "'\tx")]
    [InlineData("=a,\"b\"", "\"'=a,\"\"b\"\"\"")]
    public void A_spreadsheet_sees_no_formula(string text, string expected) =>
        CsvDownload.Field(text).ShouldBe(expected);

    private static byte[] Many(int count) =>
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, count).Select(i => $"p{i}@example.org\n")));

    private static Task<HttpResponseMessage> SendAsync(Desk desk, string id, byte[] list) => desk.UploadAsync(
        $"/facilitate/{id}/invitations", $"/facilitate/{id}/members", "file", [("list.csv", list)],
        ("label", "members"), ("days", "30"));
}
