using Gouvernail.Choice;
using Gouvernail.Consult;
using Gouvernail.Server.Tests;
using Gouvernail.Server.Tests.Aggregate;

namespace Gouvernail.Browser.Tests.Server;

/// <summary>Servers to open in a browser.</summary>
internal static class Desks
{
    /// <summary>One where nothing was done yet, which lets one browser ask as much as a test does.</summary>
    public static Task<Desk> Empty() => Desk.OpenAsync(options => options with { RatePerAddress = 100_000 });

    /// <summary>One where people are in the midst of a consultation, all of whose statements are shown.</summary>
    public static async Task<(Desk Desk, string Id)> Busy()
    {
        Desk desk = await Empty();
        Conversation talk = Talks.Simulate(people: 80, statements: 16);
        talk = talk with
        {
            Statements = [.. talk.Statements.Select(s => s with { Moderation = Moderation.Unmoderated })],
        };
        return (desk, Talks.Import(desk.Host.Community, talk: talk));
    }
}
