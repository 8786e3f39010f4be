using System.Net;
using System.Net.Http.Json;

namespace Gouvernail.Server.Tests.Consult;

/// <summary>How often one person may act, whatever the address.</summary>
public sealed class RatesTests
{
    [Fact]
    public async Task Ten_statements_an_hour_and_then_it_says_how_long_to_wait()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = desk.Ask();
        (await VoteAsync(desk.Client, id, 1)).ShouldBe(HttpStatusCode.OK);
        for (int n = 1; n <= 11; n++)
        {
            string sentence = $"Number {n} of the streets should have {n * n} trees.";
            using HttpResponseMessage answer = await desk.Client.PostAsJsonAsync(
                new Uri($"/api/consultations/{id}/statements", UriKind.Relative),
                new { text = sentence, evenIfNear = true },
                TestContext.Current.CancellationToken);
            string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(n <= 10 ? HttpStatusCode.Created : HttpStatusCode.TooManyRequests, text);
            if (n == 11)
            {
                text.ShouldContain("/problems/too-quick");
                int seconds = (int)answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds;
                seconds.ShouldBeInRange(300, 360);
                text.ShouldContain("wait 6 minutes");
            }
        }
    }

    [Fact]
    public async Task A_hundred_and_twenty_votes_a_minute_and_another_person_is_not_held_up()
    {
        await using Desk desk = await Desk.OpenAsync(options => options with { RatePerAddress = 100_000 });
        string id = desk.Ask();
        HttpStatusCode last = HttpStatusCode.OK;
        int votes = 0;
        for (; votes < 400 && last == HttpStatusCode.OK; votes++)
        {
            last = await VoteAsync(desk.Client, id, votes % 2);
        }

        last.ShouldBe(HttpStatusCode.TooManyRequests);
        votes.ShouldBeGreaterThan(120);
        using HttpClient other = desk.Visitor();
        (await VoteAsync(other, id, 1)).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> VoteAsync(HttpClient client, string id, int vote)
    {
        if (!client.DefaultRequestHeaders.Contains("Authorization"))
        {
            using HttpResponseMessage made = await client.PostAsJsonAsync(
                new Uri("/api/devices", UriKind.Relative), new { }, TestContext.Current.CancellationToken);
            var device = await made.Content.ReadFromJsonAsync<Dictionary<string, string>>(
                TestContext.Current.CancellationToken);
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Device " + device!["device"]);
        }

        using HttpResponseMessage answer = await client.PutAsJsonAsync(
            new Uri($"/api/consultations/{id}/votes/1", UriKind.Relative),
            new { vote },
            TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
