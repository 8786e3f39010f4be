using System.Net;
using System.Text.Json;
using Gouvernail.Audits;
using Gouvernail.Journals;
using Gouvernail.Server.Tests.Contest.Petitions;
using Gouvernail.Server.Tests.People;

namespace Gouvernail.Server.Tests;

/// <summary>What somebody sees who tries the demonstration.</summary>
public sealed class DemoTests
{
    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.French)]
    public async Task The_whole_loop_is_there_and_one_signature_more_stops_an_automaton(Language language)
    {
        string data;
        DirectoryInfo folder = Directory.CreateTempSubdirectory("gouvernail-demo-");
        await using (Desk desk = await Desk.OpenAsync(options => options with
        {
            Data = Path.Combine(folder.FullName, "data"),
            Demo = true,
            Language = language,
        }))
        {
            data = desk.Host.Folder;
            string home = await desk.TextAsync("/");
            home.ShouldContain("1 mandate in force");
            home.ShouldContain("2 automata, 1 may run");
            home.ShouldContain("1 petition to sign");
            (await desk.GetAsync("/api/gate/a1/authz")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
            using (HttpResponseMessage sorter = await desk.GetAsync("/api/gate/a2/authz"))
            {
                sorter.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
                string[] codes =
                [
                    .. JsonElement.Parse(await sorter.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
                        .GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("code").GetString()!),
                ];
                codes.ShouldContain("forbidden");
                codes.ShouldContain("refused-to-disclose");
                codes.ShouldContain("not-disclosed");
            }

            using HttpClient person = await desk.DeviceAsync();
            using JsonDocument _ = await person.SendAsync(
                HttpMethod.Put, "/api/petitions/p1/signature", "{}", HttpStatusCode.OK);
            desk.P1().Passed.ShouldNotBeNull();
            (await desk.GetAsync("/api/gate/a1/authz")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await desk.TextAsync("/")).ShouldContain("0 may run");
        }

        using (var bundle = new StoredBundle(new DataFolder(data)))
        {
            AuditReport report =
                Audit.Run(bundle, new AuditOptions { Threads = 1 }, TestContext.Current.CancellationToken);
            report.Findings.Where(finding => finding.Kind > FindingKind.Remark)
                .Select(finding => finding.What.English).ShouldBeEmpty();
        }

        folder.Delete(recursive: true);
    }
}
