using System.Globalization;
using System.Text.Json;
using Gouvernail.Consult.Consultations;
using Gouvernail.Contest.Petitions;
using Gouvernail.Journals;

namespace Gouvernail.Server.Contest.Petitions;

/// <summary>Petitions as programs read them.</summary>
internal static class PetitionJson
{
    /// <summary>The member <c>thresholds</c>.</summary>
    public static void Write(Utf8JsonWriter json, PetitionThresholdsSet? rules)
    {
        if (rules is null)
        {
            json.WriteNull("thresholds");
            return;
        }

        json.WriteStartObject("thresholds");
        foreach (PetitionEffect effect in PetitionEffects.All)
        {
            if (rules.Of(effect) is { } number)
            {
                json.WriteNumber(effect.Word(), number);
            }
        }

        json.WriteString("rung", rules.Rung.Word());
        json.WriteString("roll", rules.Roll);
        json.WriteNumber("days", rules.Days);
        json.WriteEndObject();
    }

    /// <summary>A petition in short.</summary>
    public static void WriteLine(Utf8JsonWriter json, Petition petition, DateTimeOffset now)
    {
        json.WriteString("id", petition.Id);
        json.WriteString("title", petition.Description?.Title);
        json.WriteString("effect", petition.Started.Effect.Word());
        json.WriteString("automaton", petition.Started.Automaton);
        json.WriteNumber("signatures", petition.Count);
        json.WriteNumber("threshold", petition.Started.Threshold);
        json.WriteString("until", Entry.Format(petition.Started.Until));
        json.WriteBoolean("open", petition.IsOpen(now));
        json.WriteString("passed", petition.Passed is { } passed ? Entry.Format(passed.Time) : null);
        json.WriteString("debate", petition.Debate);
        json.WriteString("closed", petition.Closed?.Word);
    }

    /// <summary>A petition whole.</summary>
    public static void Write(Utf8JsonWriter json, Petition petition, DateTimeOffset now)
    {
        WriteLine(json, petition, now);
        json.WriteString("rung", petition.Started.Rung.Word());
        json.WriteString("roll", petition.Started.Roll);
        json.WriteString("since", Entry.Format(petition.Since));
        json.WriteString("reason", petition.Closed is { Reason.Length: > 0 } closed ? closed.Reason : null);
        json.WriteNumber("read", petition.DescribedIn);
        if (petition.Description is { } said)
        {
            json.WriteString("text", said.Text);
            json.WriteString("askedBy", said.AskedBy);
            json.WriteString("language", said.Language.Code());
            Write(json, said.Gathering);
        }

        json.WriteStartObject("days");
        foreach ((DateOnly day, int count) in petition.Days)
        {
            json.WriteNumber(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), count);
        }

        json.WriteEndObject();
        json.WriteStartArray("answers");
        foreach (PetitionAnswer one in petition.Answers)
        {
            json.WriteStartObject();
            json.WriteString("time", Entry.Format(one.Time));
            json.WriteString("from", one.Answer?.From);
            json.WriteString("text", one.Answer?.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, PetitionGathering? called)
    {
        if (called is null)
        {
            json.WriteNull("event");
            return;
        }

        json.WriteStartObject("event");
        json.WriteString("start", PetitionGathering.Format(called.Start));
        json.WriteString("end", called.End is { } end ? PetitionGathering.Format(end) : null);
        json.WriteString("place", called.Place);
        json.WriteStartArray("programme");
        foreach (ProgrammeItem item in called.Programme)
        {
            json.WriteStartObject();
            json.WriteString("time", item.Time);
            json.WriteString("text", item.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
