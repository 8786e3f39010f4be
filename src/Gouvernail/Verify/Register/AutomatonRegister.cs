using Gouvernail.Journals;

namespace Gouvernail.Verify.Register;

/// <summary>The register of automata, as the log gives it.</summary>
public sealed class AutomatonRegister : TapedProjection
{
    private readonly List<Automaton> _automata = [];
    private RegisterBook? _book = RegisterBook.Empty;
    private int _highest;

    /// <inheritdoc/>
    public override string Name => "register-1";

    /// <summary>What is known now, for others to read at any time.</summary>
    public RegisterBook ToBook() => _book ??= new RegisterBook([.. _automata], _highest);

    /// <summary>True for an entry that can change anything here.</summary>
    public static bool Concerns(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return IsOurs(entry) || entry.Kind == Tombstone.Kind;
    }

    /// <inheritdoc/>
    protected override bool Matters(Entry entry) => IsOurs(entry);

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
            _automata[index] = _automata[index] with
            {
                Retired = _automata[index].Retired
                    ?? new Retirement(position, entry.Time, retired.Reason, retired.By),
            };
        }

        _book = null;
    }

    /// <inheritdoc/>
    protected override void Forget()
    {
        _automata.Clear();
        _highest = 0;
        _book = RegisterBook.Empty;
    }

    private static bool IsOurs(Entry entry) => entry.Consultation is null
        && entry.Kind is AutomatonRegistered.Kind or CardFiled.Kind or AutomatonRetired.Kind;

    private int Find(string id) => _automata.FindIndex(automaton => automaton.Id == id);

    private void Add(string id, long position, DateTimeOffset time, string? by)
    {
        _highest = Math.Max(_highest, AutomatonRegistered.NumberOf(id)!.Value);
        int index = Find(id);
        if (index < 0)
        {
            _automata.Add(new Automaton(id, [new(1, position, time, by, null, null)], null));
            return;
        }

        Automaton automaton = _automata[index];
        _automata[index] = automaton with
        {
            Versions = automaton.Versions.Add(new(automaton.Versions.Count + 1, position, time, by, null, null)),
        };
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
        _automata[index] = automaton with
        {
            Versions = automaton.Versions.SetItem(automaton.Versions.Count - 1, automaton.Latest with
            {
                Card = filed.Card,
                Digest = filed.Card.Digest(),
            }),
        };
    }
}
