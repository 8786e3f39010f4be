using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Invitations;
using Gouvernail.Contest.Petitions;
using Gouvernail.Server.Tests.Consult;

namespace Gouvernail.Server.Tests.Contest.Petitions;

/// <summary>A community where people petition.</summary>
internal static class Square
{
    public const string Page = "/petitions/p1";

    public static readonly (string Name, string Value)[] Debate =
    [
        ("effect", "debate"),
        ("automaton", ""),
        ("title", "Plant trees on the market square"),
        ("text", "It is hot.\n\nTrees give shade."),
        ("asked-by", "Neighbours of the square"),
        ("start", "2030-05-01T18:30"),
        ("end", "2030-05-01T22:00"),
        ("place", "Market square"),
        ("programme", "18:30 Speeches\n20:00 Soup"),
    ];

    /// <summary>Sets thresholds without a page; the codes of invitations to the roll, where there is one.</summary>
    public static IReadOnlyList<string> Set(this Desk desk, int debate, Rung rung = Rung.Open, int invited = 0)
    {
        string? roll = rung == Rung.Open ? null : desk.Ask();
        desk.Do(() => SetPetitionThresholds.Decide(
            desk.Host.Community.Consultations,
            new SetPetitionThresholds(new PetitionThresholdsSet(
                new Dictionary<PetitionEffect, int> { [PetitionEffect.Debate] = debate }, rung, roll, 30, null))));
        return roll is null || invited == 0 ? [] : desk.Invite(roll, InvitationUse.One, invited);
    }

    /// <summary>The petition as the committed log has it.</summary>
    public static Petition P1(this Desk desk) =>
        desk.Host.Community.PetitionBook.TryGet("p1", out Petition? petition)
            ? petition
            : throw new InvalidOperationException();

    /// <summary>Another person's browser, as a program: it has a device of its own.</summary>
    public static async Task<HttpClient> DeviceAsync(this Desk desk)
    {
        HttpClient client = desk.Visitor();
        using JsonDocument made = await client.SendAsync(HttpMethod.Post, "/api/devices", "{}", HttpStatusCode.OK);
        client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Device", made.RootElement.GetProperty("device").GetString());
        return client;
    }

    /// <summary>Sends JSON, and reads what comes back.</summary>
    public static async Task<JsonDocument> SendAsync(
        this HttpClient client, HttpMethod method, string path, string? body, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative))
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
        };
        using HttpResponseMessage answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(expected, text);
        return JsonDocument.Parse(text.Length == 0 ? "{}" : text);
    }
}
