using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gouvernail.Aggregate.Results;
using Gouvernail.Audits;
using Gouvernail.Journals;
using Gouvernail.Log.Envelopes;
using Gouvernail.Log.Notes;
using Gouvernail.Mandate.Adoption;
using Gouvernail.Mandate.Mandates;
using Gouvernail.People;
using Gouvernail.Server.Tests.Aggregate;
using Gouvernail.Server.Tests.People;
using Gouvernail.Verify.Evidence;
using Gouvernail.Verify.Register;

namespace Gouvernail.Server.Tests.Verify;

/// <summary>A community that has voted, a server in front of it, trustees, and those who sign evidence.</summary>
internal sealed class Gatehouse : IAsyncDisposable
{
    public const string Type = "https://example.org/fairness/v1";
    public const string Post = "/api/automata/a1/evidence";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gouvernail-gate-");
    private readonly SignerKey[] _trustees =
        [.. Enumerable.Range(0, 3).Select(i => SignerKey.Generate($"trustee{i}.example", SignatureKind.Ed25519))];

    private Desk? _desk;

    private Gatehouse()
    {
    }

    public HandClock Clock { get; } = new();

    public Desk Desk => _desk!;

    public Community Community => Desk.Host.Community;

    public SignerKey Lab { get; } = SignerKey.Generate("lab.example", SignatureKind.Ed25519);

    public SignerKey Maker { get; } = SignerKey.Generate("maker.example", SignatureKind.Ed25519);

    /// <summary>Where the published result is in the log.</summary>
    public long Result { get; private set; }

    /// <summary>SHA-256 of the automaton's artefact.</summary>
    public string Artefact { get; } = new('a', 64);

    /// <summary>People have voted, and their result is published.</summary>
    public static async Task<Gatehouse> VotedAsync()
    {
        var house = new Gatehouse();
        await house.OpenAsync();
        string id = Talks.Import(house.Community, talk: Talks.Simulate(people: 30, statements: 6));
        Talks.Close(house.Community, id);
        ResultMethods.TryGet("opinion-map/1", out IResultMethod? method).ShouldBeTrue();
        method!.TryRead(JsonElement.Parse("{\"resamples\":0}"), out byte[]? parameters, out _).ShouldBeTrue();
        (Outcome outcome, _) = house.Community.Publish(
            id, method, parameters!, new Work(), TestContext.Current.CancellationToken);
        outcome.Refusal.ShouldBeNull();
        house.Result = outcome.First;
        return house;
    }

    /// <summary>
    /// A mandate is in force that asks for evidence, and a card is in the register; the lab is recognised as an
    /// auditor, the maker as a provider. Nothing was submitted.
    /// </summary>
    public static async Task<Gatehouse> ReadyAsync()
    {
        Gatehouse house = await VotedAsync();
        house.Adopt();
        house.FileCard();
        await house.Desk.SitAsync(Role.Facilitator);
        await house.RecogniseAsync(house.Lab, "A laboratory", "auditor");
        await house.RecogniseAsync(house.Maker, "The maker", "provider");
        return house;
    }

    /// <summary>The same, and the permit is granted.</summary>
    public static async Task<Gatehouse> AdmittedAsync()
    {
        Gatehouse house = await ReadyAsync();
        (await house.PostAsync(Post, house.Evidence())).GetProperty("permit").GetString().ShouldBe("draft");
        await house.ActAsync("/automata/a1/submit", "{}");
        (await house.DecisionAsync()).GetProperty("outcome").GetString().ShouldBe("admitted");
        return house;
    }

    /// <summary>Ends the server and starts it again.</summary>
    public async Task RestartAsync()
    {
        await CloseAsync();
        await OpenAsync();
    }

    /// <summary>Drafts, signs and adopts a version of the mandate m1.</summary>
    /// <param name="most">The largest gap between groups that it allows.</param>
    /// <param name="days">How many days evidence is valid for.</param>
    public void Adopt(double most = 0.1, int days = 90) => Adopt(Mandate(most, days));

    /// <summary>Drafts, signs and adopts a version of the mandate m1, as it is written.</summary>
    public void Adopt(string mandate)
    {
        bool isFirst = Community.MandateBook.Mandates.IsEmpty;
        if (isFirst)
        {
            string keys = string.Join(',', _trustees.Select((key, i) =>
                $"{{\"name\":\"Trustee {i}\",\"key\":\"{key.Verifier}\"}}"));
            AdoptionRule rule = AdoptionRule.Read(Encoding.UTF8.GetBytes(
                "{\"_type\":\"gouvernail/adoption-rule/v1\",\"trustees\":{\"needed\":2,\"keys\":["
                    + keys + "]}}")).Rule!;
            Do(_ => AdoptionRuleSet.Decide(Community.Roles, new AdoptionRuleSet(rule, null)));
        }

        (MandateDocument? document, IReadOnlyList<FormProblem> problems) =
            MandateDocument.Read(Encoding.UTF8.GetBytes(mandate));
        problems.ShouldBeEmpty();
        Community.DraftMandateAsync(isFirst ? null : "m1", document!, null).GetAwaiter().GetResult()
            .Refusal.ShouldBeNull();
        MandateDocument draft = Community.MandateBook.Mandates[0].Last.Document;
        Do(now => PutMandate.Decide(
            Community.Roles, Community.Consultations, Community.Mandates.Book, new PutMandate("m1", null, null), now));
        foreach (SignerKey trustee in _trustees.Take(2))
        {
            var signed = Envelope.Sign(MandateDocument.PayloadType, draft.ToBytes(), trustee);
            Do(_ => SignMandate.Decide(Community.Mandates.Book, new SignMandate("m1", draft.Version, signed)));
        }

        Community.AdoptMandateAsync(new AdoptMandate("m1", draft.Version, null, null)).GetAwaiter().GetResult()
            .Refusal.ShouldBeNull();
    }

    /// <summary>Files a card; of a1 where it is there already.</summary>
    public void FileCard(string name = "Nursery places", string version = "1") =>
        FileCard(Community.RegisterBook.TryGet("a1", out _) ? "a1" : null, CardBytes(name, version));

    /// <summary>Files a card; of a new automaton where no id is given.</summary>
    public void FileCard(string? id, byte[] bytes)
    {
        Card card = Card.Read(bytes).Card!;
        Do(_ => Gouvernail.Verify.Register.FileCard.Decide(
            Community.Loop.Automata.Book, Community.Roles, new FileCard(id, card, null)));
    }

    /// <summary>The card of an automaton that a mandate for nursery places allows.</summary>
    public byte[] CardBytes(string name, string version)
    {
        var card = new JsonObject
        {
            ["_type"] = Card.Type,
            ["name"] = name,
            ["version"] = version,
            ["class"] = "instrument",
            ["purposes"] = new JsonArray("allocation-of-places"),
            ["artefact"] = new JsonObject { ["name"] = "model.bin", ["sha256"] = Artefact },
            ["task"] = new JsonObject { ["output"] = new JsonObject { ["kind"] = "points", ["use"] = "rank" } },
            ["parameters"] = new JsonObject { ["family"] = "weighted sum" },
            ["training"] = new JsonObject { ["refused"] = "The weights were voted, not trained." },
            ["data"] = new JsonArray(new JsonObject { ["role"] = "test", ["ref"] = "applications of 2025" }),
            ["cost"] = new JsonObject { ["formula"] = "sum of weight times criterion" },
            ["objectives"] = new JsonArray(new JsonObject { ["text"] = "Places go first where they are needed." }),
            ["oversight"] = new JsonObject { ["appealUrl"] = "https://town.example/nursery/appeal" },
        };
        return Encoding.UTF8.GetBytes(card.ToJsonString());
    }

    /// <summary>What was measured, signed.</summary>
    public byte[] Evidence(
        SignerKey? key = null,
        double gap = 0.05,
        string? artefact = null,
        DateTimeOffset? made = null,
        Action<JsonObject>? more = null)
    {
        var predicate = new JsonObject
        {
            ["metrics"] = new JsonObject { ["gap"] = gap },
            ["timeCreated"] = (made ?? Clock.Now).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        };
        more?.Invoke(predicate);
        byte[] payload = new Attestation(
            [new("model.bin", artefact ?? Artefact)], Type,
            CanonicalJson.Of(JsonElement.Parse(predicate.ToJsonString()))).ToPayload();
        return Envelope.Sign(Attestation.PayloadType, payload, key ?? Lab).ToJson();
    }

    public async Task RecogniseAsync(SignerKey key, string name, params string[] roles) => await ActAsync(
        "/signers",
        JsonSerializer.Serialize(new { key = EnvelopeKey.Of(key.Verifier).ToString(), name, roles }));

    /// <summary>An act by the API, by whoever sits in the browser.</summary>
    public Task<JsonElement> ActAsync(string path, string body) =>
        PostAsync("/api/facilitate" + path, Encoding.UTF8.GetBytes(body));

    public async Task<JsonElement> PostAsync(string path, byte[] body)
    {
        using HttpResponseMessage answer = await SendAsync(path, body);
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonElement.Parse(text);
    }

    /// <summary>Something that has to be refused; gives the problem.</summary>
    public async Task<JsonElement> RefusedAsync(string path, byte[] body)
    {
        using HttpResponseMessage answer = await SendAsync(path, body);
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json", text);
        JsonElement problem = JsonElement.Parse(text);
        problem.GetProperty("status").GetInt32().ShouldBe((int)answer.StatusCode);
        return problem;
    }

    public async Task<HttpResponseMessage> SendAsync(string path, byte[] body, HttpClient? by = null)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return await (by ?? Desk.Client).PostAsync(
            new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    /// <summary>What the gate says now.</summary>
    public async Task<JsonElement> DecisionAsync(string path = "/api/gate/a1") =>
        JsonElement.Parse(await Desk.ReadAsync(path));

    /// <summary>The codes of the rules that refuse now, the gravest first.</summary>
    public async Task<string[]> RefusingAsync()
    {
        using HttpResponseMessage answer = await Desk.GetAsync("/api/gate/a1/authz");
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        JsonElement problem = JsonElement.Parse(
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return [.. problem.GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("code").GetString()!)];
    }

    /// <summary>Sees that the whole log holds, to an auditor who has the folder and to one who has a bundle.</summary>
    /// <param name="most">The gravest finding that is expected.</param>
    public async Task ShouldHoldAsync(FindingKind most = FindingKind.Remark)
    {
        await CloseAsync();
        var folder = new DataFolder(Data);
        using (var stored = new StoredBundle(folder))
        {
            Faults(stored, most).ShouldBeEmpty();
        }

        string bundle = Path.Combine(_folder.FullName, "public");
        BundleExport.Write(folder, bundle, cancellation: TestContext.Current.CancellationToken);
        using var exported = new FolderBundle(bundle);
        Faults(exported, most).ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        Array.ForEach([.. _trustees, Lab, Maker], key => key.Dispose());
        _folder.Delete(recursive: true);
    }

    /// <summary>Does an act as whoever runs the machine.</summary>
    public void Do(Func<DateTimeOffset, Decision> decide) => Community.Act(decide).Refusal.ShouldBeNull();

    private string Data => Path.Combine(_folder.FullName, "data");

    private async Task CloseAsync()
    {
        if (_desk is { } open)
        {
            _desk = null;
            await open.DisposeAsync();
        }
    }

    private static string[] Faults(IBundle bundle, FindingKind most) =>
    [
        .. Audit.Run(bundle, new AuditOptions { Threads = 1 }, TestContext.Current.CancellationToken).Findings
            .Where(finding => finding.Kind > most)
            .Select(finding => $"{finding.Kind}: {finding.What.English}"),
    ];

    private async Task OpenAsync() => _desk = await Desk.OpenAsync(
        options => options with { Data = Data, RatePerAddress = 1_000_000 }, Clock);

    private string Mandate(double most, int days)
    {
        string statement = Community.Consultations.All[0].InOrder.First().Id;
        string cites = $$"""
            "cites":[{"result":{{Result}},"statements":[{"statement":"{{statement}}"}]}]
            """;
        return string.Create(CultureInfo.InvariantCulture, $$$"""
            {"_type":"gouvernail/mandate/v1","title":"Nursery places","preamble":"For what?","language":"en","clauses":[
            {"id":"1","kind":"purpose","text":"It orders applications.","allowed":["allocation-of-places"],{{{cites}}}},
            {"id":"2","kind":"evidence","text":"It treats all districts alike.","requires":{"name":"fairness-audit",
             "predicateType":"{{{Type}}}","signers":["auditor"],"maxAgeDays":{{{days}}},
             "tests":[{"figure":"/metrics/gap","atMost":{{{most}}}}]},{{{cites}}}},
            {"id":"9","kind":"term","text":"A year.","expires":"2027-11-01",{{{cites}}}}]}
            """);
    }
}
