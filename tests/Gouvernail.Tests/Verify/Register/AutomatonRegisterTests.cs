using Gouvernail.Journals;
using Gouvernail.Log.Notes;
using Gouvernail.People;
using Gouvernail.Tests.Journals;
using Gouvernail.Verify.Register;

namespace Gouvernail.Tests.Verify.Register;

/// <summary>Who may file which card, and what the register then says.</summary>
public sealed class AutomatonRegisterTests : IDisposable
{
    private readonly SignerKey _key = SignerKey.Generate("tests.example/log", SignatureKind.Ed25519);
    private readonly MemoryJournalStore _store = new();
    private readonly AutomatonRegister _register = new();
    private readonly Roles _roles = new();
    private readonly Journal _journal;

    public AutomatonRegisterTests() => _journal =
        Journal.Open(_store, _key, [_register, _roles], new JournalOptions { Clock = new FakeClock() });

    private RegisterBook Book => _register.Book;

    [Fact]
    public void A_new_automaton_gets_the_next_number_and_a_new_card_a_new_version()
    {
        File(null, Cards.Example).ShouldBeNull();
        File(null, Cards.Named("other")).ShouldBeNull();
        File("a1", Cards.Example with { Version = "3" }).ShouldBeNull();
        Book.Automata.Select(automaton => automaton.Id).ShouldBe(["a1", "a2"]);
        Book.TryGet("a1", out Automaton? first).ShouldBeTrue();
        first.Versions.Select(version => version.Number).ShouldBe([1, 2]);
        first.Card!.Version.ShouldBe("3");
        first.Versions[0].Digest.ShouldBe(Cards.Example.Digest());
        first.Versions[0].Position.ShouldBe(1);
        first.Latest.Time.ShouldBe(new FakeClock().Now);
        Book.FindCard(Cards.Example.Digest())!.Value.Version.Number.ShouldBe(1);
        Book.FindArtefact(Cards.Example.Artefact!.Sha256!).Single().Id.ShouldBe("a1");
        Book.FindCardId("nursery-places").Single().Id.ShouldBe("a1");
        Book.FindCard(Cards.Named("nobody").Digest()).ShouldBeNull();
    }

    [Fact]
    public void The_very_same_card_is_refused_and_going_back_to_an_older_one_is_not()
    {
        File(null, Cards.Example).ShouldBeNull();
        File("a1", Cards.Example).ShouldBe("card-unchanged");
        File(null, Cards.Example).ShouldBe("card-unchanged");
        File("a1", Cards.Example with { Version = "3" }).ShouldBeNull();
        File("a1", Cards.Example).ShouldBeNull();
        Book.Automata[0].Versions.Count.ShouldBe(3);
    }

    [Fact]
    public void Cards_are_filed_and_automata_retired_by_facilitators_and_whoever_keeps_the_machine()
    {
        Take(Role.Facilitator);
        Take(Role.Moderator);
        File(null, Cards.Example, "r1").ShouldBeNull();
        Book.Automata[0].Latest.By.ShouldBe("r1");
        File(null, Cards.Named("b"), "r2").ShouldBe("not-allowed");
        File(null, Cards.Named("b"), "r9").ShouldBe("not-allowed");
        Retire("a1", "replaced", "r2").ShouldBe("not-allowed");
        Retire("a1", "replaced", "r1").ShouldBeNull();
        Book.Automata[0].Retired!.By.ShouldBe("r1");
    }

    [Fact]
    public void What_is_retired_stays_as_it_is_with_its_reason()
    {
        File("a1", Cards.Example).ShouldBe("no-such-automaton");
        Retire("a1", "replaced").ShouldBe("no-such-automaton");
        File(null, Cards.Example).ShouldBeNull();
        Retire("a1", " ").ShouldBe("no-reason");
        Retire("a1", new string('x', RetireAutomaton.LongestReason + 1)).ShouldBe("no-reason");
        Retire("a1", "replaced").ShouldBeNull();
        Retire("a1", "again").ShouldBe("automaton-retired");
        File("a1", Cards.Named("b")).ShouldBe("automaton-retired");
        Book.Automata[0].Retired!.Reason.ShouldBe("replaced");
        Book.Automata[0].Card!.Digest().ShouldBe(Cards.Example.Digest());
    }

    [Fact]
    public void A_card_that_no_reader_takes_is_not_filed()
    {
        File(null, Cards.Example with { Purposes = ["Not a word"] }).ShouldBe("card-invalid");
        File(null, new Card { Name = " " }).ShouldBe("card-invalid");
        Book.Automata.ShouldBeEmpty();
    }

    [Fact]
    public void An_erased_card_leaves_its_place_and_its_automaton_keeps_its_number()
    {
        File(null, Cards.Example).ShouldBeNull();
        File("a1", Cards.Example with { Version = "3" }).ShouldBeNull();
        RegisterBook before = Book;
        Erase(before.Automata[0].Versions[0].Position);
        Book.Automata[0].Versions.Select(version => version.Card?.Version).ShouldBe([null, "3"]);
        Book.FindCard(Cards.Example.Digest()).ShouldBeNull();
        before.Automata[0].Versions[0].Card.ShouldNotBeNull("who holds an older book reads on in it");
        Erase(Book.Automata[0].Latest.Position);
        Book.Automata[0].Name.ShouldBe("a1");
        File(null, Cards.Named("b")).ShouldBeNull();
        Book.Automata.Select(automaton => automaton.Id).ShouldBe(["a1", "a2"]);
    }

    [Fact]
    public void A_snapshot_and_a_replay_give_the_same_register()
    {
        File(null, Cards.Example).ShouldBeNull();
        File("a1", Cards.Example with { Version = "3" }).ShouldBeNull();
        Erase(1);
        Retire("a1", "replaced").ShouldBeNull();
        using var saved = new MemoryStream();
        _register.Save(saved);
        saved.Position = 0;
        var loaded = new AutomatonRegister();
        loaded.TryLoad(saved).ShouldBeTrue();
        var replayed = new AutomatonRegister();
        using (Journal.Open(_store, _key, [replayed]))
        {
            foreach (RegisterBook book in (RegisterBook[])[loaded.Book, replayed.Book])
            {
                Automaton automaton = book.Automata.ShouldHaveSingleItem();
                automaton.Versions.Select(version => (version.Position, version.Digest))
                    .ShouldBe(Book.Automata[0].Versions.Select(version => (version.Position, version.Digest)));
                automaton.Retired.ShouldBe(Book.Automata[0].Retired);
                book.NextAutomaton.ShouldBe("a2");
            }
        }
    }

    [Fact]
    public void The_register_is_searched_without_regard_to_case_and_accents()
    {
        File(null, Cards.Example).ShouldBeNull();
        File(null, Cards.Named("Répartition de l’Énergie") with
        {
            Class = AutomatonClass.Tool,
            Provider = new("Régie Électrique", null, null, null),
        }).ShouldBeNull();
        File(null, Cards.Named("third")).ShouldBeNull();
        Retire("a3", "gone").ShouldBeNull();
        Found(new() { Text = "ENERGIE repartition" }).ShouldBe(["a2"]);
        Found(new() { Text = "COMMITTEE" }).ShouldBe(["a1"]);
        Found(new() { Text = "committee energie" }).ShouldBeEmpty();
        Found(new() { Class = AutomatonClass.Tool }).ShouldBe(["a2"]);
        Found(new() { Class = AutomatonClass.Product }).ShouldBe(["a3"], "it says no class");
        Found(new() { Purpose = "allocation-of-places" }).ShouldBe(["a1"]);
        Found(new() { Purpose = "allocation" }).ShouldBeEmpty();
        Found(new() { Party = "electrique" }).ShouldBe(["a2"]);
        Found(new() { Party = "town" }).ShouldBe(["a1"]);
        Found(new() { WithRetired = false }).ShouldBe(["a1", "a2"]);
        Found(new()).ShouldBe(["a1", "a2", "a3"]);
    }

    public void Dispose()
    {
        _journal.Dispose();
        _store.Dispose();
        _key.Dispose();
    }

    private IEnumerable<string> Found(RegisterQuery query) => query.Find(Book).Select(automaton => automaton.Id);

    private string? File(string? automaton, Card card, string? by = null) =>
        Submit(FileCard.Decide(Book, _roles, new FileCard(automaton, card, by)));

    private string? Retire(string automaton, string reason, string? by = null) =>
        Submit(RetireAutomaton.Decide(Book, _roles, new RetireAutomaton(automaton, reason, by)));

    private void Erase(long position) => Submit(Tombstone.Decide(
        new Tombstone(position, "a name", "the town"),
        new Entry { Kind = CardFiled.Kind, Time = default, Seal = new byte[32] }, isThere: true)).ShouldBeNull();

    private void Take(Role role)
    {
        string holder = _roles.NextHolder;
        Submit(GrantRole.Decide(_roles, new GrantRole(null, role, "", null, RoleLinks.NewKey()), new FakeClock().Now))
            .ShouldBeNull();
        Submit(TakeRole.Decide(_roles, new TakeRole(holder, 1), new FakeClock().Now)).ShouldBeNull();
    }

    private string? Submit(Decision decision) =>
        _journal.Submit(_ => decision, TestContext.Current.CancellationToken).Refusal?.Code;
}
