using Gouvernail.Consult.Consultations;
using Gouvernail.Contest.Petitions;
using Gouvernail.Journals;
using Gouvernail.People;
using Gouvernail.Tests.Journals;

namespace Gouvernail.Tests.Contest.Petitions;

/// <summary>Petitions by acts alone, in memory: what acts decide is applied as a journal would.</summary>
internal sealed class Street
{
    public static readonly byte[] Key = [.. Enumerable.Range(0, Sealed.KeyLength).Select(i => (byte)i)];

    private readonly Pseudonyms _pseudonyms = new(Key);

    public Street(int debate = 3, int suspension = 3, Rung rung = Rung.Code, int days = 30)
    {
        Consultations = new ConsultationList();
        Log(new ConsultationOpened("Who lives here?", "", "", Publication.Nothing).ToDraft("c1", Key));
        Set(new PetitionThresholdsSet(
            new Dictionary<PetitionEffect, int>
            {
                [PetitionEffect.Debate] = debate,
                [PetitionEffect.Suspension] = suspension,
            },
            rung, rung == Rung.Open ? null : "c1", days, "r1")).ShouldBeNull();
    }

    public static PetitionDescribed Text { get; } = new(
        "Stop the sorting machine", "It sorts children.\n\nNobody can say how.", "Parents of the school",
        Language.English);

    public ConsultationList Consultations { get; }

    public PetitionList Petitions { get; } = new();

    public PetitionBook Book => Petitions.Book;

    public Petition P1 => Book.TryGet("p1", out Petition? petition) ? petition : throw new InvalidOperationException();

    public DateTimeOffset Now { get; set; } = new FakeClock().Now;

    public List<(Entry Entry, byte[]? Payload)> Entries { get; } = [];

    public int CountOf(string kind) => Entries.Count(it => it.Entry.Kind == kind);

    public string Of(string person) => _pseudonyms.Of(person);

    public string? Set(PetitionThresholdsSet set) =>
        Do(SetPetitionThresholds.Decide(Consultations, new SetPetitionThresholds(set)));

    public string? Start(
        PetitionEffect effect = PetitionEffect.Suspension,
        string? automaton = "a1",
        string person = "ana",
        Rung rung = Rung.Code,
        PetitionDescribed? text = null) =>
        Do(StartPetition.Decide(
            Book, Consultations, id => id == "a1",
            new StartPetition(effect, automaton, text ?? Text, Of(person), rung, Key), Now));

    public string? Sign(string person, Rung rung = Rung.Code, string petition = "p1", long? read = null) =>
        Do(SignPetition.Decide(Book, new SignPetition(petition, Of(person), rung) { Read = read }, Now));

    public string? Withdraw(string person) => Do(WithdrawSignature.Decide(Book, new("p1", Of(person))));

    public string? Describe(PetitionDescribed text, string person = "ana") =>
        Do(DescribePetition.Decide(Book, new DescribePetition("p1", Of(person), text), Now));

    public string? Stop(string reason) => Do(ClosePetition.Decide(
        Book, new ClosePetition("p1", new PetitionClosed(PetitionEnd.Stopped, reason, "r1"), null), Now));

    public string? TakeBack(string person) => Do(ClosePetition.Decide(
        Book, new ClosePetition("p1", new PetitionClosed(PetitionEnd.Withdrawn, "", null), Of(person)), Now));

    public void Expire() => Do(ExpirePetitions.Decide(Book, Now)).ShouldBeNull();

    public void Erase(long position) => Do(Tombstone.Decide(
        new Tombstone(position, "asked for", "the board"), Entries[(int)position].Entry, isThere: true)).ShouldBeNull();

    /// <summary>What somebody makes of the log who reads it from its beginning, with what is left of it.</summary>
    public PetitionBook Replayed()
    {
        var again = new PetitionList();
        for (int i = 0; i < Entries.Count; i++)
        {
            again.Apply(i, Entries[i].Entry, Entries[i].Payload);
        }

        return again.Book;
    }

    /// <summary>Applies a decision; gives the code of the refusal, or null.</summary>
    public string? Do(Decision decision)
    {
        foreach (Draft draft in decision.Events)
        {
            Log(draft);
        }

        return decision.Refusal?.Code;
    }

    public void Log(Draft draft)
    {
        if (draft.Erases is { } erased)
        {
            Entries[(int)erased] = (Entries[(int)erased].Entry, null);
        }

        byte[] bytes = new Entry
        {
            Kind = draft.Kind,
            Time = Now,
            Consultation = draft.Consultation,
            Pseudonym = draft.Pseudonym,
            Body = draft.Body,
            Seal = draft.Payload is null ? default : Sealed.Of(draft.Payload).Seal(),
        }.ToBytes();
        Entry.TryParse(bytes, out Entry? entry, out Wording? problem).ShouldBeTrue(problem?.English);
        long position = Entries.Count;
        Entries.Add((entry!, draft.Payload));
        Petitions.Apply(position, entry!, draft.Payload);
        Consultations.Apply(position, entry!, draft.Payload);
    }
}
