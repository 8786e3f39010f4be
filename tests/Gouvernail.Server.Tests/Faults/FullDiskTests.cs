using System.Diagnostics;
using System.Net;
using Gouvernail.Audits;
using Gouvernail.Consult.Consultations;
using Gouvernail.People;

namespace Gouvernail.Server.Tests.Faults;

/// <summary>A server whose data folder lies on a disk of its own, a small one in memory, that is full.</summary>
public sealed class FullDiskTests
{
    /// <summary>Mounts the disk where the server alone sees it, puts a folder there, and fills it or not.</summary>
    private const string Script =
        """
        place=$1 size=$2 copy=$3 fill=$4; shift 4
        mount -t tmpfs -o "size=$size" none "$place" || exit 1
        if [ -n "$copy" ]; then cp -a "$copy" "$place/data"; fi
        if [ -n "$fill" ]; then cat /dev/zero >"$place/filler" 2>/dev/null; fi
        exec "$@"
        """;

    [Theory]
    [InlineData("8k", false)]
    [InlineData("64k", false)]
    [InlineData("1m", true)]
    public async Task A_server_that_starts_on_a_full_disk_says_so_and_what_to_do(string size, bool isFounded)
    {
        using var disk = new Disk();
        if (isFounded)
        {
            Found(disk.Copy);
        }

        using var server = ServerProcess.Start(disk.Data, disk.Command(Script, size, isFounded, fills: isFounded));
        (await server.EndAsync()).ShouldBe((int)ExitCode.CannotWrite, server.Said);
        string said = server.Said.TrimEnd();
        said.ShouldStartWith($"gouvernail-server: cannot open {disk.Data}: the disk is full");
        said.ShouldContain("Make room, then try again");
        said.ShouldNotContain('\n');
    }

    [Fact]
    public async Task On_a_disk_that_fills_votes_are_refused_pages_are_read_and_with_room_again_votes_are_taken()
    {
        using var disk = new Disk();
        Found(disk.Copy);
        using var server = ServerProcess.Start(disk.Data, disk.Command(Script, "8m", isFounded: true, fills: false));
        using HttpClient client = Voter.Browser(await server.AddressAsync());
        Voter voter = await Voter.ComeAsync(client, "somebody");
        (await voter.TryVoteAsync(client, "1", 1)).ShouldBeTrue();

        string filler = $"/proc/{server.Id}/root{disk.Place}/filler";
        await FillAsync(filler, client, voter);
        voter.Refusal.GetProperty("type").GetString().ShouldBe("/problems/log-unavailable");
        string detail = voter.Refusal.GetProperty("detail").GetString()!;
        detail.ShouldContain("the disk is full");
        detail.ShouldNotContain(disk.Place);

        string at = "/c/" + Voter.Consultation;
        foreach (string page in (string[])["/", at, at + "/vote", at + "/results", at + "/me", "/log", "/healthz",
            "/api" + at.Replace("/c/", "/consultations/", StringComparison.Ordinal) + "/statements"])
        {
            using HttpResponseMessage read = await client.GetAsync(
                new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken);
            read.StatusCode.ShouldBe(HttpStatusCode.OK, page);
        }

        await voter.ShouldStandAsync(client);
        File.Delete(filler);
        (await voter.TryVoteAsync(client, "2", -1)).ShouldBeTrue();
        (await voter.TryVoteAsync(client, "1", 0)).ShouldBeTrue();
        await voter.ShouldStandAsync(client);
        using var bundle = new HttpBundle(new Uri(client.BaseAddress!, "log"));
        Audit.Run(bundle, new AuditOptions { Threads = 2 }, TestContext.Current.CancellationToken)
            .Findings.ShouldBeEmpty();
        server.Said.ShouldNotContain("   at ");
    }

    private static void Found(string data)
    {
        using Community community = Community.Open(
            Community.Found(data, "full.example", "", TimeProvider.System), TimeProvider.System);
        var plan = new ConsultationOpened("What fits?", "", "", Publication.Statements | Publication.Votes);
        community.Journal.Submit(_ => OpenConsultation.Decide(
            community.Consultations, new OpenConsultation(null, plan, Pseudonyms.NewKey())))
            .Refusal.ShouldBeNull();
        community.Journal.Submit(_ => SeedStatements.Decide(community.Consultations, new SeedStatements(
            Voter.Consultation, ["One sentence that fits.", "Another sentence that fits."])))
            .Refusal.ShouldBeNull();
    }

    /// <summary>
    /// Writes until votes are refused: files that are there may have room for some, and what a refused one gives back
    /// is room for the next.
    /// </summary>
    private static async Task FillAsync(string filler, HttpClient client, Voter voter)
    {
        int refused = 0;
        for (int vote = 0; refused < 3; vote++)
        {
            vote.ShouldBeLessThan(60, "the disk does not fill");
            Fill(filler);
            bool isTaken = await voter.TryVoteAsync(client, "1", vote % 2, HttpStatusCode.ServiceUnavailable);
            refused += isTaken ? 0 : 1;
        }
    }

    private static void Fill(string path)
    {
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.None, 0);
        byte[] page = new byte[512];
        try
        {
            while (true)
            {
                file.Write(page);
            }
        }
        catch (IOException)
        {
            // It is full.
        }
    }

    /// <summary>A folder where the small disk is mounted, and a copy of what is to be put there.</summary>
    private sealed class Disk : IDisposable
    {
        private readonly DirectoryInfo _folder;

        public Disk()
        {
            Assert.SkipUnless(IsLet(), "needs Linux, and the right to mount a disk of one's own");
            _folder = Directory.CreateTempSubdirectory("gouvernail-full-");
            Directory.CreateDirectory(Place);
        }

        public string Place => Path.Combine(_folder.FullName, "disk");

        public string Data => Path.Combine(Place, "data");

        public string Copy => Path.Combine(_folder.FullName, "copy");

        public string[] Command(string script, string size, bool isFounded, bool fills) =>
            ["unshare", "-m", "bash", "-c", script, "bash", Place, size, isFounded ? Copy : "", fills ? "yes" : ""];

        public void Dispose() => _folder.Delete(recursive: true);

        private static bool IsLet()
        {
            if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/unshare") || !File.Exists("/bin/bash"))
            {
                return false;
            }

            string there = Path.GetTempPath();
            using var trial = Process.Start(new ProcessStartInfo(
                "unshare", ["-m", "mount", "-t", "tmpfs", "-o", "size=4k", "none", there])
            {
                RedirectStandardError = true,
            })!;
            trial.WaitForExit();
            return trial.ExitCode == 0;
        }
    }
}
