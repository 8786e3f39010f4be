using Gouvernail.Consult;

namespace Gouvernail.Tests.Consult;

public sealed class VoteConventionTests
{
    private const string Votes = "participant,statement,vote\na,s,1\n";
    private const string Server = "timestamp,datetime,comment-id,voter-id,vote\n1700000000,,s,a,-1\n";
    private const string Milliseconds = "timestamp,datetime,comment-id,voter-id,vote\n1700000000000,,s,a,1\n";

    [Theory]
    [InlineData("agree=+1;disagree=-1;pass=0;format=polis-export/1", "a:s+")]
    [InlineData("agree=-1;disagree=+1;pass=0;format=polis-export/1", "a:s-")]
    [InlineData("agree=-1;disagree=1", "a:s-")]
    public void A_declaration_in_the_summary_is_honoured(string declared, string votes)
    {
        using Desk desk = new Desk()
            .With("votes.csv", Votes)
            .With("summary.csv", $"topic,t\nvote-convention,{declared}\n");
        Desk.Show(Desk.ReadAt(desk.Folder).Conversation!.Votes).ShouldBe(votes);
    }

    [Theory]
    [InlineData("""{"vote-convention":"agree=-1;disagree=+1;pass=0"}""")]
    [InlineData("""{"format":"polis-export/1","vote":{"agree":-1,"disagree":1,"pass":0}}""")]
    public void A_declaration_in_the_format_file_is_honoured(string json)
    {
        using Desk desk = new Desk().With("votes.csv", Votes).With("format.json", json);
        Desk.Show(Desk.ReadAt(desk.Folder).Conversation!.Votes).ShouldBe("a:s-");
    }

    [Theory]
    [InlineData("agree=+1;disagree=+1")]
    [InlineData("agree=yes;disagree=no")]
    [InlineData("agree=+1;disagree=-1;pass=2")]
    [InlineData("agree=+1;disagree=-1;format=polis-export/9")]
    [InlineData("agree=+1")]
    [InlineData("")]
    public void A_declaration_that_cannot_be_read_is_refused(string declared)
    {
        using Desk desk = new Desk()
            .With("votes.csv", Votes)
            .With("summary.csv", $"topic,t\nvote-convention,{declared}\n");
        Desk.Place(Desk.ReadAt(desk.Folder)).ShouldBe(("summary.csv", 2, 0));
    }

    [Theory]
    [InlineData("{", 1)]
    [InlineData("[]", 0)]
    [InlineData("""{"format":"polis-export/2"}""", 0)]
    [InlineData("""{"vote":{"agree":1,"disagree":1}}""", 0)]
    [InlineData("""{"vote":3}""", 0)]
    [InlineData("""{"vote-convention":"agree=+1;disagree=-1","vote":{"agree":-1,"disagree":1,"pass":0}}""", 0)]
    public void A_format_file_that_is_broken_or_contradicts_itself_is_refused(string json, long line)
    {
        using Desk desk = new Desk().With("votes.csv", Votes).With("format.json", json);
        Desk.Place(Desk.ReadAt(desk.Folder)).ShouldBe(("format.json", line, 0));
    }

    [Fact]
    public void Two_files_that_contradict_each_other_are_refused()
    {
        using Desk desk = new Desk().With("votes.csv", "# vote-convention: agree=-1;disagree=+1\n" + Votes)
            .With("summary.csv", "vote-convention,agree=+1;disagree=-1\n");
        Reading reading = Desk.ReadAt(desk.Folder);
        Desk.Place(reading).ShouldBe(("votes.csv", 1, 0));
        reading.Problem!.Found.English.ShouldContain("summary.csv");
    }

    [Fact]
    public void What_was_asked_counts_where_nothing_is_declared_and_may_not_contradict()
    {
        var raw = new ReadOptions { AgreeIs = -1 };
        Desk.Show(Desk.Read(Votes, raw).Conversation!.Votes).ShouldBe("a:s-");
        Reading reading = Desk.Read("# vote-convention: agree=+1;disagree=-1\n" + Votes, raw);
        Desk.Place(reading).ShouldBe(("votes.csv", 1, 0));
        reading.Problem!.Found.English.ShouldContain("--agree-is -1");
        Should.Throw<ArgumentOutOfRangeException>(() => new ReadOptions { AgreeIs = 2 });
    }

    [Fact]
    public void Times_in_seconds_mark_the_export_whose_sign_must_be_asked_for()
    {
        Reading reading = Desk.Read(Server);
        Desk.Place(reading).ShouldBe(("votes.csv", 2, 1));
        reading.Problem!.Expected.English.ShouldContain("--agree-is -1");
        Desk.Show(Desk.Read(Server, new ReadOptions { AgreeIs = -1 }).Conversation!.Votes).ShouldBe("a:s+");
        Desk.Show(Desk.Read(Server, new ReadOptions { AgreeIs = 1 }).Conversation!.Votes).ShouldBe("a:s-");
        Desk.Show(Desk.Read(Milliseconds).Conversation!.Votes).ShouldBe("a:s+");
    }
}
