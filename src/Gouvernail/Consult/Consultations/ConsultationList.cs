using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Gouvernail.Journals;

namespace Gouvernail.Consult.Consultations;

/// <summary>The consultations of a log, as far as acts need to know them.</summary>
public sealed class ConsultationList : IProjection
{
    private readonly List<Consultation> _all = [];
    private readonly Dictionary<string, Consultation> _byId = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => "consultations-4";

    /// <summary>All of them, in the order in which they were drafted or opened.</summary>
    public IReadOnlyList<Consultation> All => _all;

    /// <summary>The id that the next one will have.</summary>
    public string NextId => "c" + (_all.Count + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>Finds one.</summary>
    public bool TryGet(string id, [NotNullWhen(true)] out Consultation? consultation) =>
        _byId.TryGetValue(id, out consultation);

    /// <inheritdoc/>
    public void Apply(long position, Entry entry, ReadOnlyMemory<byte> payload)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Consultation is not { } id)
        {
            return;
        }

        if (TryGet(id, out Consultation? consultation))
        {
            consultation.Apply(position, entry, payload);
        }
        else if (Consultation.Begin(entry, payload) is { } begun)
        {
            Add(begun);
        }
    }

    /// <inheritdoc/>
    public void Clear()
    {
        _all.Clear();
        _byId.Clear();
    }

    /// <inheritdoc/>
    public void Save(Stream stream) => ConsultationSnapshot.Write(_all, stream);

    /// <inheritdoc/>
    public bool TryLoad(Stream stream)
    {
        Clear();
        foreach (Consultation consultation in ConsultationSnapshot.Read(stream))
        {
            Add(consultation);
        }

        return true;
    }

    private void Add(Consultation consultation)
    {
        if (_byId.TryAdd(consultation.Id, consultation))
        {
            _all.Add(consultation);
        }
    }
}
