using System.Diagnostics.CodeAnalysis;
using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;

namespace Gouvernail.Consult.Live;

/// <summary>
/// Every consultation as the committed log has it, for pages to read. Members may be called from any thread.
/// </summary>
public sealed class LiveConsultations
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LiveConsultation> _byId = new(StringComparer.Ordinal);
    private readonly HashSet<LiveConsultation> _changed = [];
    private LiveConsultation[] _all = [];

    /// <summary>
    /// Called on the writer for each consultation that entries came for, when all that were committed together are
    /// taken note of: quick, and it may not throw.
    /// </summary>
    public Action<LiveConsultation>? Changed { get; set; }

    /// <summary>All of them, drafts included, in the order in which they were drafted or opened.</summary>
    public IReadOnlyList<LiveConsultation> All => Volatile.Read(ref _all);

    /// <summary>Finds one.</summary>
    public bool TryGet(string id, [NotNullWhen(true)] out LiveConsultation? consultation)
    {
        lock (_gate)
        {
            return _byId.TryGetValue(id, out consultation);
        }
    }

    /// <summary>Takes note of a committed entry.</summary>
    public void Apply(long position, Entry entry, ReadOnlyMemory<byte> payload)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Consultation is not { } id)
        {
            return;
        }

        if (!TryGet(id, out LiveConsultation? consultation))
        {
            if (Consultation.Begin(entry, payload) is not { } begun)
            {
                return;
            }

            consultation = new LiveConsultation(begun);
            lock (_gate)
            {
                _byId.Add(id, consultation);
                Volatile.Write(ref _all, [.. _all, consultation]);
            }
        }

        consultation.Apply(position, entry, payload);
        _changed.Add(consultation);
    }

    /// <summary>Tells of what has changed since it was last told. Called on the writer.</summary>
    internal void Tell()
    {
        foreach (LiveConsultation consultation in _changed)
        {
            Changed?.Invoke(consultation);
        }

        _changed.Clear();
    }
}
