using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Consult.Consultations;

/// <summary>The consultations of a log, as far as acts need to know them.</summary>
public sealed class ConsultationList : IProjection
{
    private readonly List<Consultation> _all = [];
    private readonly Dictionary<string, Consultation> _byId = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => "consultations-2";

    /// <summary>All of them, in the order in which they opened.</summary>
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
        if (ConsultationOpened.Read(entry) is { } opened)
        {
            Add(new Consultation(entry.Consultation!, opened));
        }
        else if (entry.Consultation is not null && TryGet(entry.Consultation, out Consultation? consultation))
        {
            if (entry.Kind == VoteCast.Kind)
            {
                consultation.Votes++;
            }
            else if (entry.Kind == StatementProposed.Kind && StatementProposed.Read(payload) is { } proposed)
            {
                consultation.Add(proposed.Statement, position);
            }
            else if (Tombstone.Read(entry) is { } erasure)
            {
                consultation.Forget(erasure.Index);
            }
        }
    }

    /// <inheritdoc/>
    public void Clear()
    {
        _all.Clear();
        _byId.Clear();
    }

    /// <inheritdoc/>
    public void Save(Stream stream)
    {
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartArray();
        foreach (Consultation consultation in _all)
        {
            json.WriteStartObject();
            json.WriteString("id", consultation.Id);
            json.WriteString("topic", consultation.Opened.Topic);
            json.WriteString("description", consultation.Opened.Description);
            json.WriteString("url", consultation.Opened.Url);
            json.WriteNumber("publishes", (int)consultation.Opened.Publishes);
            json.WriteNumber("votes", consultation.Votes);
            json.WriteStartObject("statements");
            foreach ((string statement, long position) in consultation.Statements)
            {
                json.WriteNumber(statement, position);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <inheritdoc/>
    public bool TryLoad(Stream stream)
    {
        Clear();
        using JsonDocument document = JsonDocument.Parse(stream);
        foreach (JsonElement item in document.RootElement.EnumerateArray())
        {
            var opened = new ConsultationOpened(
                item.GetProperty("topic").GetString()!,
                item.GetProperty("description").GetString()!,
                item.GetProperty("url").GetString()!,
                (Publication)item.GetProperty("publishes").GetInt32());
            var consultation = new Consultation(item.GetProperty("id").GetString()!, opened)
            {
                Votes = item.GetProperty("votes").GetInt64(),
            };
            foreach (JsonProperty statement in item.GetProperty("statements").EnumerateObject())
            {
                consultation.Add(statement.Name, statement.Value.GetInt64());
            }

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
