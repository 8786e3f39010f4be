using Gouvernail.Consult;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Live;
using Gouvernail.Journals;
using Gouvernail.People;
using Gouvernail.Tests.Audits;

namespace Gouvernail.Tests.Consult.Consultations;

/// <summary>A consultation that is held in a town of its own, by acts alone.</summary>
internal sealed class Meeting : IDisposable
{
    public const string Id = "c1";

    public Meeting(Terms? terms = null, Publication? publishes = null, TimeProvider? clock = null)
    {
        Town = new Town(clock);
        Plan = new ConsultationOpened("Which trees?", "The square is hot.", "", publishes ?? Town.Everything)
        {
            Terms = terms ?? new Terms(),
        };
        Do(list => DraftConsultation.Decide(list, new DraftConsultation(Plan, Pseudonyms.NewKey()))).ShouldBeNull();
    }

    public Town Town { get; }

    public ConsultationOpened Plan { get; }

    public Community Community => Town.Community;

    public LiveConsultation Live => Community.Live.TryGet(Id, out LiveConsultation? live)
        ? live : throw new InvalidOperationException();

    /// <summary>What a stranger makes of the log.</summary>
    public Conversation Replayed() =>
        Community.Replay(Id, Community.Journal.Size, TestContext.Current.CancellationToken)!.Conversation;

    /// <summary>Opened with three statements, 1 to 3.</summary>
    public static Meeting Opened(Terms? terms = null, Publication? publishes = null, TimeProvider? clock = null)
    {
        var meeting = new Meeting(terms, publishes, clock);
        meeting.Seed("Plant lime trees.", "Plant oaks.", "Plant nothing.").ShouldBeNull();
        meeting.Open().ShouldBeNull();
        return meeting;
    }

    /// <summary>Puts an act; gives the code of the refusal, or null.</summary>
    public string? Do(Func<ConsultationList, Decision> act) =>
        Community.Journal.Submit(_ => act(Community.Consultations)).Refusal?.Code;

    public string? Open() => Do(list => OpenConsultation.Decide(list, new OpenConsultation(Id, Plan, null)));

    public string? Seed(params string[] texts) =>
        Do(list => SeedStatements.Decide(list, new SeedStatements(Id, texts)));

    public string? Stage(Stage stage, string reason = "Enough for today.") =>
        Do(list => ChangeStage.Decide(list, new ChangeStage(Id, new StageChanged(stage, reason, "r1"))));

    public Participation Who(string person, Rung rung = Rung.Open) =>
        new(Id, Community.PseudonymsOf(Id)!.Of(person), rung);

    public string? Vote(string person, string statement, int vote, Rung rung = Rung.Open, bool matters = false) =>
        Do(list => CastVote.Decide(list, new CastVote(Who(person, rung), statement, vote, matters)));

    public string? Withdraw(string person, params string[] statements) =>
        Do(list => WithdrawVotes.Decide(list, new WithdrawVotes(Id, Who(person).Pseudonym, statements)));

    public string? Propose(string person, string text) =>
        Do(list => ProposeStatement.Decide(list, new ProposeStatement(Who(person), text)));

    public string? Moderate(StatementModerated decision) =>
        Do(list => ModerateStatement.Decide(list, new ModerateStatement(Id, decision)));

    public void Dispose() => Town.Dispose();
}
