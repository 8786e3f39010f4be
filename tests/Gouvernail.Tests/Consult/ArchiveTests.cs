using System.IO.Compression;
using Gouvernail.Consult;

namespace Gouvernail.Tests.Consult;

public sealed class ArchiveTests
{
    private const string Votes = "participant,statement,vote\na,s,1\n";

    [Theory]
    [InlineData("")]
    [InlineData("export/")]
    [InlineData("../../etc/")]
    [InlineData("C:\\export\\")]
    public void An_archive_is_read_like_its_folder_and_its_names_are_no_paths(string prefix)
    {
        using Desk desk = new Desk()
            .With("in/votes.csv", Votes)
            .With("in/comments.csv", "comment-id,comment-body\ns,é\n");
        Reading reading = Desk.ReadAt(desk.Zip(desk["in"], prefix));
        Desk.Show(reading.Conversation!.Votes).ShouldBe("a:s+");
        reading.Conversation.Statements[0].Text.ShouldBe("é");
    }

    [Fact]
    public void Files_of_several_folders_in_an_archive_are_refused()
    {
        using var desk = new Desk();
        Pack(desk, ("one/votes.csv", Votes), ("two/comments.csv", "comment-id,comment-body\n"));
        Desk.ReadAt(desk["a.zip"]).Problem!.Found.English.ShouldContain("several folders");
    }

    [Fact]
    public void The_same_name_twice_in_an_archive_is_refused()
    {
        using var desk = new Desk();
        Pack(desk, ("votes.csv", Votes), ("votes.csv", Votes));
        Desk.ReadAt(desk["a.zip"]).Problem!.Found.English.ShouldStartWith("several files for votes.csv");
    }

    [Fact]
    public void A_problem_inside_an_archive_names_archive_file_and_line()
    {
        using var desk = new Desk();
        Pack(desk, ("x/votes.csv", Votes + "b,s,?\n"), ("__MACOSX/x/._votes.csv", "\0"));
        InputProblem problem = Desk.ReadAt(desk["a.zip"]).Problem!;
        problem.File.ShouldEndWith("a.zip: x/votes.csv");
        (problem.Line, problem.Column).ShouldBe((3, 3));
    }

    [Fact]
    public void An_archive_that_unpacks_out_of_all_proportion_is_refused()
    {
        using var desk = new Desk();
        Pack(desk, ("votes.csv", Votes + string.Concat(Enumerable.Repeat("a,s,1\n", 1_000_000))));
        Desk.ReadAt(desk["a.zip"]).IsRead.ShouldBeTrue();
        var limits = new ReadLimits { UnpackedFreely = 1 << 20 };
        ConversationReader.Read(desk["a.zip"], new ReadOptions(), limits, TestContext.Current.CancellationToken)
            .Problem!.Found.English.ShouldContain("more than 200 bytes came out for each byte");
    }

    [Fact]
    public void An_archive_that_unpacks_to_more_than_the_bound_is_refused()
    {
        using var desk = new Desk();
        Pack(desk, ("votes.csv", Votes + string.Concat(Enumerable.Range(0, 1000).Select(i => $"{i},s,1\n"))));
        var limits = new ReadLimits { UnpackedBytes = 5000 };
        ConversationReader.Read(desk["a.zip"], new ReadOptions(), limits, TestContext.Current.CancellationToken)
            .Problem!.Found.English.ShouldContain("more than 5000 bytes");
    }

    [Fact]
    public void A_damaged_or_shortened_archive_is_a_problem_and_never_other_votes()
    {
        using var desk = new Desk();
        IEnumerable<string> rows = Enumerable.Range(0, 300).Select(i => $"p{i},s{i % 7},{(i % 3) - 1}\n");
        Pack(desk, ("votes.csv", Votes + string.Concat(rows)));
        byte[] whole = File.ReadAllBytes(desk["a.zip"]);
        string votes = Desk.Show(Desk.ReadAt(desk["a.zip"]).Conversation!.Votes);
        for (int at = 0; at < whole.Length; at++)
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 0x10;
            Reading reading = Desk.ReadAt(desk.With("b.zip", damaged)["b.zip"]);
            (!reading.IsRead || Desk.Show(reading.Conversation.Votes) == votes).ShouldBeTrue();
            Desk.ReadAt(desk.With("c.zip", whole[..at])["c.zip"]).IsRead.ShouldBeFalse();
        }
    }

    private static void Pack(Desk desk, params (string Name, string Text)[] files)
    {
        using ZipArchive archive = ZipFile.Open(desk["a.zip"], ZipArchiveMode.Create);
        foreach ((string name, string text) in files)
        {
            using var writer = new StreamWriter(archive.CreateEntry(name, CompressionLevel.SmallestSize).Open());
            writer.Write(text);
        }
    }
}
