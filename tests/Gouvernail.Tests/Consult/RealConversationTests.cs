using Gouvernail.Choice;
using Gouvernail.Consult;

namespace Gouvernail.Tests.Consult;

/// <summary>The eight openData conversations of the specification's table.</summary>
public sealed class RealConversationTests
{
    public static TheoryData<string, int, int, int, int, string> Table => new()
    {
        { "vtaiwan.uberx", 49_443, 1_921, 197, 78, "0:330 1:889 -:702" },
        { "austria-climate.5twd2jsnkf.2022-08-08", 61_384, 1_116, 522, 245, "0:761 1:139 -:216" },
        { "scoop-hivemind.biodiversity", 29_719, 536, 316, 162, "0:72 1:371 -:93" },
        { "canadian-electoral-reform", 11_950, 448, 174, 22, "0:16 1:265 -:167" },
        { "ssis.land-bank-farmland.2rumnecbeh.2021-08-01", 33_463, 404, 297, 105, "0:264 1:91 -:49" },
        { "15-per-hour-seattle", 2_872, 339, 54, 23, "0:99 1:39 -:201" },
        { "scoop-hivemind.ubi", 7_153, 234, 71, 1, "0:70 1:113 2:42 3:9" },
        { "brexit-consensus", 5_303, 204, 50, 0, "0:106 1:91 -:7" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void A_published_conversation_is_read_as_its_table_says(
        string name, int votes, int participants, int statements, int rejected, string groups)
    {
        Conversation conversation = Desk.ReadAt(Folder(name)).Conversation.ShouldNotBeNull();
        conversation.Votes.VoteCount.ShouldBe(votes);
        conversation.Votes.Participants.Count.ShouldBe(participants);
        conversation.Statements.Count.ShouldBe(statements);
        conversation.Statements.Count(s => s.Moderation == Moderation.Rejected).ShouldBe(rejected);
        string.Join(' ', conversation.ExportedGroups!.GroupBy(g => g ?? "-")
            .OrderBy(g => g.Key == "-").ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key}:{g.Count()}"))
            .ShouldBe(groups);
        conversation.Topic.ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void The_matrix_of_a_published_conversation_holds_the_same_votes(
        string name, int votes, int participants, int statements, int rejected, string groups)
    {
        string folder = Folder(name);
        VoteTable events = Desk.ReadAt(Path.Combine(folder, "votes.csv")).Conversation!.Votes;
        VoteTable matrix = Desk.ReadAt(Path.Combine(folder, "participants-votes.csv")).Conversation!.Votes;
        matrix.Canonical().Hash().ShouldBe(events.Canonical().Hash());
        (votes, participants).ShouldBe((matrix.VoteCount, matrix.Participants.Count));
        matrix.Statements.Count.ShouldBeLessThanOrEqualTo(statements);
        (rejected + groups.Length).ShouldBePositive();
    }

    [Fact]
    public void A_published_conversation_survives_export_and_archive()
    {
        string folder = Folder("scoop-hivemind.ubi");
        using var desk = new Desk();
        var history = new ReadOptions { KeepHistory = true };
        Conversation read = Desk.ReadAt(folder, history).Conversation!;
        Desk.Export(desk["out"], read).ShouldBeNull();
        PolisExportTests.ShouldBeSame(Desk.ReadAt(desk["out"], history).Conversation!, read);
        PolisExportTests.ShouldBeSame(Desk.ReadAt(desk.Zip(folder), history).Conversation!, read);
    }

    internal static string Folder(string name)
    {
        for (DirectoryInfo? up = new(AppContext.BaseDirectory); up is not null; up = up.Parent)
        {
            string folder = Path.Combine(up.FullName, "shared", "data", "polis", name);
            if (Directory.Exists(folder))
            {
                return folder;
            }
        }

        Assert.Skip("The openData conversations are not in a folder shared/data beside the repository.");
        return "";
    }
}
