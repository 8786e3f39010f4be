using System.Collections.Immutable;
using Gouvernail.Journals;

namespace Gouvernail.Verify.Register;

/// <summary>The register of automata, as the log gives it.</summary>
public sealed class AutomatonRegister : TapedProjection
{
    private ImmutableList<Automaton> _automata = [];
    private int _highest;

    // Made when it is first asked for: a log is read faster than anybody can look at each of its states.
    private volatile Lazy<RegisterBook> _book = new(RegisterBook.Empty);

    /// <inheritdoc/>
    public override string Name => "register-1";

    /// <summary>What is known now; may be read at any time.</summary>
    public RegisterBook Book => _book.Value;

    /// <inheritdoc/>
    protected override bool Matters(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Consultation is null
            && entry.Kind is AutomatonRegistered.Kind or CardFiled.Kind or AutomatonRetired.Kind;
    }

    /// <inheritdoc/>
    protected override void Take(long position, Entry entry, ReadOnlyMemory<byte> payload)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (AutomatonRegistered.Read(entry) is { } registered)
        {
            // The card is the entry after this one; until it comes, and once it is erased, there is none.
            Add(registered.Automaton, position + 1, entry.Time, registered.By);
        }
        else if (entry.Kind == CardFiled.Kind && CardFiled.Read(payload) is { } filed)
        {
            Fill(position, entry.Time, filed);
        }
        else if (AutomatonRetired.Read(entry) is { } retired && Find(retired.Automaton) is >= 0 and int index)
        {
            _automata = _automata.SetItem(index, _automata[index] with
            {
                Retired = _automata[index].Retired
                    ?? new Retirement(position, entry.Time, retired.Reason, retired.By),
            });
        }

        (ImmutableList<Automaton> automata, int highest) = (_automata, _highest);
        _book = new Lazy<RegisterBook>(() => new RegisterBook([.. automata], highest));
    }

    /// <inheritdoc/>
    protected override void Forget()
    {
        _automata = [];
        _highest = 0;
        _book = new Lazy<RegisterBook>(RegisterBook.Empty);
    }

    private int Find(string id) => _automata.FindIndex(automaton => automaton.Id == id);

    private void Add(string id, long position, DateTimeOffset time, string? by)
    {
        _highest = Math.Max(_highest, AutomatonRegistered.NumberOf(id)!.Value);
        int index = Find(id);
        if (index < 0)
        {
            _automata = _automata.Add(new Automaton(id, [new(1, position, time, by, null, null)], null));
            return;
        }

        Automaton automaton = _automata[index];
        _automata = _automata.SetItem(index, automaton with
        {
            Versions = automaton.Versions.Add(new(automaton.Versions.Count + 1, position, time, by, null, null)),
        });
    }

    private void Fill(long position, DateTimeOffset time, CardFiled filed)
    {
        int index = Find(filed.Automaton);
        if (index < 0 || _automata[index].Latest.Position != position)
        {
            Add(filed.Automaton, position, time, filed.By);
            index = Find(filed.Automaton);
        }

        Automaton automaton = _automata[index];
        _automata = _automata.SetItem(index, automaton with
        {
            Versions = automaton.Versions.SetItem(automaton.Versions.Count - 1, automaton.Latest with
            {
                Card = filed.Card,
                Digest = filed.Card.Digest(),
            }),
        });
    }
}
