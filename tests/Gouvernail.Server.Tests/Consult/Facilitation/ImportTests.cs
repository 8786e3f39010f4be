using System.IO.Compression;
using System.Net;
using Gouvernail.Consult;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Live;
using Gouvernail.Consult.Simulation;
using Gouvernail.People;
using Gouvernail.Server.Tests.People;

namespace Gouvernail.Server.Tests.Consult.Facilitation;

public sealed class ImportTests
{
    private const string Page = "/facilitate/import";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_export_is_looked_at_imported_and_gone_on_with(bool packed)
    {
        await using Desk desk = await Desk.OpenAsync();
        await desk.SitAsync(Role.Facilitator);
        using HttpResponseMessage looked = await desk.UploadAsync(Page, Page, "files", Export(packed), ("agree", ""));
        string preview = await looked.PageAsync();
        looked.StatusCode.ShouldBe(HttpStatusCode.OK, preview);
        desk.Host.Community.Live.All.ShouldBeEmpty();
        string word = preview.Split("name=\"word\" value=\"")[1].Split('"')[0];
        (await desk.DoAsync(Page, Page + "/do", ("word", word), ("topic", "A question"),
            ("publish-statements", "yes"), ("publish-votes", "yes"))).ShouldBe("/facilitate/c1?notice=imported");
        LiveConsultation live = desk.Host.Community.Live.All[0];
        live.View().Stage.ShouldBe(Stage.Open);
        live.View().Opened.By.ShouldBe("r1");
        int before = live.VoteCount;
        (await desk.VoteAsync("c1", live.View().Shown.First().Id)).Refusal.ShouldBeNull();
        live.VoteCount.ShouldBe(before + 1);
        using HttpResponseMessage gone = await desk.PostAsync(Page, Page + "/do", ("word", word));
        gone.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        desk.ShouldHold();
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_with_its_place_and_not_the_machine_s()
    {
        await using Desk desk = await Desk.OpenAsync();
        await desk.SitAsync(Role.Facilitator);
        (string, byte[])[] files =
        [
            ("../../votes.csv", "timestamp,comment-id,voter-id,vote\n1,1,1,7\n"u8.ToArray()),
            ("comments.csv", "comment-id,comment-body\n1,Yes\n"u8.ToArray()),
        ];
        using HttpResponseMessage answer = await desk.UploadAsync(Page, Page, "files", files, ("agree", "1"));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        string text = await answer.PageAsync();
        text.ShouldContain("votes.csv, line 2, column 4");
        text.ShouldNotContain(Path.GetTempPath());
        using HttpResponseMessage nothing = await desk.UploadAsync(Page, Page, "files", [], ("agree", ""));
        nothing.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using HttpResponseMessage bomb = await desk.UploadAsync(
            Page, Page, "files", [("a.zip", "PK\x03\x04nonsense"u8.ToArray())], ("agree", ""));
        bomb.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static List<(string Name, byte[] Bytes)> Export(bool packed)
    {
        Conversation talk = SimulatedConversation.Create(new SimulationOptions
        {
            Participants = 20,
            Statements = 6,
            Density = 0.9,
            Groups = 2,
            Seed = "import",
        });
        string parent = Directory.CreateTempSubdirectory("gouvernail-export-").FullName;
        try
        {
            string folder = Path.Combine(parent, "export");
            PolisExport.Write(folder, talk, null, TestContext.Current.CancellationToken).ShouldBeNull();
            if (packed)
            {
                ZipFile.CreateFromDirectory(folder, Path.Combine(parent, "export.zip"));
                return [("export.zip", File.ReadAllBytes(Path.Combine(parent, "export.zip")))];
            }

            return [.. Directory.GetFiles(folder).Select(path => (Path.GetFileName(path), File.ReadAllBytes(path)))];
        }
        finally
        {
            Directory.Delete(parent, recursive: true);
        }
    }
}
