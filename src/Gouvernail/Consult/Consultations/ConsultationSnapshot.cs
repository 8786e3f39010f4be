using System.Text.Json;
using Gouvernail.Choice;
using Gouvernail.Consult.Invitations;
using Gouvernail.Journals;

namespace Gouvernail.Consult.Consultations;

/// <summary>What is known of consultations, on disk. It is deleted with the first erasure after it.</summary>
internal static class ConsultationSnapshot
{
    public static void Write(IReadOnlyList<Consultation> consultations, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartArray();
        foreach (Consultation consultation in consultations)
        {
            Write(json, consultation);
        }

        json.WriteEndArray();
    }

    public static IEnumerable<Consultation> Read(Stream stream)
    {
        using JsonDocument document = JsonDocument.Parse(stream);
        foreach (JsonElement item in document.RootElement.EnumerateArray())
        {
            yield return Read(item);
        }
    }

    private static void Write(Utf8JsonWriter json, Consultation consultation)
    {
        json.WriteStartObject();
        json.WriteString("id", consultation.Id);
        json.WriteBase64String("opened", CanonicalObject.Of(consultation.Opened.Write));
        json.WriteNumber("stage", (int)consultation.Stage);
        json.WriteString("reason", consultation.StageReason);
        json.WriteNumber("votes", consultation.Votes);
        json.WriteNumber("highest", consultation.HighestStatement);
        json.WriteStartArray("statements");
        foreach (ListedStatement statement in consultation.InOrder)
        {
            Write(json, statement);
        }

        json.WriteEndArray();
        json.WriteStartArray("invitations");
        foreach (InvitationsIssued issued in consultation.Invitations)
        {
            json.WriteStartArray();
            json.WriteNumberValue(issued.First);
            json.WriteNumberValue(issued.Count);
            json.WriteNumberValue((int)issued.Use);
            json.WriteStringValue(issued.Label);
            json.WriteNumberValue(issued.Expires.ToUnixTimeSeconds());
            json.WriteStringValue(issued.By);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("revoked");
        foreach (InvitationsRevoked revoked in consultation.Revoked)
        {
            json.WriteStartArray();
            json.WriteNumberValue(revoked.First);
            json.WriteNumberValue(revoked.Count);
            json.WriteStringValue(revoked.Reason);
            json.WriteStringValue(revoked.By);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("admitted");
        foreach ((string pseudonym, Admission admission) in consultation.Admissions)
        {
            json.WriteStartArray();
            json.WriteStringValue(pseudonym);
            json.WriteNumberValue((int)admission.Rung);
            json.WriteNumberValue(admission.Position);
            foreach (string device in admission.Devices)
            {
                json.WriteStringValue(device);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ListedStatement statement)
    {
        StatementModerated decision = statement.Decision;
        json.WriteStartArray();
        json.WriteStringValue(statement.Id);
        json.WriteNumberValue(statement.Position);
        json.WriteStringValue(statement.Text);
        json.WriteStringValue(statement.Author);
        json.WriteBooleanValue(statement.IsSeed);
        json.WriteNumberValue(statement.Time);
        json.WriteNumberValue((int)decision.Moderation);
        json.WriteBooleanValue(decision.IsMeta);
        json.WriteStringValue(decision.Reason);
        json.WriteStringValue(decision.SameAs);
        json.WriteStringValue(decision.By);
        json.WriteNumberValue(statement.Decided ?? -1);
        json.WriteBooleanValue(statement.WasAccepted);
        json.WriteEndArray();
    }

    private static Consultation Read(JsonElement item)
    {
        var consultation = new Consultation(item.GetProperty("id").GetString()!)
        {
            Opened = ConsultationOpened.Read(item.GetProperty("opened").GetBytesFromBase64())
                ?? throw new JsonException("A consultation's snapshot cannot be read."),
            Stage = (Stage)item.GetProperty("stage").GetInt32(),
            StageReason = item.GetProperty("reason").GetString()!,
            Votes = item.GetProperty("votes").GetInt64(),
        };
        foreach (JsonElement s in item.GetProperty("statements").EnumerateArray())
        {
            consultation.Add(Statement(s));
        }

        consultation.HighestStatement = item.GetProperty("highest").GetInt64();
        foreach (JsonElement i in item.GetProperty("invitations").EnumerateArray())
        {
            consultation.Add(new InvitationsIssued(
                i[0].GetInt32(), i[1].GetInt32(), (InvitationUse)i[2].GetInt32(), i[3].GetString()!,
                DateTimeOffset.FromUnixTimeSeconds(i[4].GetInt64()), i[5].GetString()));
        }

        foreach (JsonElement r in item.GetProperty("revoked").EnumerateArray())
        {
            consultation.Add(new InvitationsRevoked(
                r[0].GetInt32(), r[1].GetInt32(), r[2].GetString()!, r[3].GetString()));
        }

        foreach (JsonElement a in item.GetProperty("admitted").EnumerateArray())
        {
            string pseudonym = a[0].GetString()!;
            consultation.Admit(pseudonym, (Rung)a[1].GetInt32(), a[2].GetInt64());
            for (int d = 3; d < a.GetArrayLength(); d++)
            {
                consultation.Seen(pseudonym, a[d].GetString()!);
            }
        }

        return consultation;
    }

    private static ListedStatement Statement(JsonElement s) => new(
        s[0].GetString()!, s[1].GetInt64(), s[2].GetString()!)
    {
        Author = s[3].GetString(),
        IsSeed = s[4].GetBoolean(),
        Time = s[5].GetInt64(),
        Decision = new StatementModerated(s[0].GetString()!, (Moderation)s[6].GetInt32(), s[7].GetBoolean())
        {
            Reason = s[8].GetString()!,
            SameAs = s[9].GetString(),
            By = s[10].GetString(),
        },
        Decided = s[11].GetInt64() is >= 0 and long decided ? decided : null,
        WasAccepted = s[12].GetBoolean(),
    };
}
