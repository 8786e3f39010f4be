using System.Text;
using System.Text.Json;
using Gouvernail.Cli.Tests.Logs;
using Gouvernail.Journals;
using Gouvernail.Log.Envelopes;
using Gouvernail.Log.Notes;
using Gouvernail.Mandate.Adoption;
using Gouvernail.Mandate.Mandates;
using Gouvernail.Verify.Evidence;
using Gouvernail.Verify.Register;

namespace Gouvernail.Cli.Tests.Gate;

/// <summary>
/// A city whose people have voted, with a mandate that stands on the result, a translator in the register, and
/// somebody who audits it.
/// </summary>
internal sealed class Council : IDisposable
{
    public const string Artefact = "aa11aa11aa11aa11aa11aa11aa11aa11aa11aa11aa11aa11aa11aa11aa11aa11";
    public const string Predicate = "https://town.example/fairness/v1";

    private readonly City _city = new();
    private readonly SettableClock _clock = new();

    public Council()
    {
        _city.Import();
        _city.Done("result", "c1", "--bootstrap", "0");
        Write(community =>
        {
            Adopt(community);
            CardReading reading = Card.Read(Encoding.UTF8.GetBytes(CardJson));
            reading.Problems.ShouldBeEmpty();
            Done(community.Act(_ => FileCard.Decide(
                community.Loop.Automata.Book, community.Roles, new FileCard(null, reading.Card!, null))));
        });
        CardFile = Desk.File("card.json", CardJson);
        Pem = Desk.File("lab.pem", EnvelopeKey.Of(Lab.Verifier).ToString());
    }

    public static string CardJson => $$$"""
        {"_type":"gouvernail/system-card/v1","id":"translator","name":"Translator","class":"produit",
         "purposes":["translation"],"artefact":{"name":"m.bin","sha256":"{{{Artefact}}}"},
         "task":{"inputs":[{"name":"text"}],"output":{"kind":"text"}},"parameters":{"family":"transformer"},
         "training":{"method":"supervised"},"data":[{"role":"train","ref":"a corpus"}],
         "cost":{"formula":"cross-entropy"},"objectives":[{"text":"Right translations."}]}
        """;

    public SignerKey Lab { get; } = SignerKey.Generate("lab.example", SignatureKind.Ed25519);

    public Desk Desk => _city.Desk;

    public string Folder => _city.Folder;

    public string Vkey => _city.Vkey;

    public string CardFile { get; }

    public string Pem { get; }

    public DateTimeOffset Now
    {
        get => _clock.Now;
        set => _clock.Now = value;
    }

    /// <summary>Runs the command by this city's clock.</summary>
    public Outcome Run(params string[] args) => RunIn([], args);

    public Outcome RunIn(Dictionary<string, string> variables, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        ExitCode code = Gouvernail.Cli.Cli.Run(
            args,
            new Surroundings
            {
                Output = output,
                Error = error,
                Variable = variables.GetValueOrDefault,
                Clock = _clock,
            },
            TestContext.Current.CancellationToken);
        return new Outcome(code, output.ToArray(), error.ToString());
    }

    /// <summary>Asks the gate over the data folder.</summary>
    public Outcome Check(params string[] more) => Run(["gate", "check", "a1", "--data", Folder, .. more]);

    /// <summary>Runs a command that has to be done.</summary>
    public string Done(params string[] args)
    {
        Outcome outcome = Run(args);
        outcome.Error.ShouldBe("");
        outcome.Code.ShouldBe(ExitCode.Done);
        return outcome.Output;
    }

    public string Recognise(string role = "auditor") =>
        Done("evidence", "signer", Folder, "--key", Pem, "--name", "Audit lab", "--role", role);

    public string Submit() => Done("permit", "submit", Folder, "a1");

    /// <summary>Files evidence; what the command printed, or its error.</summary>
    public Outcome File(string envelope) =>
        Run("evidence", "file", Folder, "a1", Desk.File("evidence.json", envelope));

    /// <summary>An envelope by the lab, made some days from now.</summary>
    public string Evidence(
        string gap = "0.05", double days = -1, string artefact = Artefact, SignerKey? key = null)
    {
        string json = $$"""
            {"date":"{{Now.AddDays(days).UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}}","gap":{{gap}}}
            """;
        using JsonDocument document = JsonDocument.Parse(json);
        var statement = new Attestation([new("m.bin", artefact)], Predicate, CanonicalJson.Of(document.RootElement));
        return Encoding.UTF8.GetString(
            Envelope.Sign(Attestation.PayloadType, statement.ToPayload(), key ?? Lab).ToJson());
    }

    /// <summary>Everything that an admission needs.</summary>
    public Council Admitted()
    {
        Recognise();
        File(Evidence()).Code.ShouldBe(ExitCode.Done);
        Submit().ShouldContain("a1: admitted until");
        return this;
    }

    /// <summary>Exports; the folder of the bundle.</summary>
    public string Export(string name = "public")
    {
        Done("export", Folder, Desk.At(name));
        return Desk.At(name);
    }

    /// <summary>What a server of this city would sign now about an automaton.</summary>
    public byte[] Signed(string automaton = "a1", string? card = null)
    {
        byte[] bytes = [];
        Write(community => bytes = community.Sign(
            community.AskGate(automaton, card)).ToJson());
        return bytes;
    }

    public void Write(Action<Community> work)
    {
        using var community = Community.Open(new DataFolder(Folder), _clock);
        work(community);
    }

    public void Dispose()
    {
        Lab.Dispose();
        _city.Dispose();
    }

    private static void Done(Gouvernail.Journals.Outcome outcome) => outcome.Refusal.ShouldBeNull();

    private void Adopt(Community community)
    {
        using var chair = SignerKey.Generate("chair.example", SignatureKind.Ed25519);
        (AdoptionRule? rule, IReadOnlyList<FormProblem> problems) = AdoptionRule.Read(Encoding.UTF8.GetBytes($$$"""
            {"_type":"gouvernail/adoption-rule/v1",
             "trustees":{"needed":1,"keys":[{"name":"Chair","key":"{{{chair.Verifier}}}"}]}}
            """));
        problems.ShouldBeEmpty();
        Done(community.Act(_ => AdoptionRuleSet.Decide(community.Roles, new AdoptionRuleSet(rule!, null))));
        long result = community.MandateBook.Results.Keys.First();
        string statement = community.Consultations.All[0].InOrder.First().Id;
        string cites = $$"""
            "cites":[{"result":{{result}},"statements":[{"statement":"{{statement}}"}]}]
            """;
        (MandateDocument? document, problems) = MandateDocument.Read(Encoding.UTF8.GetBytes($$"""
            {"_type":"gouvernail/mandate/v1","title":"Translation","preamble":"For what?","language":"en","clauses":[
             {"id":"1","kind":"purpose","text":"Translate.","allowed":["translation"],{{cites}}},
             {"id":"3","kind":"evidence","text":"Fair.",{{cites}},"requires":{"name":"fairness-audit",
              "predicateType":"{{Predicate}}","signers":["auditor"],"maxAgeDays":180,
              "tests":[{"figure":"/gap","atMost":0.1}]} },
             {"id":"9","kind":"term","text":"Two years.",{{cites}},
              "expires":"{{Now.AddDays(700).UtcDateTime:yyyy-MM-dd}}"}]}
            """));
        problems.ShouldBeEmpty();
        Done(community.DraftMandateAsync(null, document!, null).GetAwaiter().GetResult());
        Done(community.Act(now => PutMandate.Decide(
            community.Roles, community.Consultations, community.Mandates.Book, new PutMandate("m1", null, null), now)));
        byte[] payload = community.MandateBook.Find("m1")!.Find(1)!.Document.ToBytes();
        var envelope = Envelope.Sign(MandateDocument.PayloadType, payload, chair);
        Done(community.Act(_ => SignMandate.Decide(
            community.Mandates.Book, new SignMandate("m1", 1, envelope))));
        Done(community.AdoptMandateAsync(new AdoptMandate("m1", 1, null, null)).GetAwaiter().GetResult());
    }

    private sealed class SettableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => 0;
    }
}
