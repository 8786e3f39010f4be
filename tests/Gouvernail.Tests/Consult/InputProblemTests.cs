using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Gouvernail.Consult;

namespace Gouvernail.Tests.Consult;

public sealed partial class InputProblemTests
{
    private const string Header = "participant,statement,vote\n";
    private const string Times = "participant,statement,vote,timestamp\n";
    private const string Matrix = "participant,n-votes,s\n";
    private const string Statements = "comment-id,comment-body,author-id,moderated,is-meta\n";

    private static readonly ReadLimits _small =
        new() { FieldBytes = 50, LineBytes = 200, Events = 2, UnpackedBytes = 300, UnpackedFreely = 100 };

    [Theory]
    [InlineData("votes.csv", "", "le fichier est vide")]
    [InlineData("votes.csv", "\n\n", "aucune ligne avec les noms des colonnes")]
    [InlineData("votes.csv", "who,vote\n", "les colonnes who, vote")]
    [InlineData("votes.csv", "participant,statement,vote,vote\n", "«\u00a0vote\u00a0»")]
    [InlineData("votes.csv", "participant;statement;vote\na;s;1\n", "des colonnes séparées par des points-virgules")]
    [InlineData("votes.csv", "participant\tstatement\tvote\na\ts\t1\n", "par des tabulations, «\u00a0participant\\t")]
    [InlineData("participant-votes.csv", "participant;n-votes;s\n", "des colonnes séparées par des points-virgules")]
    [InlineData("comments.csv", "comment-id;comment-body\n", "des colonnes séparées par des points-virgules")]
    [InlineData("votes.csv", "Participant,statement,vote\n", "«\u00a0Participant\u00a0»")]
    [InlineData("votes.csv", "participant, statement, vote\n", "«\u00a0 statement\u00a0»")]
    [InlineData("votes.csv", Header + "a\n", "une ligne de 1 champ")]
    [InlineData("votes.csv", Header + "a,s\n", "une ligne de 2 champs")]
    [InlineData("votes.csv", Header + "\na,s,1\n", "une ligne vide")]
    [InlineData("votes.csv", Header + ",s,1\n", "un champ vide")]
    [InlineData("votes.csv", Header + "a,s,oui\n", "«\u00a0oui\u00a0»")]
    [InlineData("votes.csv", Header + "a,s,\"1\n", "un guillemet jamais fermé")]
    [InlineData("votes.csv", Header + "a,s\"t,1\n", "un guillemet au milieu d’un champ")]
    [InlineData("votes.csv", Header + "\"a\"b,s,1\n", "du texte après un guillemet fermant")]
    [InlineData("votes.csv", Header + "a\0,s,1\n", "un octet nul")]
    [InlineData("votes.csv", Header + "a\u00ff,s,1\n", "l’octet 0xFF")]
    [InlineData("votes.csv", "\u00ff\u00fep\0", "un fichier en UTF-16")]
    [InlineData("votes.csv", Header + "a,s,1\na,t,1\na,u,1\n", "plus de 2 votes")]
    [InlineData("votes.csv", Header + "a23456789b23456789c23456789d23456789e23456789f23456,s,1\n", "plus de 50 octets")]
    [InlineData("votes.csv", Times + "a,s,1,hier\n", "«\u00a0hier\u00a0»")]
    [InlineData("votes.csv", "timestamp,comment-id,voter-id,vote\n5,s,a,1\n", "des temps en secondes («\u00a05")]
    [InlineData("votes.csv", "# vote-convention: oui\n" + Header, "la convention de vote «\u00a0oui\u00a0»")]
    [InlineData("participant-votes.csv", Matrix + "a,1,?\n", "«\u00a0?\u00a0»")]
    [InlineData("participant-votes.csv", Matrix + "a,1,1\na,1,1\n", "«\u00a0a\u00a0»")]
    [InlineData("comments.csv", Statements + "s,x,,0,0\ns,x,,0,0\n", "«\u00a0s\u00a0»")]
    [InlineData("comments.csv", Statements + "s,x,\u0001,0,0\n", "«\u00a0\\u{0001}\u00a0»")]
    [InlineData("comments.csv", Statements + "s,x,,rejete,0\n", "«\u00a0rejete\u00a0»")]
    [InlineData("comments.csv", Statements + "s,x,,0,2\n", "«\u00a02\u00a0»")]
    [InlineData("summary.csv", "topic\n", "une ligne de 1 champ")]
    [InlineData("summary.csv", "topic,a\ntopic,b\n", "«\u00a0topic\u00a0»")]
    [InlineData("format.json", "{", "du texte qui n’est pas du JSON")]
    [InlineData("format.json", "[]", "pas un objet JSON")]
    [InlineData("format.json", "{\"format\":7}", "le format «\u00a07\u00a0»")]
    [InlineData("format.json", "{\"timestamps\":7}", "les temps «\u00a07\u00a0»")]
    public void What_is_wrong_in_a_file_is_told_in_both_languages(string name, string text, string found)
    {
        using Desk desk = new Desk().With(name, Encoding.Latin1.GetBytes(text));
        if (name is not ("votes.csv" or "participant-votes.csv"))
        {
            desk.With("votes.csv", Header);
        }

        ShouldBeTold(desk.Folder, found);
    }

    [Fact]
    public void Lines_and_files_beyond_any_sense_are_told_in_both_languages()
    {
        using Desk desk = new Desk()
            .With("long.csv", $"{Header}a,s{new string(',', 300)}\n")
            .With("in/votes.csv", Header)
            .With("in/format.json", new string(' ', (1 << 20) + 1));
        ShouldBeTold(desk["long.csv"], "une ligne de plus de 200 octets");
        ShouldBeTold(desk["in"], "plus de 1048576 octets");
    }

    [Fact]
    public void What_the_files_say_against_each_other_is_told_in_both_languages()
    {
        using Desk desk = new Desk()
            .With("votes.csv", "# vote-convention: agree=-1;disagree=+1\n" + Header)
            .With("summary.csv", "vote-convention,agree=+1;disagree=-1\n");
        ShouldBeTold(desk.Folder, "«\u00a0d’accord\u00a0» vaut -1 ici, et +1 dans ");
        ShouldBeTold(desk["votes.csv"], "--agree-is 1 a été demandé", new ReadOptions { AgreeIs = 1 });
        desk.With("a-comments.csv", "").With("b-comments.csv", "");
        ShouldBeTold(desk.Folder, "plusieurs fichiers pour comments.csv");
    }

    [Fact]
    public void What_is_wrong_with_an_archive_is_told_in_both_languages()
    {
        using Desk desk = new Desk().With("fake.zip", "PK").With("cut.zip", "PK\u0003\u0004")
            .With("in/votes.csv", Header + string.Concat(Enumerable.Repeat("a,s,1\n", 400)));
        ShouldBeTold(desk["fake.zip"], "pas une archive zip, malgré son nom");
        ShouldBeTold(desk["cut.zip"], "une archive abîmée");
        string packed = desk.Zip(desk["in"]);
        ShouldBeTold(packed, "plus de 300 octets sont sortis", limits: _small with { UnpackedRatio = int.MaxValue });
        ShouldBeTold(packed, "plus de 1 octets sont sortis", limits: new() { UnpackedFreely = 1, UnpackedRatio = 1 });

        // The only checksum in the archive's list of files.
        byte[] bytes = File.ReadAllBytes(packed);
        bytes[bytes.AsSpan().IndexOf("PK\x01\x02"u8) + 16] ^= 1;
        ShouldBeTold(desk.With("other.zip", bytes)["other.zip"], "autre chose que le fichier archivé", limits: new());
        using (ZipArchive archive = ZipFile.Open(desk["two.zip"], ZipArchiveMode.Create))
        {
            archive.CreateEntry("one/votes.csv");
            archive.CreateEntry("two/comments.csv");
        }

        ShouldBeTold(desk["two.zip"], "dans plusieurs dossiers");
        bytes[bytes.AsSpan().IndexOf("PK\x01\x02"u8) + 8] |= 1;
        ShouldBeTold(desk.With("closed.zip", bytes)["closed.zip"], "un fichier chiffré");
    }

    [Theory]
    [InlineData("participant,statement,vote\ra,s,1\rb,s,1\r")]
    [InlineData("\"participant\",\"statement\",\"vote\"\r\"a\",\"s\ns\",\"1\"")]
    [InlineData("\uFEFFparticipant,statement,vote\ra,s,1")]
    public void Line_ends_of_old_Macs_are_refused_for_what_they_are(string text)
    {
        Reading reading = Desk.Read(text);
        Desk.Place(reading).ShouldBe(("votes.csv", 1, 0));
        reading.Problem!.Found.English.ShouldContain("carriage return alone (CR)");
        reading.Problem.Found.French.ShouldContain("un retour chariot seul (CR)");
        reading.Problem.Expected.French.ShouldContain("tr '\\r' '\\n'");
    }

    [Theory]
    [InlineData("participant,statement,vote\r")]
    [InlineData("participant,statement,note,vote\na,s,x\ry,1\n")]
    [InlineData("participant,statement,\"no\rte\",vote\r\na,s,\"x\ry\",1\r\n")]
    public void A_carriage_return_that_ends_no_line_is_text(string text) => Desk.Read(text).IsRead.ShouldBeTrue();

    [Fact]
    public void A_file_that_is_missing_or_may_not_be_read_is_told_apart_from_a_bad_one()
    {
        using Desk desk = new Desk().With("in/votes.csv", Header).With("bad/votes.csv", "").With("none/x", "");
        File.CreateSymbolicLink(desk["in/comments.csv"], desk["gone"]);
        IsMissing(desk["absent"], "fichier ou dossier introuvable").ShouldBeTrue();
        IsMissing(desk["in"], "introuvable").ShouldBeTrue();
        IsMissing(desk["bad"], "le fichier est vide").ShouldBeFalse();
        IsMissing(desk["none"], "aucun fichier de votes").ShouldBeFalse();

        static bool IsMissing(string path, string found) => ShouldBeTold(path, found).IsMissing;
    }

    [Fact]
    public void A_file_inside_a_folder_that_may_not_be_read_is_named()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("rights are other there");
            return;
        }

        using Desk desk = new Desk().With("in/votes.csv", Header).With("in/comments.csv", "");
        File.SetUnixFileMode(desk["in/comments.csv"], UnixFileMode.None);
        Assert.SkipWhen(MayRead(desk["in/comments.csv"]), "this user may read everything");
        InputProblem problem = ShouldBeTold(desk["in"], "accès refusé");
        problem.IsMissing.ShouldBeTrue();
        problem.File.ShouldEndWith("comments.csv");
    }

    [Fact]
    public void A_file_in_use_is_told_in_both_languages()
    {
        using Desk desk = new Desk().With("votes.csv", Header);
        using var other = new FileStream(desk["votes.csv"], FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        ShouldBeTold(desk["votes.csv"], "un autre programme l’utilise").IsMissing.ShouldBeTrue();
    }

    [Fact]
    public void A_problem_is_one_sentence_in_each_language()
    {
        var problem = new InputProblem("f", 0, 0, new("this", "ceci"), new("that", "cela"));
        problem.In(Language.English).ShouldBe("f: this. Expected: that");
        problem.In(Language.French).ShouldBe("f\u00a0: ceci. Attendu\u00a0: cela");
        (problem with { Line = 2 }).In(Language.French).ShouldBe("f, ligne 2\u00a0: ceci. Attendu\u00a0: cela");
        problem = problem with { Line = 2, Column = 3 };
        problem.ToString().ShouldBe("f, line 2, column 3: this. Expected: that");
        problem.In(Language.French).ShouldBe("f, ligne 2, colonne 3\u00a0: ceci. Attendu\u00a0: cela");
    }

    internal static void ShouldBeToldInBothLanguages(InputProblem problem)
    {
        foreach (Wording wording in (Wording[])[problem.Found, problem.Expected])
        {
            wording.English.ShouldNotBeNullOrWhiteSpace();
            wording.French.ShouldNotBeNullOrWhiteSpace();
            wording.French.ShouldNotBe(wording.English);
            Breakable().IsMatch(Quoted().Replace(wording.French, "")).ShouldBeFalse(wording.French);
        }
    }

    private static InputProblem ShouldBeTold(
        string path, string found, ReadOptions? options = null, ReadLimits? limits = null)
    {
        InputProblem problem = ConversationReader.Read(
            path, options ?? new ReadOptions(), limits ?? _small, TestContext.Current.CancellationToken)
            .Problem.ShouldNotBeNull();
        problem.Found.French.ShouldContain(found);
        ShouldBeToldInBothLanguages(problem);
        return problem;
    }

    private static bool MayRead(string path)
    {
        try
        {
            File.ReadAllBytes(path);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    [GeneratedRegex("«\u00a0.*?\u00a0»")]
    private static partial Regex Quoted();

    // French takes a space that does not break before high punctuation and inside guillemets.
    [GeneratedRegex("[^\u00a0\u202f][;!?]|[^\u00a0\u202f]:(\\s|$)|[«»]")]
    private static partial Regex Breakable();
}
