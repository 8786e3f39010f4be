using System.Globalization;
using System.Net;
using System.Text.Json;
using Gouvernail.Audits;
using Gouvernail.Choice;
using Gouvernail.Consult;
using Gouvernail.People;
using Gouvernail.Server.Tests.Consult.Facilitation;
using Gouvernail.Server.Tests.Faults;
using Gouvernail.Server.Tests.People;

namespace Gouvernail.Server.Tests.Aggregate;

/// <summary>A consultation that leaves one community as a Polis export and goes on in another.</summary>
public sealed class PolisAgainTests : IDisposable
{
    private const string Id = "c1";
    private const string Doubtful = "Rent it, \"for now\", to a café – or =1+1 of them.";
    private const string Meta = "These statements were written by people who take the train.";
    private const string Rude = "Whoever thinks otherwise should be sent away.";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gouvernail-again-");

    [Fact]
    public async Task An_export_of_ours_goes_on_in_another_community_and_is_exported_with_the_votes_of_both()
    {
        Poll first = new(), both = new();
        string export = Path.Combine(_folder.FullName, "first.zip");
        await using (Desk desk = await Desk.OpenAsync())
        {
            await HoldAsync(desk, first);
            await ExportAsync(desk, export);
        }

        Conversation left = Read(export);
        left.Topic.ShouldBe("What should become of the station?");
        first.ShouldBeIn(left);
        ShouldBeAsModerated(left, first);

        await using Desk other = await Desk.OpenAsync();
        await other.SitAsync(Role.Facilitator);
        await ImportAsync(other, export);
        both.Take(first);
        await GoOnAsync(other, both);
        string again = Path.Combine(_folder.FullName, "again.zip");
        await ExportAsync(other, again);
        Conversation whole = Read(again);
        whole.Topic.ShouldBe(left.Topic);
        both.ShouldBeIn(whole);
        ShouldBeAsModerated(whole, first);

        // What one person wrote stays theirs, by whatever number.
        whole.Statements.Select(statement => statement.Author.Length > 0)
            .ShouldBe([false, false, false, true, true, true]);
        await PublishAndAuditAsync(other);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Three statements of the facilitator's, three of participants', votes, and decisions.</summary>
    private static async Task HoldAsync(Desk desk, Poll poll)
    {
        (await desk.OpenConsultationAsync()).ShouldBe(Id);
        using HttpClient client = Voter.Browser(desk.Client.BaseAddress!);
        List<Voter> people = await Poll.ComeAsync(client, "first", 12);
        for (int i = 0; i < 3; i++)
        {
            string body = JsonSerializer.Serialize(
                new { text = ((string[])[Doubtful, Meta, Rude])[i], evenIfNear = true });
            await people[i].AskAsync(client, HttpMethod.Post, "statements", body, HttpStatusCode.Created);
        }

        await poll.VoteAsync(client, "first", people, 6, (person, statement) => (person * statement) + person);
        await poll.VoteAsync(client, "first", people[3..5], 1, (person, _) => person + 1);
        await people[5].AskAsync(client, HttpMethod.Delete, "votes/1", null);
        poll.Forget("first 5", "1");

        string page = $"/facilitate/{Id}/moderation";
        await desk.DoAsync(page, page, ("statement", "4"), ("decision", "accept"));
        await desk.DoAsync(page, page, ("statement", "5"), ("decision", "meta"));
        await desk.DoAsync(page, page, ("statement", "6"), ("decision", "reject"), ("reason", "It insults people."));
    }

    private static async Task ImportAsync(Desk desk, string export)
    {
        const string Page = "/facilitate/import";
        byte[] bytes = await File.ReadAllBytesAsync(export, TestContext.Current.CancellationToken);
        using HttpResponseMessage looked = await desk.UploadAsync(
            Page, Page, "files", [(Path.GetFileName(export), bytes)], ("agree", ""));
        string preview = await looked.PageAsync();
        looked.StatusCode.ShouldBe(HttpStatusCode.OK, preview);
        string word = preview.Split("name=\"word\" value=\"")[1].Split('"')[0];
        (await desk.DoAsync(Page, Page + "/do",
            ("word", word), ("publish-statements", "yes"), ("publish-votes", "yes")))
            .ShouldBe($"/facilitate/{Id}?notice=imported");
    }

    /// <summary>New people vote on what is still shown; what was rejected is still rejected.</summary>
    private static async Task GoOnAsync(Desk desk, Poll poll)
    {
        using HttpClient client = Voter.Browser(desk.Client.BaseAddress!);
        List<Voter> people = await Poll.ComeAsync(client, "later", 7);
        await poll.VoteAsync(client, "later", people, 5, (person, statement) => person + statement);
        using HttpResponseMessage rejected = await people[0].SendAsync(
            client, HttpMethod.Put, "votes/6", """{"vote":1}""");
        ((int)rejected.StatusCode).ShouldBeInRange(400, 499);
    }

    private static async Task ExportAsync(Desk desk, string path)
    {
        byte[] bytes = await desk.Client.GetByteArrayAsync(
            new Uri($"/c/{Id}/export/polis-export.zip", UriKind.Relative), TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
    }

    private static Conversation Read(string export)
    {
        Reading reading = ConversationReader.Read(export, cancellation: TestContext.Current.CancellationToken);
        reading.IsRead.ShouldBeTrue(reading.Problem?.ToString());
        return reading.Conversation!;
    }

    private static void ShouldBeAsModerated(Conversation talk, Poll first)
    {
        Statement[] statements = [.. talk.Statements.OrderBy(statement => statement.Id, StringComparer.Ordinal)];
        statements.Select(statement => statement.Id).ShouldBe(["1", "2", "3", "4", "5", "6"]);

        // The text of what was rejected is shown to nobody, so it is not exported either.
        statements.Select(statement => statement.Text).ShouldBe(
            ["Sell it.", "Make it a library.", "Let trains stop there again.", Doubtful, Meta, ""]);
        statements.Select(statement => statement.Moderation).ShouldBe([
            Moderation.Unmoderated, Moderation.Unmoderated, Moderation.Unmoderated, Moderation.Accepted,
            Moderation.Accepted, Moderation.Rejected,
        ]);
        statements.Select(statement => statement.IsMeta).ShouldBe([false, false, false, false, true, false]);
        statements.Select(statement => statement.IsSeed).ShouldBe([true, true, true, false, false, false]);
        for (int i = 0; i < 3; i++)
        {
            int row = talk.Votes.Participants.ToList().IndexOf(statements[3 + i].Author);
            Poll.RowOf(talk, row).ShouldBe(first.RowOf($"first {i}"), $"who wrote statement {4 + i}");
        }
    }

    private static async Task PublishAndAuditAsync(Desk desk)
    {
        using HttpResponseMessage answer = await desk.PostAsync($"/c/{Id}/results", $"/c/{Id}/publish");
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        string path = answer.Headers.Location!.ToString();
        for (int tries = 0; path.EndsWith("/publishing", StringComparison.Ordinal) && tries < 150; tries++)
        {
            await Task.Delay(200, TestContext.Current.CancellationToken);
            using HttpResponseMessage look = await desk.GetAsync(path);
            path = look.Headers.Location?.ToString() ?? path;
        }

        path.ShouldContain("notice=published");
        using var bundle = new HttpBundle(new Uri(desk.Client.BaseAddress!, "log"));
        AuditReport report = Audit.Run(
            bundle, new AuditOptions { Threads = 2 }, TestContext.Current.CancellationToken);
        report.Findings.ShouldBeEmpty();
        report.TreeHolds.ShouldBeTrue();
        ResultVerdict verdict = report.Results.ShouldHaveSingleItem();
        verdict.Status.ShouldBe(ResultStatus.Reproduced);
        verdict.HasOutput.ShouldBeTrue();
    }

    /// <summary>Who voted what, as told by themselves.</summary>
    private sealed class Poll
    {
        private readonly SortedDictionary<string, SortedDictionary<string, int>> _votes = new(StringComparer.Ordinal);

        /// <summary>What a row of an export says.</summary>
        public static string RowOf(Conversation talk, int row)
        {
            var votes = new SortedDictionary<string, int>(StringComparer.Ordinal);
            foreach (int cell in talk.Votes.Row(row))
            {
                votes.Add(talk.Votes.Statements[VoteTable.StatementOf(cell)].Id, VoteTable.VoteOf(cell));
            }

            return Written(votes);
        }

        public string RowOf(string who) => Written(_votes[who]);

        public static async Task<List<Voter>> ComeAsync(HttpClient client, string crowd, int count)
        {
            var people = new List<Voter>();
            while (people.Count < count)
            {
                people.Add(await Voter.ComeAsync(client, $"{crowd} {people.Count}"));
            }

            return people;
        }

        /// <summary>Each votes on the first statements, by a rule of remainders; a fourth of the votes is left out.
        /// </summary>
        public async Task VoteAsync(
            HttpClient client, string crowd, List<Voter> people, int statements, Func<int, int, int> rule)
        {
            foreach (Voter voter in people)
            {
                int person = int.Parse(voter.Name[crowd.Length..], CultureInfo.InvariantCulture);
                for (int statement = 1; statement <= statements; statement++)
                {
                    if (rule(person, statement) % 4 is var vote and < 3)
                    {
                        string id = statement.ToString(CultureInfo.InvariantCulture);
                        (await voter.TryVoteAsync(client, id, vote - 1)).ShouldBeTrue();
                        _votes.TryAdd(voter.Name, new(StringComparer.Ordinal));
                        _votes[voter.Name][id] = vote - 1;
                    }
                }
            }
        }

        public void Forget(string who, string statement) => _votes[who].Remove(statement).ShouldBeTrue();

        public void Take(Poll other)
        {
            foreach ((string who, SortedDictionary<string, int> votes) in other._votes)
            {
                _votes.Add(who, votes);
            }
        }

        /// <summary>Sees that an export holds these people's votes and no others, by whatever names.</summary>
        public void ShouldBeIn(Conversation talk)
        {
            talk.Votes.Participants.Count.ShouldBe(_votes.Count);
            Enumerable.Range(0, _votes.Count).Select(row => RowOf(talk, row)).Order(StringComparer.Ordinal)
                .ShouldBe(_votes.Values.Select(Written).Order(StringComparer.Ordinal));
        }

        private static string Written(SortedDictionary<string, int> votes) => string.Join(
            ' ', votes.Select(vote => string.Create(CultureInfo.InvariantCulture, $"{vote.Key}:{vote.Value}")));
    }
}
