using System.Net;
using System.Text.Json;
using Gouvernail.Contest.Petitions;
using Gouvernail.People;
using Gouvernail.Server.Tests.Consult.Facilitation;
using Gouvernail.Server.Tests.People;

namespace Gouvernail.Server.Tests.Contest.Petitions;

public sealed class ApiTests
{
    private const string Petition = """
        {"effect":"debate","title":"Plant trees","text":"It is hot.","askedBy":"Neighbours","language":"en",
        "event":{"start":"2030-05-01T18:30","place":"Square","programme":[{"time":"18:30","text":"Speeches"}]}}
        """;

    [Fact]
    public async Task Two_hundred_signatures_at_once_make_a_petition_of_a_hundred_pass_once()
    {
        const int People = 200;
        await using Desk desk = await Desk.OpenAsync(options => options with { RatePerAddress = 100_000_000 });
        desk.Set(100);
        using HttpClient starter = await desk.DeviceAsync();
        using (await starter.SendAsync(HttpMethod.Post, "/api/petitions", Petition, HttpStatusCode.Created))
        {
            desk.P1().Count.ShouldBe(1);
        }

        HttpClient[] people = await Task.WhenAll(Enumerable.Range(1, People).Select(_ => desk.DeviceAsync()));
        using (await starter.SendAsync(HttpMethod.Put, "/api/petitions/p1/signature", "{}", HttpStatusCode.OK))
        {
            // Each twice at once: who is told twice that they signed has signed once.
            await Task.WhenAll(people.Concat(people).Select(async person =>
            {
                using JsonDocument _ = await person.SendAsync(
                    HttpMethod.Put, "/api/petitions/p1/signature", "{}", HttpStatusCode.OK);
            }));
        }

        desk.P1().Count.ShouldBe(People + 1);
        desk.P1().Passed!.Signatures.ShouldBe(100);
        string[] kinds = [.. Enumerable.Range(0, (int)desk.Host.Community.Journal.Size)
            .Select(place => desk.Host.Community.ReadEntry(place)!.Value.Entry.Kind)];
        kinds.Count(kind => kind == PetitionPassed.Kind).ShouldBe(1);
        kinds.Count(kind => kind == PetitionDebated.Kind).ShouldBe(1, "one debate opens, not two hundred");
        kinds.Count(kind => kind == PetitionSigned.Kind).ShouldBe(People + 1);
        desk.ShouldHold();
        Array.ForEach(people, person => person.Dispose());
    }

    [Fact]
    public async Task A_program_starts_reads_signs_and_erases_as_people_do()
    {
        await using Desk desk = await Desk.OpenAsync();
        desk.Set(5);
        using HttpClient program = await desk.DeviceAsync();
        using (JsonDocument made = await program.SendAsync(
            HttpMethod.Post, "/api/petitions", Petition, HttpStatusCode.Created))
        {
            made.RootElement.GetProperty("petition").GetString().ShouldBe("p1");
        }

        using (JsonDocument list = await program.SendAsync(HttpMethod.Get, "/api/petitions", null, HttpStatusCode.OK))
        {
            list.RootElement.GetProperty("thresholds").GetProperty("debate").GetInt32().ShouldBe(5);
            list.RootElement.GetProperty("petitions")[0].GetProperty("signatures").GetInt32().ShouldBe(1);
        }

        using (JsonDocument one = await program.SendAsync(
            HttpMethod.Get, "/api/petitions/p1", null, HttpStatusCode.OK))
        {
            one.RootElement.GetProperty("text").GetString().ShouldBe("It is hot.");
            one.RootElement.GetProperty("event").GetProperty("programme")[0].GetProperty("text").GetString()
                .ShouldBe("Speeches");
            one.RootElement.GetProperty("days").EnumerateObject().Single().Value.GetInt32().ShouldBe(1);
        }

        using (JsonDocument again = await program.SendAsync(
            HttpMethod.Put, "/api/petitions/p1/signature", "{}", HttpStatusCode.OK))
        {
            again.RootElement.GetProperty("entry").ValueKind.ShouldBe(JsonValueKind.Null);
        }

        using (await program.SendAsync(HttpMethod.Delete, "/api/petitions/p1/signature", null, HttpStatusCode.OK))
        using (JsonDocument me = await program.SendAsync(
            HttpMethod.Get, "/api/petitions/p1/me", null, HttpStatusCode.OK))
        {
            me.RootElement.GetProperty("signed").GetBoolean().ShouldBeFalse();
            me.RootElement.GetProperty("starter").GetBoolean().ShouldBeTrue();
            me.RootElement.GetProperty("entries").GetArrayLength().ShouldBe(2);
        }

        using (await program.SendAsync(
            HttpMethod.Put, "/api/petitions/p1/description",
            Petition.Replace("Plant trees", "Plant ten trees", StringComparison.Ordinal), HttpStatusCode.OK))
        {
            desk.P1().Description!.Title.ShouldBe("Plant ten trees");
        }

        using (await program.SendAsync(HttpMethod.Delete, "/api/petitions/p1", null, HttpStatusCode.OK))
        using (await program.SendAsync(HttpMethod.Delete, "/api/petitions/p1/me", null, HttpStatusCode.OK))
        {
            desk.P1().Closed!.Cause.ShouldBe(PetitionEnd.Withdrawn);
            desk.P1().Description.ShouldBeNull();
        }
    }

    [Theory]
    [InlineData("PUT", "/api/petitions/p9/signature", "{}", HttpStatusCode.NotFound)]
    [InlineData("PUT", "/api/petitions/p1/signature", "[]", HttpStatusCode.BadRequest)]
    [InlineData("PUT", "/api/petitions/p1/signature", """{"read":"x"}""", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/api/petitions", "{}", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/api/petitions", """{"effect":"riot","title":"a","text":"b"}""", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/api/petitions", """{"effect":"review","title":"a","text":"b"}""", HttpStatusCode.Conflict)]
    [InlineData("GET", "/api/petitions/p9", null, HttpStatusCode.NotFound)]
    public async Task What_makes_no_sense_is_told_as_such(
        string method, string path, string? body, HttpStatusCode expected)
    {
        await using Desk desk = await Desk.OpenAsync();
        desk.Set(5);
        using HttpClient program = await desk.DeviceAsync();
        using (await program.SendAsync(HttpMethod.Post, "/api/petitions", Petition, HttpStatusCode.Created))
        using (await program.SendAsync(new HttpMethod(method), path, body, expected))
        {
            desk.P1().Count.ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_facilitators_program_sets_thresholds_answers_and_stops()
    {
        await using Desk desk = await Desk.OpenAsync();
        using (await desk.Client.SendAsync(
            HttpMethod.Post, "/api/facilitate/petitions/thresholds", """{"debate":3,"rung":"open"}""",
            HttpStatusCode.Forbidden))
        {
            await desk.SitAsync(Role.Facilitator);
        }

        using (await desk.Client.SendAsync(
            HttpMethod.Post, "/api/facilitate/petitions/thresholds", """{"debate":3,"rung":"open","days":10}""",
            HttpStatusCode.OK))
        using (HttpClient program = await desk.DeviceAsync())
        using (await program.SendAsync(HttpMethod.Post, "/api/petitions", Petition, HttpStatusCode.Created))
        using (await desk.Client.SendAsync(
            HttpMethod.Post, "/api/facilitate/petitions/p1/answer", """{"from":"The town","text":"Yes."}""",
            HttpStatusCode.OK))
        using (await desk.Client.SendAsync(
            HttpMethod.Post, "/api/facilitate/petitions/p1/stop", """{"reason":"A double."}""", HttpStatusCode.OK))
        {
            desk.P1().Answers.ShouldHaveSingleItem().Answer!.By.ShouldBe("r1");
            desk.P1().Closed.ShouldBe(new PetitionClosed(PetitionEnd.Stopped, "A double.", "r1"));
        }
    }

    [Fact]
    public async Task A_person_who_changes_their_mind_all_the_time_is_asked_to_wait()
    {
        await using Desk desk = await Desk.OpenAsync();
        desk.Set(500);
        using HttpClient program = await desk.DeviceAsync();
        using (await program.SendAsync(HttpMethod.Post, "/api/petitions", Petition, HttpStatusCode.Created))
        {
            for (int i = 0; i < 10; i++)
            {
                using (await program.SendAsync(
                    HttpMethod.Delete, "/api/petitions/p1/signature", null, HttpStatusCode.OK))
                using (await program.SendAsync(
                    HttpMethod.Put, "/api/petitions/p1/signature", "{}", HttpStatusCode.OK))
                {
                }
            }

            using (await program.SendAsync(
                HttpMethod.Delete, "/api/petitions/p1/signature", null, HttpStatusCode.TooManyRequests))
            {
                desk.P1().Count.ShouldBe(1);
            }
        }
    }
}
