using System.Net;
using System.Text.Json;
using Gouvernail.Consult.Consultations;
using Gouvernail.Contest.Petitions;
using Gouvernail.Server.Tests.People;
using Gouvernail.Server.Tests.Verify;
using Gouvernail.Verify.Permits;

namespace Gouvernail.Server.Tests.Contest.Petitions;

/// <summary>People stop an automaton that runs.</summary>
public sealed class SuspensionTests
{
    private const string Stop = """
        {"effect":"suspension","automaton":"a1","title":"Stop it","text":"It errs.","askedBy":"Parents","language":"en"}
        """;

    [Fact]
    public async Task Sixty_signatures_at_once_suspend_a_permit_once_and_a_runtime_learns_it_at_once()
    {
        const int People = 60, Threshold = 40;
        await using Gatehouse house = await Gatehouse.AdmittedAsync();
        house.Do(_ => SetPetitionThresholds.Decide(house.Community.Consultations, new SetPetitionThresholds(
            new PetitionThresholdsSet(
                new Dictionary<PetitionEffect, int> { [PetitionEffect.Suspension] = Threshold }, Rung.Open, null, 30,
                null))));
        using HttpClient starter = await house.Desk.DeviceAsync();
        using (await starter.SendAsync(HttpMethod.Post, "/api/petitions", Stop, HttpStatusCode.Created))
        {
            (await AuthorisedAsync(house)).ShouldBeTrue("a petition that has one signature stops nothing");
        }

        using (await starter.SendAsync(HttpMethod.Put, "/api/petitions/p1/signature", "{}", HttpStatusCode.OK))
        {
            (await AuthorisedAsync(house)).ShouldBeTrue();
        }

        HttpClient[] people = await Task.WhenAll(Enumerable.Range(1, People).Select(_ => house.Desk.DeviceAsync()));
        bool[] ranOn = await Task.WhenAll(people.Select(async person =>
        {
            using JsonDocument signed = await person.SendAsync(
                HttpMethod.Put, "/api/petitions/p1/signature", "{}", HttpStatusCode.OK);
            return signed.RootElement.GetProperty("signatures").GetInt32() >= Threshold
                && await AuthorisedAsync(house);
        }));

        ranOn.ShouldAllBe(it => !it, "who was told that the threshold is reached saw it run on");
        string[] kinds = [.. Enumerable.Range(0, (int)house.Community.Journal.Size)
            .Select(place => house.Community.ReadEntry(place)!.Value.Entry.Kind)];
        kinds.Count(kind => kind == PetitionSigned.Kind).ShouldBe(People + 1);
        kinds.Count(kind => kind == PetitionPassed.Kind).ShouldBe(1);
        kinds.Count(kind => kind == PermitSuspended.Kind).ShouldBe(1);
        Array.IndexOf(kinds, PermitSuspended.Kind).ShouldBe(
            Array.IndexOf(kinds, PetitionPassed.Kind) + 1, "the effect is in the commit of its cause");
        house.Community.PermitBook.Of("a1").Petition.ShouldBe("p1");
        (await house.RefusingAsync()).ShouldBe(["suspended-by-petition"]);
        (await house.Desk.TextAsync("/petitions/p1")).ShouldContain("suspended");
        Array.ForEach(people, person => person.Dispose());

        // What the community asks for is changed meanwhile; only an answer with a reason lets it run again.
        house.Adopt(most: 0.2);
        (await house.RefusingAsync()).ShouldBe(["suspended-by-petition"]);
        const string Resume = "/api/facilitate/automata/a1/resume";
        byte[] reason = """{"reason":"Mended, see the audit."}"""u8.ToArray();
        (await house.RefusedAsync(Resume, reason)).GetProperty("type").GetString()
            .ShouldBe("/problems/petition-unanswered");
        await house.ActAsync("/petitions/p1/answer", """{"from":"The town","text":"It was mended."}""");
        await house.PostAsync(Resume, reason);
        (await AuthorisedAsync(house)).ShouldBeTrue();
        await house.ShouldHoldAsync();
    }

    private static async Task<bool> AuthorisedAsync(Gatehouse house)
    {
        using HttpResponseMessage answer = await house.Desk.GetAsync("/api/gate/a1/authz");
        return answer.StatusCode switch
        {
            HttpStatusCode.NoContent => true,
            HttpStatusCode.Forbidden => false,
            var other => throw new InvalidOperationException(other.ToString()),
        };
    }
}
