using System.Globalization;
using System.Text;
using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;
using Gouvernail.Log.Envelopes;
using Gouvernail.Log.Notes;
using Gouvernail.Mandate.Adoption;
using Gouvernail.Mandate.Mandates;
using Gouvernail.People;
using Gouvernail.Tests.Audits;
using Gouvernail.Tests.Journals;

namespace Gouvernail.Tests.Mandate;

/// <summary>A town where people have voted and a result is published, and mandates are written.</summary>
internal sealed class Hall : IDisposable
{
    public const string Purpose = """{"id":"1","kind":"purpose","text":"Translate.","allowed":["translation"],CITES}""";
    public const string Term = """{"id":"9","kind":"term","text":"A year.","expires":"2031-01-01",CITES}""";

    private readonly SignerKey[] _trustees =
        [.. Enumerable.Range(0, 3).Select(i => SignerKey.Generate($"trustee{i}.example", SignatureKind.Ed25519))];

    public Hall()
    {
        Town = new Town(Clock);
        (string id, _) = Town.Import(Town.Talk(people: 40));
        Town.Publish(id);
    }

    public FakeClock Clock { get; } = new();

    public Town Town { get; }

    public Community Community => Town.Community;

    public MandateBook Book => Community.MandateBook;

    /// <summary>The place of the first result.</summary>
    public long Result => Book.Results.Keys.First();

    /// <summary>A rule by which two of three trustees sign.</summary>
    public string TrusteeRule => "{\"_type\":\"gouvernail/adoption-rule/v1\",\"trustees\":{\"needed\":2,\"keys\":["
        + string.Join(',', _trustees.Select((key, i) =>
            $"{{\"name\":\"Trustee {i}\",\"key\":\"{key.Verifier}\"}}")) + "]}}";

    public static string RatificationRule(double share = 0.6, int participants = 10) => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""
        {"_type":"gouvernail/adoption-rule/v1","ratification":{
         "share":{{{share}}},"participants":{{{participants}}},"smallestGroup":0.1}}
        """);

    /// <summary>A mandate in JSON, each clause citing statement 0 and 1 of the first result.</summary>
    public string Json(params string[] clauses)
    {
        string cites = $$"""
            "cites":[{"result":{{Result}},"statements":[
              {"statement":"{{Statement(0)}}"},{"statement":"{{Statement(1)}}"}]}]
            """;
        string all = string.Join(',', clauses.Length > 0 ? clauses : [Purpose, Term]);
        return $$"""
            {"_type":"gouvernail/mandate/v1","title":"Translation","preamble":"For what?","language":"en",
             "clauses":[{{all.Replace("CITES", cites, StringComparison.Ordinal)}}],
             "leftOut":[{"consultation":"c1","statement":"{{Statement(2)}}","why":"Not for a machine."}]}
            """;
    }

    public static MandateDocument Document(string json)
    {
        (MandateDocument? document, IReadOnlyList<FormProblem> problems) =
            MandateDocument.Read(Encoding.UTF8.GetBytes(json));
        problems.ShouldBeEmpty();
        return document!;
    }

    public string? Draft(string json, string? mandate = null) =>
        Code(Community.DraftMandateAsync(mandate, Document(json), null).GetAwaiter().GetResult());

    public string? SetRule(string json)
    {
        (AdoptionRule? rule, IReadOnlyList<FormProblem> problems) = AdoptionRule.Read(Encoding.UTF8.GetBytes(json));
        problems.ShouldBeEmpty();
        return Act(_ => AdoptionRuleSet.Decide(Community.Roles, new AdoptionRuleSet(rule!, null)));
    }

    public string? Put(string mandate = "m1", string? consultation = null) => Act(now => PutMandate.Decide(
        Community.Roles, Community.Consultations, Community.Mandates.Book,
        new PutMandate(mandate, consultation, null), now));

    public string? Sign(int trustee, string mandate = "m1", int version = 1, byte[]? payload = null)
    {
        var envelope = Envelope.Sign(
            MandateDocument.PayloadType, payload ?? Book.Find(mandate)!.Find(version)!.Document.ToBytes(),
            _trustees[trustee]);
        return Act(_ => SignMandate.Decide(
            Community.Mandates.Book, new SignMandate(mandate, version, envelope)));
    }

    public string? Adopt(string mandate = "m1", int version = 1, long? result = null) =>
        Code(Community.AdoptMandateAsync(new AdoptMandate(mandate, version, result, null)).GetAwaiter().GetResult());

    /// <summary>Drafts, puts and adopts a mandate by two trustees; gives its id.</summary>
    public string Adopted(string json, string? mandate = null)
    {
        if (Book.Rule is null)
        {
            SetRule(TrusteeRule).ShouldBeNull();
        }

        Draft(json, mandate).ShouldBeNull();
        MandateHistory last = mandate is null ? Book.Mandates[^1] : Book.Find(mandate)!;
        int version = last.Last.Document.Version;
        Put(last.Id).ShouldBeNull();
        Sign(0, last.Id, version).ShouldBeNull();
        Sign(1, last.Id, version).ShouldBeNull();
        Adopt(last.Id, version).ShouldBeNull();
        return last.Id;
    }

    /// <summary>A consultation that is being prepared; gives its id.</summary>
    public string Consultation()
    {
        string id = Community.Consultations.NextId;
        Act(_ => DraftConsultation.Decide(Community.Consultations, new DraftConsultation(
            new ConsultationOpened("Do you ratify it?", "", "", Town.Everything), Pseudonyms.NewKey())))
            .ShouldBeNull();
        return id;
    }

    /// <summary>Opens a consultation, lets people vote on its statements, closes it and publishes its result.</summary>
    /// <param name="consultation">The consultation's id.</param>
    /// <param name="people">How many.</param>
    /// <param name="vote">The vote of a person, from 0, on a statement, from 1.</param>
    /// <returns>The place of the result.</returns>
    public long Vote(string consultation, int people, Func<int, int, int> vote)
    {
        Community.Consultations.TryGet(consultation, out Consultation? found).ShouldBeTrue();
        Act(_ => OpenConsultation.Decide(
            Community.Consultations, new OpenConsultation(consultation, found!.Opened, null))).ShouldBeNull();
        for (int person = 0; person < people; person++)
        {
            var who = new Participation(
                consultation, Community.PseudonymsOf(consultation)!.Of($"{person}"), Rung.Open);
            for (int statement = 1; statement <= found.Statements.Count; statement++)
            {
                int cast = vote(person, statement);
                var act = new CastVote(who, statement.ToString(CultureInfo.InvariantCulture), cast);
                Act(_ => CastVote.Decide(Community.Consultations, act)).ShouldBeNull();
            }
        }

        Close(consultation);
        Town.Publish(consultation);
        return Book.Results.Keys.Last();
    }

    public void Close(string consultation) => Act(_ => ChangeStage.Decide(
        Community.Consultations, new ChangeStage(consultation, new StageChanged(Stage.Closed, "over", null))))
        .ShouldBeNull();

    /// <summary>Does an act; gives the code of the refusal, null for none.</summary>
    public string? Act(Func<DateTimeOffset, Decision> decide) => Code(Community.Act(decide));

    public void Dispose()
    {
        Array.ForEach(_trustees, key => key.Dispose());
        Town.Dispose();
    }

    /// <summary>The id of a statement of the first consultation, by its number.</summary>
    public string Statement(int index) =>
        Community.Consultations.All[0].InOrder.ElementAt(index).Id;

    private static string? Code(Outcome outcome) => outcome.Refusal?.Code;
}
