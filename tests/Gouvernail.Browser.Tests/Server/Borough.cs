using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gouvernail.Consult.Consultations;
using Gouvernail.Contest.Petitions;
using Gouvernail.Mandate.Mandates;
using Gouvernail.People;
using Gouvernail.Server.Tests;
using Gouvernail.Server.Tests.People;
using Gouvernail.Server.Tests.Verify;
using Gouvernail.Verify.Permits;

namespace Gouvernail.Browser.Tests.Server;

/// <summary>
/// A town that has gone round the loop, made once for all tests that read it. Its mandate m1 is in force, and is being
/// amended. Automaton a1 may run; a2 may not, since its maker will not say how it was trained and an auditor says that
/// a clause is not kept; a3 was suspended by people. Petition p1 opened a debate and has an answer, p2 suspended a3, p3
/// runs and calls to a gathering, p4 lacks one signature, and p5 was stopped.
/// </summary>
public sealed class Borough : IAsyncLifetime
{
    private const string Desk = "/facilitate/petitions";
    private const string Lacking = "Ask a person before a machine sends a letter";

    private readonly byte[] _key = Pseudonyms.NewKey();
    private Gatehouse? _house;

    /// <summary>What the petition that lacks one signature asks.</summary>
    public static string OneShort => Lacking;

    internal Desk Served => _house!.Desk;

    internal Community Community => _house!.Community;

    public async ValueTask InitializeAsync()
    {
        _house = await Gatehouse.VotedAsync();
        Community.Journal.Submit(_ => CommunityNamed.Decide(new CommunityNamed("Port-Clair", null)));
        _house.Adopt(Mandate(most: "0.1"));
        await Served.SitAsync(Role.Facilitator);
        await _house.RecogniseAsync(_house.Lab, "Laboratory of the university", "auditor");
        await _house.RecogniseAsync(_house.Maker, "A software co-operative", "provider");
        await Registers();
        await Petitions();
        (MandateDocument? amended, _) = MandateDocument.Read(Encoding.UTF8.GetBytes(Mandate(most: "0.05")));
        (await Community.DraftMandateAsync("m1", amended!, null)).Refusal.ShouldBeNull();
    }

    public async ValueTask DisposeAsync()
    {
        if (_house is not null)
        {
            await _house.DisposeAsync();
        }
    }

    /// <summary>The card of the assistant of the samples, whose maker keeps its training to itself.</summary>
    internal static string Assistant()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Gouvernail.slnx")))
        {
            folder = folder.Parent;
        }

        return File.ReadAllText(Path.Combine(folder!.FullName, "samples", "story", "card.json"))
            .Replace("@TRAINING@", "{\"refused\":\"A trade secret.\"}", StringComparison.Ordinal)
            .Replace("@ARTEFACT@", new string('b', 64), StringComparison.Ordinal);
    }

    private async Task Registers()
    {
        _house!.FileCard(null, Ordering("Nursery places"));
        await _house.PostAsync(Gatehouse.Post, _house.Evidence());
        await _house.ActAsync("/automata/a1/submit", "{}");
        _house.FileCard(null, Encoding.UTF8.GetBytes(Assistant()));
        string amendment = Assistant().Replace("1.0.0\"", "1.0.1\"", StringComparison.Ordinal);
        _house.FileCard("a2", Encoding.UTF8.GetBytes(amendment));
        await _house.ActAsync("/automata/a2/submit", "{}");
        _house.FileCard(null, Ordering("School bus waiting list"));
        await _house.PostAsync("/api/automata/a3/evidence", _house.Evidence(_house.Lab, gap: 0.04));
        await _house.ActAsync("/automata/a3/submit", "{}");
        Community.PermitBook.Of("a1").Status.ShouldBe(PermitStatus.Admitted);
        Community.PermitBook.Of("a2").Status.ShouldBe(PermitStatus.Refused);
        Community.PermitBook.Of("a3").Status.ShouldBe(PermitStatus.Admitted);
        await Served.SitAsync(Role.Auditor);
        await _house.ActAsync(
            "/automata/a2/contest", JsonSerializer.Serialize(new
            {
                clause = "m1#3",
                text = "Of twenty questions that we asked, the four about wheelchairs had a wrong answer.",
            }));
        await Served.SitAsync(Role.Facilitator);
    }

    /// <summary>The card of an automaton that orders applications, and names the objective that it serves.</summary>
    private byte[] Ordering(string name)
    {
        JsonNode card = JsonNode.Parse(_house!.CardBytes(name, "1"))!;
        card["objectives"]![0]!["mandateClause"] = "m1#2";
        return Encoding.UTF8.GetBytes(card.ToJsonString());
    }

    private async Task Petitions()
    {
        Set(debate: 2, review: 2, suspension: 3);
        Start(PetitionEffect.Debate, null, "Keep a person at the counter", 2);
        Start(PetitionEffect.Suspension, "a3", "Stop the waiting list of the school bus", 3);
        Community.PermitBook.Of("a3").Status.ShouldBe(PermitStatus.Suspended);
        await Served.DoAsync(
            Desk, Desk + "/p1/answer",
            ("from", "The town council"), ("text", "A person stays.\n\nWe vote on it in May."));
        Set(debate: 40, review: 24, suspension: 30);
        var gathering = new PetitionGathering(
            new DateTime(2030, 5, 1, 18, 30, 0, DateTimeKind.Unspecified),
            new DateTime(2030, 5, 1, 22, 0, 0, DateTimeKind.Unspecified), "Market square",
            [new("18:30", "Speeches"), new("20:00", "Soup")]);
        Start(PetitionEffect.Debate, "a1", "Draw nursery places by lot where marks are equal", 23, gathering);
        Start(PetitionEffect.Review, "a2", Lacking, 23);
        Start(PetitionEffect.Review, "a1", "Look at the list of the Dumont family", 4);
        await Served.DoAsync(Desk, Desk + "/p5/stop", ("reason", "It names private people."));
    }

    private void Set(int debate, int review, int suspension) => _house!.Do(_ => SetPetitionThresholds.Decide(
        Community.Consultations, new SetPetitionThresholds(new PetitionThresholdsSet(
            new Dictionary<PetitionEffect, int>
            {
                [PetitionEffect.Debate] = debate,
                [PetitionEffect.Review] = review,
                [PetitionEffect.Suspension] = suspension,
            },
            Rung.Open, null, 30, null))));

    /// <summary>Starts a petition, which as many people sign.</summary>
    private void Start(
        PetitionEffect effect, string? automaton, string title, int people, PetitionGathering? gathering = null)
    {
        var text = new PetitionDescribed(
            title, "Nobody asked us before it was decided.\n\nWe want to be heard, and to read why.",
            "Neighbours of the harbour", Language.English)
        { Gathering = gathering };
        var pseudonyms = new Pseudonyms(_key);
        string id = Community.PetitionBook.NextId;
        _house!.Do(now => StartPetition.Decide(
            Community.Petitions.Book, Community.Consultations, _ => true,
            new StartPetition(effect, automaton, text, pseudonyms.Of("0"), Rung.Open, _key), now));
        for (int person = 1; person < people; person++)
        {
            string who = pseudonyms.Of(person.ToString(CultureInfo.InvariantCulture));
            _house.Do(now => SignPetition.Decide(
                Community.Petitions.Book, new SignPetition(id, who, Rung.Open), now));
        }
    }

    private string Mandate(string most)
    {
        string[] statements = [.. Community.Consultations.All[0].InOrder.Select(one => one.Id)];
        string Cites(params ReadOnlySpan<int> which)
        {
            var cited = new StringBuilder();
            foreach (int one in which)
            {
                cited.Append(cited.Length > 0 ? "," : "").Append($$"""{"statement":"{{statements[one]}}"}""");
            }

            return $$"""
                "cites":[{"result":{{_house!.Result.ToString(CultureInfo.InvariantCulture)}},"statements":[{{cited}}]}]
                """;
        }

        return $$$"""
            {"_type":"gouvernail/mandate/v1","title":"Machines at the town hall","language":"en",
             "preamble":"What are machines for at our town hall, and what not?","clauses":[
            {"id":"1","kind":"purpose",
             "text":"Machines may order applications and answer questions. They decide on no benefit.",
             "allowed":["allocation-of-places","answering-questions","translation"],"forbidden":["benefit-decisions"],
             {{{Cites(0, 1)}}}},
            {"id":"2","kind":"objective","text":"What counts is that people get a right answer.","metrics":[
             {"name":"right-answers",
              "definition":"Share of answers that two members of staff call right.","weight":0.7},
             {"name":"plain-language",
              "definition":"Share of answers at level B1 or easier.","weight":0.3}],{{{Cites(2)}}}},
            {"id":"3","kind":"evidence",
             "text":"Somebody independent shows every year that it treats all districts alike.",
             "requires":{"name":"fairness-audit","predicateType":"{{{Gatehouse.Type}}}","signers":["auditor"],
             "maxAgeDays":365,"tests":[{"figure":"/metrics/gap","atMost":{{{most}}}}]},{{{Cites(3)}}}},
            {"id":"4","kind":"limit","text":"A counter with a person behind it stays open.",{{{Cites(4)}}}},
            {"id":"5","kind":"term","text":"This order ends with next year; a permit lasts half a year at most.",
             "expires":"2027-12-31","leaseDays":183,{{{Cites(1)}}}}],
             "leftOut":[{"consultation":"c1","statement":"{{{statements[5]}}}","why":"The groups are divided on it."}]}
            """;
    }
}
