using FsCheck;
using FsCheck.Fluent;
using Gouvernail.Choice;
using Gouvernail.Consult;

namespace Gouvernail.Tests.Consult;

public sealed class ReadingTests
{
    private const string Header = "participant,statement,vote\n";

    [Fact]
    public void Every_way_to_write_a_vote_is_understood()
    {
        Reading reading = Desk.Read(Header + "a,s1,1\na,s2,0\na,s3,-1\na,s4,+1\na,s5,1.0\na,s6,0.0\na,s7,-1.0\n");
        Desk.Show(reading.Conversation!.Votes).ShouldBe("a:s1+ s2. s3- s4+ s5+ s6. s7-");
    }

    [Fact]
    public void Columns_may_stand_in_any_order_among_others_under_either_name()
    {
        string expected = "a:s+\nb:s-";
        Desk.Show(Desk.Read("vote,x,statement,participant\n1,y,s,a\n-1,,s,b\n").Conversation!.Votes).ShouldBe(expected);
        Desk.Show(Desk.Read("comment-id,voter-id,vote\ns,a,1\ns,b,-1\n").Conversation!.Votes).ShouldBe(expected);
    }

    [Theory]
    [InlineData("\uFEFFparticipant,statement,vote\na,s,1\nb,s,-1\n")]
    [InlineData("participant,statement,vote\r\na,s,1\r\nb,s,-1\r\n\r\n")]
    [InlineData("participant,statement,vote\na,s,1\nb,s,-1")]
    [InlineData("\"participant\",\"statement\",\"vote\"\r\n\"a\",\"s\",\"1\"\r\n\"b\",s,-1\r\n")]
    [InlineData("participant,statement,vote\na,s,1\nb,s,-1\n\n\n")]
    [InlineData("# vote-convention: agree=+1;disagree=-1;pass=0;format=polis-export/1\n" + Header + "a,s,1\nb,s,-1\n")]
    [InlineData("# vote-convention: agree=-1; disagree=+1\nparticipant,statement,vote\na,s,-1\nb,s,1\n")]
    [InlineData("participant,group-id,n-votes,n-disagree,s\na,0,1,0,1\nb,,1,1,-1\n")]
    public void The_same_votes_are_read_from_every_shape(string text) =>
        Desk.Show(Desk.Read(text).Conversation!.Votes).ShouldBe("a:s+\nb:s-");

    [Fact]
    public void The_last_vote_counts_by_time_and_then_by_place()
    {
        string times = "participant,statement,vote,timestamp\n";
        Desk.Show(Desk.Read(times + "a,s,1,9\na,s,-1,8\n").Conversation!.Votes).ShouldBe("a:s+");
        Desk.Show(Desk.Read(times + "a,s,1,9\na,s,-1,9\n").Conversation!.Votes).ShouldBe("a:s-");
        Desk.Show(Desk.Read(Header + "a,s,1\na,s,-1\n").Conversation!.Votes).ShouldBe("a:s-");
    }

    [Fact]
    public void History_keeps_every_event_in_file_order_and_seconds_become_milliseconds()
    {
        Reading reading = Desk.Read(
            "participant,statement,vote,timestamp\na,s,1,1700000001\na,s,-1,1700000000\n",
            new ReadOptions { KeepHistory = true });
        VoteHistory history = reading.Conversation!.History!;
        history.Participants.ShouldBe([0, 0]);
        history.Cells.ShouldBe([VoteTable.CellOf(0, 1), VoteTable.CellOf(0, -1)]);
        history.Times.ShouldBe([1700000001000, 1700000000000]);
    }

    [Fact]
    public void Ids_are_told_apart_by_their_bytes()
    {
        string[] ids = ["7", "07", "+7", "4194303", "4194304", "12345678", "99999999", "é", "e\u0301", "7 ", "0", "00"];
        Reading reading = Desk.Read(Header + string.Concat(ids.Concat(ids).Select(id => $"{id},s,1\n")));
        reading.Conversation!.Votes.Participants.ShouldBe(ids);
    }

    [Fact]
    public void A_header_without_votes_is_a_conversation_without_votes()
    {
        Conversation conversation = Desk.Read(Header).Conversation!;
        conversation.Votes.VoteCount.ShouldBe(0);
        conversation.Statements.ShouldBeEmpty();
    }

    [Fact]
    public void A_matrix_keeps_who_never_voted_and_what_nobody_saw()
    {
        Conversation conversation = Desk.Read("participant,n-votes,s1,s2\na,0,,\nb,1,1,\n").Conversation!;
        Desk.Show(conversation.Votes).ShouldBe("a:\nb:s1+");
        conversation.Statements.Select(s => s.Id).ShouldBe(["s1", "s2"]);
    }

    [Fact]
    public void Statements_stand_in_the_order_of_the_votes_then_of_their_file()
    {
        using Desk desk = new Desk()
            .With("votes.csv", Header + "a,9,1\na,x,1\n")
            .With("comments.csv", """
                timestamp,comment-id,author-id,moderated,is-meta,is-seed,importance,comment-body
                1700000000,3,p,-1,TRUE,0,.5,"unseen, and
                on two lines"
                ,9,,1,false,1,.5,seen

                """.ReplaceLineEndings("\n"))
            .With("summary.csv", "topic,\"T, t\"\nunknown,x\nconversation-description,\"a\n\nb\"\nurl,u\n\n");
        Conversation conversation = Desk.ReadAt(desk.Folder).Conversation!;
        conversation.Statements.ShouldBe([
            new Statement("9", "seen") { Moderation = Moderation.Accepted, IsSeed = true },
            new Statement("x", ""),
            new Statement("3", "unseen, and\non two lines")
            {
                Author = "p", Time = 1700000000000, Moderation = Moderation.Rejected, IsMeta = true,
            },
        ]);
        (conversation.Topic, conversation.Description, conversation.Url).ShouldBe(("T, t", "a\n\nb", "u"));
        conversation.Votes.Statements.ShouldBe(
            conversation.Statements.Select(s => new StatementColumn(s.Id, s.Moderation, s.IsMeta)));
    }

    [Fact]
    public void Files_are_known_by_the_end_of_their_names()
    {
        using Desk desk = new Desk()
            .With("2025-06-19-1201-3phdex2kjf-votes.csv", Header + "a,s,1\n")
            .With(
                "2025-06-19-1201-3phdex2kjf-participant-votes.csv",
                "participant,group-id,n-disagree,s\na,4,0,1\nz,,0,\n")
            .With("2025-06-19-1201-3phdex2kjf-comments.csv", "comment-id,comment-body\ns,text\n");
        Conversation conversation = Desk.ReadAt(desk.Folder).Conversation!;
        conversation.Statements[0].Text.ShouldBe("text");
        conversation.Votes.Participants.ShouldBe(["a", "z"]);
        conversation.ExportedGroups.ShouldBe(["4", null]);
        desk.With("other-votes.csv", Header);
        Desk.ReadAt(desk.Folder).Problem!.Found.English.ShouldStartWith("several files for votes.csv");
    }

    [Fact]
    public void Rows_in_another_order_are_the_same_votes_and_rows_of_any_length_are_read_whole()
    {
        var cast = Gen.Choose(0, 40).Select(n => n * n * n).Zip(Gen.Choose(0, 30)).Zip(Gen.Choose(-1, 1)).ListOf(200);
        Prop.ForAll(cast.ToArbitrary(), Gen.Choose(0, 1 << 18).ToArbitrary(), (list, pad) =>
        {
            // Long notes move the rows across the blocks that are read.
            string[] rows = [.. list.DistinctBy(v => v.Item1).Select((v, i) =>
                $"p{v.Item1.Item1},{v.Item1.Item2},{v.Item2},{new string('n', i % 9 == 0 ? pad : i)}\n")];
            string text = "participant,statement,vote,note\n";
            VoteTable one = Desk.Read(text + string.Concat(rows)).Conversation!.Votes;
            VoteTable other = Desk.Read(text + string.Concat(rows.Reverse())).Conversation!.Votes;
            one.VoteCount.ShouldBe(rows.Length);
            return one.Canonical().Hash().SequenceEqual(other.Canonical().Hash());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));
    }

    [Fact]
    public void Progress_ends_at_one_and_a_stop_is_obeyed()
    {
        var shares = new Shares();
        Desk.Read(Header + "a,s,1\n", new ReadOptions { Progress = shares }).IsRead.ShouldBeTrue();
        shares.Last.ShouldBe(1);
        using Desk desk = new Desk().With("v.csv", Header);
        Should.Throw<OperationCanceledException>(
            () => ConversationReader.Read(desk["v.csv"], null, new CancellationToken(true)));
    }

    private sealed class Shares : IProgress<double>
    {
        public double Last { get; private set; }

        public void Report(double value) => Last = value;
    }
}
