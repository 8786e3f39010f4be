using System.Text.Json;

namespace Gouvernail.Cli.Tests.Maps;

public sealed class MapTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void Both_reports_credit_whom_they_are_told_to()
    {
        string page = _desk.At("page.html");
        Outcome outcome = Running.Cli(
            "map", _desk.Conversation(), "--bootstrap", "0", "--html", page, "--credit", "Town <of> X, CC BY 4.0");
        outcome.Output.ShouldContain("Data: Town <of> X, CC BY 4.0");
        File.ReadAllText(page).ShouldContain("<p>Data: <bdi>Town &lt;of&gt; X, CC BY 4.0</bdi></p>");
    }

    [Fact]
    public void The_report_alone_is_printed()
    {
        Outcome outcome = Running.Cli("map", _desk.Conversation());
        outcome.Code.ShouldBe(ExitCode.Done);
        outcome.Error.ShouldBe("");
        outcome.Output.ShouldStartWith("What place should AI have in our public services?\n");
        outcome.Output.ShouldEndWith("\n");
        outcome.Output.ShouldNotContain('\r');
        outcome.Bytes[0].ShouldNotBe((byte)0xEF);
    }

    [Fact]
    public void A_dash_prints_the_JSON_in_place_of_the_report()
    {
        Outcome outcome = Running.Cli("map", _desk.Conversation(), "--json", "-", "--bootstrap", "0");
        outcome.Code.ShouldBe(ExitCode.Done);
        outcome.Error.ShouldBe("");
        using var json = JsonDocument.Parse(outcome.Bytes);
        json.RootElement.GetProperty("method").GetString().ShouldBe("opinion-map/1");
        json.RootElement.GetProperty("groups").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public void Files_are_written_beside_the_report()
    {
        string conversation = _desk.Conversation();
        Outcome outcome = Running.Cli(
            "map", conversation, "--json", _desk.At("a.json"), "--html", _desk.At("a.html"),
            "--export", _desk.At("export"), "--lang", "fr");
        outcome.Code.ShouldBe(ExitCode.Done);
        outcome.Error.ShouldBe("");
        outcome.Output.ShouldContain("Terrain d’entente");
        JsonDocument.Parse(File.ReadAllBytes(_desk.At("a.json"))).Dispose();
        File.ReadAllText(_desk.At("a.html")).ShouldContain("lang=\"fr\"");
        Running.Cli("map", _desk.At("export"), "--json", "-").Bytes.ShouldBe(File.ReadAllBytes(_desk.At("a.json")));
        _desk.Names().ShouldBe(["a.html", "a.json", "conversation", "export"]);
    }

    [Fact]
    public void An_older_file_is_replaced_and_a_link_kept()
    {
        string target = _desk.File("target.json", "old");
        File.CreateSymbolicLink(_desk.At("link.json"), target);
        Running.Cli("map", _desk.Conversation(), "--json", _desk.At("link.json")).Code.ShouldBe(ExitCode.Done);
        new FileInfo(_desk.At("link.json")).LinkTarget.ShouldBe(target);
        File.ReadAllText(target).ShouldStartWith("{");
    }

    [Fact]
    public void Threads_and_language_change_nothing_in_the_JSON()
    {
        string conversation = _desk.Conversation();
        byte[] one = Running.Cli("map", conversation, "--json", "-").Bytes;
        Running.Cli("map", conversation, "--json", "-", "--threads", "3", "--lang", "fr").Bytes.ShouldBe(one);
    }

    [Fact]
    public void A_plain_list_of_votes_is_enough()
    {
        string votes = _desk.File("votes.csv", "participant,statement,vote\na,1,1\nb,1,-1\na,2,0\n");
        Outcome outcome = Running.Cli("map", votes, "--json", "-");
        outcome.Code.ShouldBe(ExitCode.Done);
        using var json = JsonDocument.Parse(outcome.Bytes);
        json.RootElement.GetProperty("votes").GetRawText().ShouldBe("3");
    }

    [Fact]
    public void The_sign_of_agreement_can_be_told()
    {
        string votes = _desk.File("votes.csv", "participant,statement,vote\na,1,1\nb,1,1\n");
        Running.Cli("map", votes, "--json", "-").Bytes
            .ShouldNotBe(Running.Cli("map", votes, "--json", "-", "--agree-is", "-1").Bytes);
    }

    [Fact]
    public void The_method_of_Polis_takes_no_resamples_unless_none()
    {
        string conversation = _desk.Conversation();
        Outcome outcome = Running.Cli("map", conversation, "--method", "polis/1", "--bootstrap", "0", "--json", "-");
        outcome.Code.ShouldBe(ExitCode.Done);
        using var json = JsonDocument.Parse(outcome.Bytes);
        json.RootElement.GetProperty("method").GetString().ShouldBe("polis/1");
        Running.Cli("map", conversation, "--method", "polis/1", "--json", "-").Bytes.ShouldBe(outcome.Bytes);
    }

    [Fact]
    public void A_missing_input_is_told_apart_from_a_bad_one()
    {
        Outcome missing = Running.Cli("map", _desk.At("nothing"));
        missing.Code.ShouldBe(ExitCode.NoInput);
        missing.Error.ShouldContain("no such file or folder. Expected: ");
        Running.Cli("map", _desk.At("nothing"), "--lang", "fr").Error
            .ShouldContain("\u00a0: fichier ou dossier introuvable. Attendu\u00a0: ");

        string file = _desk.File("votes.csv", "participant,statement,vote\na,1,5\n");
        Outcome bad = Running.Cli("map", file, "--json", "-");
        bad.Code.ShouldBe(ExitCode.BadInput);
        bad.Bytes.ShouldBeEmpty();
        bad.Error.ShouldContain("line 2, column 3");
        Running.Cli("map", file, "--lang", "fr").Error
            .ShouldContain("ligne 2, colonne 3\u00a0: «\u00a05\u00a0». Attendu\u00a0: un vote");
    }

    [Fact]
    public void A_file_inside_a_folder_that_cannot_be_read_is_a_missing_input()
    {
        string conversation = _desk.Conversation();
        File.Delete(Path.Combine(conversation, "comments.csv"));
        File.CreateSymbolicLink(Path.Combine(conversation, "comments.csv"), _desk.At("gone"));
        Outcome outcome = Running.Cli("map", conversation);
        outcome.Code.ShouldBe(ExitCode.NoInput);
        outcome.Bytes.ShouldBeEmpty();
        outcome.Error.ShouldContain("comments.csv: it does not exist");
        Running.Cli("map", conversation, "--lang", "fr").Error
            .ShouldContain("comments.csv\u00a0: introuvable. Attendu");
    }

    [Fact]
    public void What_cannot_be_exported_is_told_in_the_language_asked()
    {
        string name = _desk.At(new string('x', 250));
        Outcome outcome = Running.Cli("map", _desk.Conversation(), "--export", name, "--lang", "fr");
        outcome.Code.ShouldBe(ExitCode.CannotWrite);
        outcome.Error.ShouldEndWith("\u00a0: un nom trop long pour le disque.\n");
    }

    [Fact]
    public void What_cannot_be_written_is_told_before_the_work_and_nothing_is_left()
    {
        string conversation = _desk.Conversation();
        string[][] faults =
        [
            ["--json", _desk.At("no/where.json")],
            ["--html", conversation],
            ["--export", conversation],
            ["--export", _desk.At("no/where")],
        ];
        foreach (string[] fault in faults)
        {
            Outcome outcome = Running.Cli(["map", conversation, .. fault]);
            outcome.Code.ShouldBe(ExitCode.CannotWrite, fault[0]);
            outcome.Bytes.ShouldBeEmpty();
            outcome.Error.ShouldContain(fault[1]);
        }

        _desk.Names().ShouldBe(["conversation"]);
    }

    [Fact]
    public void A_full_disk_is_told()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "needs /dev/full");
        Outcome outcome = Running.Cli("map", _desk.Conversation(), "--json", "/dev/full");
        outcome.Code.ShouldBe(ExitCode.CannotWrite);
        outcome.Error.ShouldContain("the disk is full");
    }

    [Fact]
    public void An_interrupted_run_leaves_no_file()
    {
        string conversation = _desk.Conversation();
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var here = new Surroundings { Output = output, Error = error, Variable = _ => null };
        string[] args = ["map", conversation, "--json", _desk.At("a.json"), "--export", _desk.At("export")];
        Cli.Run(args, here, new CancellationToken(canceled: true)).ShouldBe(ExitCode.Interrupted);
        output.Length.ShouldBe(0);
        error.ToString().ShouldContain("interrupted");
        _desk.Names().ShouldBe(["conversation"]);
    }
}
