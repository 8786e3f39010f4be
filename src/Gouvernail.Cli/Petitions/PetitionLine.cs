using System.Text.Json;
using Gouvernail.Consult.Consultations;
using Gouvernail.Contest.Petitions;
using Gouvernail.Journals;

namespace Gouvernail.Cli.Petitions;

/// <summary>A petition for programs, and its end for people.</summary>
internal static class PetitionLine
{
    /// <summary>How a petition ended, in words.</summary>
    public static Wording Ended(PetitionEnd cause) => cause switch
    {
        PetitionEnd.Expired => new("its days are over", "son temps est écoulé"),
        PetitionEnd.Withdrawn => new("its starter took it back", "qui l’a lancée l’a retirée"),
        _ => new("stopped:", "arrêtée\u00a0:"),
    };

    /// <summary>The members of a petition's object.</summary>
    public static void Write(Utf8JsonWriter json, Petition petition, DateTimeOffset now)
    {
        json.WriteString("petition", petition.Id);
        json.WriteString("title", petition.Description?.Title);
        json.WriteString("text", petition.Description?.Text);
        json.WriteString("askedBy", petition.Description?.AskedBy);
        json.WriteString("effect", petition.Started.Effect.Word());
        json.WriteString("automaton", petition.Started.Automaton);
        json.WriteNumber("signatures", petition.Count);
        json.WriteNumber("threshold", petition.Started.Threshold);
        json.WriteString("rung", petition.Started.Rung.Word());
        json.WriteString("roll", petition.Started.Roll);
        json.WriteString("since", Entry.Format(petition.Since));
        json.WriteString("until", Entry.Format(petition.Started.Until));
        json.WriteBoolean("open", petition.IsOpen(now));
        json.WriteString("passed", petition.Passed is { } passed ? Entry.Format(passed.Time) : null);
        json.WriteString("closed", petition.Closed?.Word);
        json.WriteString("reason", petition.Closed?.Reason);
        json.WriteNumber("answers", petition.Answers.Count);
    }
}
