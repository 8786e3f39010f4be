using System.Text.Json;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Live;
using Gouvernail.Journals;

namespace Gouvernail.Server.Consult.Voting;

/// <summary>Everything that a consultation holds about one person.</summary>
/// <param name="Consultation">The consultation's id.</param>
/// <param name="Pseudonym">Their pseudonym; null where nothing ever told them from others.</param>
/// <param name="Rung">How sure it is that they are one person.</param>
/// <param name="Devices">On how many devices a personal invitation was used; 0 for those without one.</param>
/// <param name="Entries">Their entries in the log, in its order.</param>
public sealed record OwnData(
    string Consultation, string? Pseudonym, Rung Rung, int Devices, IReadOnlyList<OwnEntry> Entries)
{
    /// <summary>Reads what there is.</summary>
    internal static OwnData Of(Visit visit, Community community)
    {
        LiveParticipant? participant = visit.Participant();
        return new OwnData(
            visit.View.Id,
            visit.Who?.Pseudonym,
            participant?.Rung ?? visit.Who?.Rung ?? Rung.Open,
            participant?.Devices.Count ?? 0,
            [.. visit.Entries()
                .Select(place => OwnEntry.Of(place, visit.View, community))
                .OfType<OwnEntry>()]);
    }

    /// <summary>The data as JSON, for the person to keep.</summary>
    internal byte[] ToJson()
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("consultation", Consultation);
            json.WriteString("pseudonym", Pseudonym);
            json.WriteString("rung", Rung.Word());
            json.WriteNumber("devices", Devices);
            json.WriteStartArray("entries");
            foreach (OwnEntry entry in Entries)
            {
                json.WriteStartObject();
                json.WriteNumber("place", entry.Place);
                json.WriteString("time", Entry.Format(entry.Time));
                json.WriteString("kind", entry.Kind);
                json.WritePropertyName("content");
                json.WriteRawValue(entry.Content);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return output.ToArray();
    }
}

/// <summary>An entry of the log, to the person whose it is.</summary>
/// <param name="Place">Its place in the log, from 0.</param>
/// <param name="Time">When, by the log's clock.</param>
/// <param name="Kind">The kind of the entry, as the log has it.</param>
/// <param name="Content">What it says, in JSON; <c>null</c> where that was erased.</param>
public sealed record OwnEntry(long Place, DateTimeOffset Time, string Kind, string Content)
{
    /// <summary>The sentence that it is about; null for none.</summary>
    public string? Sentence { get; init; }

    /// <summary>The vote in it; null for none.</summary>
    public int? Vote { get; init; }

    internal static OwnEntry? Of(long place, ConsultationView view, Community community)
    {
        if (community.ReadEntry(place) is not { } read)
        {
            return null;
        }

        ReadOnlyMemory<byte> payload = read.Content?.Payload ?? read.Entry.Body;
        string content = payload.IsEmpty ? "null" : System.Text.Encoding.UTF8.GetString(payload.Span);
        VoteCast? cast = read.Entry.Kind == VoteCast.Kind ? VoteCast.Read(payload) : null;
        string? statement = cast?.Statement
            ?? (read.Entry.Kind == VoteWithdrawn.Kind ? VoteWithdrawn.Read(payload)?.Statement : null);
        return new OwnEntry(place, read.Entry.Time, read.Entry.Kind, content)
        {
            Vote = cast?.Vote,
            Sentence = statement is not null ? view.Find(statement)?.Text
                : read.Entry.Kind == StatementProposed.Kind ? StatementProposed.Read(payload)?.Text
                : null,
        };
    }
}
