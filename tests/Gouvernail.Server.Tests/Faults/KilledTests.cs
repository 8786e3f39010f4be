using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gouvernail.Audits;
using Gouvernail.Choice;
using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;
using Gouvernail.People;

namespace Gouvernail.Server.Tests.Faults;

/// <summary>
/// A server that is killed while people vote over the network. <c>GOUVERNAIL_CRASH_SEED</c> repeats the draws of a
/// failure.
/// </summary>
public sealed class KilledTests
{
    private const int Kills = 4;
    private const int Clients = 8;
    private const int PeopleEach = 40;
    private const int Statements = 30;

    [Fact]
    public async Task A_vote_that_was_answered_is_still_there_after_the_server_was_killed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "keys are kept where files have modes");
        string seed = Environment.GetEnvironmentVariable("GOUVERNAIL_CRASH_SEED")
            ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        DirectoryInfo place = Directory.CreateTempSubdirectory("gouvernail-killed-");
        try
        {
            var folder = new DataFolder(Path.Combine(place.FullName, "data"));
            await TryAsync(folder, seed);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Assert.Fail($"GOUVERNAIL_CRASH_SEED={seed}: {e}");
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }

    private static async Task TryAsync(DataFolder folder, string seed)
    {
        Prepare(folder.Path);
        Voter[][] people = [];
        for (int kill = 0; kill < Kills; kill++)
        {
            var chance = new SeededGenerator(Encoding.UTF8.GetBytes($"{seed}/{kill}"), "kill");
            using var server = ServerProcess.Start(folder.Path, []);
            using HttpClient client = Voter.Browser(await server.AddressAsync());
            if (kill == 0)
            {
                people = await Task.WhenAll(Enumerable.Range(0, Clients).Select(n => ComeAsync(client, n)));
            }

            await ShouldHoldAsync(folder, client, people);
            int enough = Answered(people) + Clients;
            Task[] voting =
                [.. people.Select((mine, n) => Task.Run(() => VoteAsync(client, mine, $"{seed}/{kill}/{n}")))];
            while (Answered(people) < enough && !voting.All(task => task.IsCompleted))
            {
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }

            await Task.Delay(200 + chance.NextBelow(801), TestContext.Current.CancellationToken);
            server.Kill();
            await Task.WhenAll(voting);
            Answered(people).ShouldBeGreaterThanOrEqualTo(enough, "else too little was tried");
        }

        using var last = ServerProcess.Start(folder.Path, []);
        using HttpClient reader = Voter.Browser(await last.AddressAsync());
        await ShouldHoldAsync(folder, reader, people);
        last.Kill();
        ShouldSayWhatWasAnswered(folder, people);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Kills} kills, {Answered(people)} votes answered, of "
                + $"{people.Sum(mine => mine.Sum(voter => voter.Unanswered))} that were not, "
                + $"{people.Sum(mine => mine.Sum(voter => voter.Settled))} were recorded"));
    }

    private static int Answered(Voter[][] people) => people.Sum(mine => mine.Sum(voter => voter.Answered.Count));

    private static void Prepare(string data)
    {
        using Community community = Community.Open(
            Community.Found(data, "killed.example", "", TimeProvider.System), TimeProvider.System);
        var plan = new ConsultationOpened("What stays?", "", "", Publication.Statements | Publication.Votes);
        community.Journal.Submit(_ => OpenConsultation.Decide(
            community.Consultations, new OpenConsultation(null, plan, Pseudonyms.NewKey())))
            .Refusal.ShouldBeNull();
        string[] texts = [.. Enumerable.Range(1, Statements).Select(n => $"Sentence number {n} of those that stay.")];
        community.Journal.Submit(_ => SeedStatements.Decide(
            community.Consultations, new SeedStatements(Voter.Consultation, texts))).Refusal.ShouldBeNull();
    }

    private static async Task<Voter[]> ComeAsync(HttpClient client, int number)
    {
        var people = new Voter[PeopleEach];
        for (int n = 0; n < people.Length; n++)
        {
            people[n] = await Voter.ComeAsync(client, $"{number}/{n}");
        }

        return people;
    }

    /// <summary>Votes as one person after another, until the server is gone.</summary>
    private static async Task VoteAsync(HttpClient client, Voter[] people, string seed)
    {
        var chance = new SeededGenerator(Encoding.UTF8.GetBytes(seed), "votes");
        while (true)
        {
            Voter voter = people[chance.NextBelow(people.Length)];
            string statement = (1 + chance.NextBelow(Statements)).ToString(CultureInfo.InvariantCulture);
            if (!await voter.TryVoteAsync(client, statement, chance.NextBelow(3) - 1))
            {
                return;
            }
        }
    }

    /// <summary>Asks the server, and whoever verifies its log.</summary>
    private static async Task ShouldHoldAsync(DataFolder folder, HttpClient client, Voter[][] people)
    {
        string health = await client.GetStringAsync(
            new Uri("/healthz", UriKind.Relative), TestContext.Current.CancellationToken);
        long size = JsonSerializer.Deserialize<JsonElement>(health).GetProperty("size").GetInt64();
        size.ShouldBeGreaterThan(people.SelectMany(mine => mine).SelectMany(voter => voter.Answered)
            .Select(vote => vote.Entry).DefaultIfEmpty(0).Max());
        await Task.WhenAll(people.Select(async mine =>
        {
            foreach (Voter voter in mine)
            {
                await voter.ShouldStandAsync(client);
            }
        }));
        using var bundle = new StoredBundle(folder);
        AuditReport report = Audit.Run(
            bundle, new AuditOptions { Threads = 2 }, TestContext.Current.CancellationToken);
        report.Findings.Where(finding => finding.Kind > FindingKind.Remark).ShouldBeEmpty();
        report.TreeHolds.ShouldBeTrue();
        report.Counts.Damaged.ShouldBe(0);
        report.Checkpoint!.Size.ShouldBe(size);
    }

    /// <summary>Reads every entry that an answer named, those of votes changed since included.</summary>
    private static void ShouldSayWhatWasAnswered(DataFolder folder, Voter[][] people)
    {
        using Community community = Community.Open(folder, TimeProvider.System);
        foreach (Voter voter in people.SelectMany(mine => mine))
        {
            foreach ((string statement, int vote, long entry) in voter.Answered)
            {
                (Entry said, Sealed? content) = community.ReadEntry(entry).ShouldNotBeNull();
                said.Pseudonym.ShouldBe(voter.Pseudonym);
                content.ShouldNotBeNull().Opens(said.Seal.Span).ShouldBeTrue();
                VoteCast.Read(content.Payload).ShouldBe(new VoteCast(statement, vote, null));
            }
        }
    }
}
