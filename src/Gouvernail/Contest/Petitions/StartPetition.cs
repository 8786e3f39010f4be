using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;

namespace Gouvernail.Contest.Petitions;

/// <summary>Asks to start a petition. Whoever starts it signs it too.</summary>
/// <param name="Effect">What it is to do once enough people have signed.</param>
/// <param name="Automaton">The automaton that it is about; may be null for a debate.</param>
/// <param name="Description">What it says of itself, as it was typed.</param>
/// <param name="Pseudonym">Who starts it, under the key.</param>
/// <param name="Rung">How sure it is that they are one person.</param>
/// <param name="Key">A fresh key for its pseudonyms.</param>
public sealed record StartPetition(
    PetitionEffect Effect,
    string? Automaton,
    PetitionDescribed Description,
    string Pseudonym,
    Rung Rung,
    byte[] Key)
{
    /// <summary>Decides. It keeps the thresholds in force now, whatever is set later.</summary>
    /// <param name="state">The petitions.</param>
    /// <param name="consultations">The consultations, one of which may be the roll.</param>
    /// <param name="isAutomaton">True for the id of an automaton that the community knows.</param>
    /// <param name="act">What is asked for.</param>
    /// <param name="now">When.</param>
    public static Decision Decide(
        PetitionBook state,
        ConsultationList consultations,
        Func<string, bool> isAutomaton,
        StartPetition act,
        DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(consultations);
        ArgumentNullException.ThrowIfNull(isAutomaton);
        ArgumentNullException.ThrowIfNull(act);
        if (state.InForce is not { } rules || rules.Of(act.Effect) is not { } threshold)
        {
            return Decision.Refuse("no-threshold", new(
                "there is no petition for this here: nobody has said in advance how many signatures it takes",
                "il n’y a pas de pétition pour cela ici\u00a0: personne n’a dit d’avance combien de signatures il "
                    + "faut"));
        }

        PetitionDescribed description = PetitionTexts.Tidy(act.Description);
        Decision? refusal = (rules.Roll is { } roll ? PetitionRefusals.CheckRoll(consultations, roll) : null)
            ?? PetitionRefusals.CheckRung(rules.Rung, rules.Roll, act.Rung)
            ?? CheckAutomaton(act, isAutomaton)
            ?? PetitionTexts.Check(description);
        if (refusal is not null)
        {
            return refusal;
        }

        string id = state.NextId;
        DateTimeOffset until = DateTimeOffset.FromUnixTimeSeconds(now.AddDays(rules.Days).ToUnixTimeSeconds());
        var started = new PetitionStarted(act.Effect, act.Automaton, threshold, rules.Rung, rules.Roll, until);
        return Decision.Log(
        [
            started.ToDraft(id, act.Pseudonym, act.Key),
            description.ToDraft(id, act.Pseudonym),
            .. SignPetition.Events(id, act.Pseudonym, act.Rung, started, 0, canPass: true),
        ]);
    }

    private static Decision? CheckAutomaton(StartPetition act, Func<string, bool> isAutomaton) =>
        act.Automaton is null
            ? act.Effect.NamesAutomaton() ? Decision.Refuse("no-automaton", new(
                "say which automaton this is about", "dites de quel automate il s’agit")) : null
        : isAutomaton(act.Automaton) ? null
        : Decision.Refuse("no-such-automaton", new(
            "there is no such automaton in the register", "il n’y a pas de tel automate au registre des automates"));
}
