using FsCheck;
using FsCheck.Fluent;
using Gouvernail.Choice;
using Gouvernail.Consult;

namespace Gouvernail.Tests.Consult;

public sealed class PolisExportTests
{
    private static readonly ReadOptions _history = new() { KeepHistory = true };

    [Fact]
    public void Every_file_is_written_as_the_format_says()
    {
        using var desk = new Desk();
        Desk.Export(desk["out"], Example()).ShouldBeNull();
        Text("summary.csv").ShouldBe("""
            topic,"What, then?"
            url,
            voters,2
            voters-in-conv,1
            commenters,1
            comments,2
            groups,1
            conversation-description,
            vote-convention,agree=+1;disagree=-1;pass=0;format=polis-export/1

            """.ReplaceLineEndings("\n"));
        Text("comments.csv").ShouldBe(""""
            timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,is-meta,is-seed,comment-body
            1435654192085,2015-06-30T08:49:52.085Z,s1,a,1,1,-1,0,1,"=1+1, ""so"""
            ,,s2,,0,0,0,0,0,

            """".ReplaceLineEndings("\n"));
        Text("votes.csv").ShouldBe("""
            timestamp,datetime,comment-id,voter-id,vote
            0,1970-01-01T00:00:00.000Z,s1,a,1
            1435654192085,2015-06-30T08:49:52.085Z,s1,a,-1
            -1,1969-12-31T23:59:59.999Z,s1,"b,c",0

            """.ReplaceLineEndings("\n"));
        Text("participant-votes.csv").ShouldBe("""
            participant,group-id,n-comments,n-votes,n-agree,n-disagree,s1
            a,x,1,1,0,1,-1
            "b,c",,0,1,0,0,0

            """.ReplaceLineEndings("\n"));
        Text("comment-groups.csv").ShouldBe(""""
            comment-id,comment,total-votes,total-agrees,total-disagrees,total-passes,*votes,*agrees,*disagrees,*passes
            s1,"=1+1, ""so""",2,0,1,1,1,0,1,0
            s2,,0,0,0,0,0,0,0,0

            """".ReplaceLineEndings("\n").Replace("*", "group-a-", StringComparison.Ordinal));
        Text("format.json").ShouldContain("\"vote-convention\": \"agree=+1;disagree=-1;pass=0;format=polis-export/1\"");
        Directory.EnumerateFileSystemEntries(desk.Folder).Count().ShouldBe(1);

        string Text(string name) => File.ReadAllText(Path.Combine(desk["out"], name));
    }

    [Fact]
    public void What_is_written_is_read_back_the_same()
    {
        Gen<string> id = Gen.OneOf(
            Gen.Choose(0, 30).Select(i => $"{i}"),
            Gen.Elements("07", "a,b", "\"", "é", "vote", "group-id", " ", "n-disagree"));
        Gen<string> text = Gen.Elements(
            "plain", "", "a,b", "\"q\"", "two\nlines", "cr\r\nlf", "\r", "énoncé 🜂", "=1", "#", "\n");
        var vote = id.Zip(id).Zip(Gen.Choose(-1, 1)).Zip(Gen.Choose(-5, 5));
        Prop.ForAll(
            vote.ListOf().ToArbitrary(), id.Zip(text).ListOf().ToArbitrary(), Gen.Choose(0, 2).ToArbitrary(),
            (cast, known, times) =>
            {
                using var desk = new Desk();
                Conversation written = Make(
                    [.. cast.Select(v => (v.Item1.Item1.Item1, v.Item1.Item1.Item2, v.Item1.Item2, (long)v.Item2))],
                    [.. known.DistinctBy(k => k.Item1).Select(k => new Statement(k.Item1, k.Item2)
                    {
                        Author = k.Item2.Length == 0 ? "" : k.Item1,
                        Time = k.Item2.Length == 1 ? null : 7,
                        IsSeed = k.Item2 == "plain",
                        IsMeta = k.Item2 == "=1",
                        Moderation = (Moderation)((k.Item2.Length % 3) - 1),
                    })],
                    times);
                Desk.Export(desk["out"], written).ShouldBeNull();
                ShouldBeSame(Desk.ReadAt(desk["out"], _history).Conversation.ShouldNotBeNull(), written);

                // The matrix alone holds the same votes, though not their order.
                File.Delete(Path.Combine(desk["out"], "votes.csv"));
                Conversation matrix = Desk.ReadAt(desk["out"]).Conversation.ShouldNotBeNull();
                return matrix.Votes.Canonical().Hash().SequenceEqual(written.Votes.Canonical().Hash());
            }).Check(Config.QuickThrowOnFailure);
    }

    [Fact]
    public void Without_history_the_last_votes_are_written()
    {
        using var desk = new Desk();
        Conversation example = Example() with { History = null };
        Desk.Export(desk["out"], example).ShouldBeNull();
        Conversation read = Desk.ReadAt(desk["out"], _history).Conversation!;
        read.Votes.Hash().ShouldBe(example.Votes.Hash());
        read.History!.Times.ShouldBeNull();
    }

    [Fact]
    public void A_place_that_is_taken_is_refused_and_left_alone()
    {
        using Desk desk = new Desk().With("out/mine.txt", "x").With("file", "x");
        Desk.Export(desk["out"], Example())!.Found.English.ShouldBe("something is there already");
        Desk.Export(desk["file"], Example())!.Found.English.ShouldBe("something is there already");
        Desk.Export(desk["no/where"], Example())!.Found.English.ShouldContain("does not exist");
        Desk.Export("", Example()).ShouldNotBeNull();
        Directory.CreateDirectory(desk["empty"]);
        Desk.Export(desk["empty"] + "/", Example()).ShouldBeNull();
        File.Exists(desk["empty/votes.csv"]).ShouldBeTrue();
        Directory.EnumerateFileSystemEntries(desk.Folder).Count().ShouldBe(3);
    }

    [Fact]
    public void What_files_cannot_carry_is_refused_and_nothing_is_left()
    {
        using var desk = new Desk();
        (string, string)[] cases = [("half", "\ud800"), ("zero", "\0"), ("line\nend", ""), ("\udc00", "")];
        foreach ((string id, string text) in cases)
        {
            Conversation unwritable = Make([("a", id, 1, 0)], [new Statement(id, text)], 0);
            Desk.Export(desk["out"], unwritable).ShouldNotBeNull();
        }

        Should.Throw<OperationCanceledException>(
            () => PolisExport.Write(desk["out"], Example(), null, new CancellationToken(true)));
        Directory.EnumerateFileSystemEntries(desk.Folder).ShouldBeEmpty();
    }

    [Fact]
    public void Why_nothing_is_written_is_told_in_both_languages()
    {
        using Desk desk = new Desk().With("out/mine.txt", "x");
        Told("", Example(), "aucun nom");
        Told(desk["out"], Example(), "il y a déjà quelque chose à cet endroit");
        Told(desk["no/where"], Example(), "le dossier qui doit le contenir n’existe pas");
        Told(desk[new string('x', 250)], Example(), "un nom trop long pour le disque");
        Told(desk["new"], Make([("a", "\0", 1, 0)], [], 0), "l’identifiant «\u00a0\\u{0000}\u00a0»");
        Told(desk["new"], Make([("a", "s", 1, 0)], [new Statement("s", "\0")], 0), "un octet nul dans le texte");
        Told(desk["new"], Make([("a", "s", 1, 0)], [new Statement("s", "\ud800")], 0), "une moitié de caractère");
        Directory.EnumerateFileSystemEntries(desk.Folder).Count().ShouldBe(1);

        static void Told(string folder, Conversation conversation, string found)
        {
            InputProblem problem = Desk.Export(folder, conversation).ShouldNotBeNull();
            problem.File.ShouldBe(folder);
            problem.Found.French.ShouldContain(found);
            InputProblemTests.ShouldBeToldInBothLanguages(problem);
        }
    }

    internal static void ShouldBeSame(Conversation actual, Conversation expected)
    {
        Desk.Show(actual.Votes).ShouldBe(Desk.Show(expected.Votes));
        actual.Statements.ShouldBe(expected.Statements);
        actual.History!.Participants.ShouldBe(expected.History!.Participants);
        actual.History.Cells.ShouldBe(expected.History.Cells);
        actual.History.Times.ShouldBe(expected.History.Times);
        actual.ExportedGroups.ShouldBe(expected.ExportedGroups);
        (actual.Topic, actual.Description, actual.Url).ShouldBe((expected.Topic, expected.Description, expected.Url));
    }

    private static Conversation Example() => Make(
        [("a", "s1", 1, 0), ("a", "s1", -1, 1435654192085), ("b,c", "s1", 0, -1)],
        [
            new Statement("s1", "=1+1, \"so\"")
            {
                Author = "a", Time = 1435654192085, Moderation = Moderation.Rejected, IsSeed = true,
            },
            new Statement("s2", ""),
        ],
        1) with
    { Topic = "What, then?", ExportedGroups = ["x", null] };

    // Rows and columns in order of first appearance, then the other statements: as a reader would make it.
    private static Conversation Make((string Who, string What, int Vote, long Time)[] cast, Statement[] known, int unit)
    {
        string[] participants = [.. cast.Select(v => v.Who).Distinct()];
        Statement[] statements = [.. cast.Select(v => v.What).Distinct()
            .Select(id => known.FirstOrDefault(s => s.Id == id) ?? new Statement(id, ""))];
        statements = [.. statements, .. known.Except(statements)];
        int[] rows = [.. cast.Select(v => Array.IndexOf(participants, v.Who))];
        int[] cells = [.. cast.Select(v => VoteTable.CellOf(Array.FindIndex(statements, s => s.Id == v.What), v.Vote))];
        long[]? at = unit == 0 || cast.Length == 0 ? null
            : [.. cast.Select(v => v.Time * (unit == 1 ? 1 : 1435654192085))];
        return new Conversation
        {
            Statements = statements,
            Votes = VoteTable.FromEvents(
                participants, Array.ConvertAll(statements, s => new StatementColumn(s.Id, s.Moderation, s.IsMeta)),
                rows, cells, at),
            History = new VoteHistory(rows, cells, at),
        };
    }
}
