using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;

namespace Gouvernail.Contest.Petitions;

/// <summary>Asks to sign a petition.</summary>
/// <param name="Petition">The petition's id.</param>
/// <param name="Pseudonym">Who, under its pseudonyms.</param>
/// <param name="Rung">How sure it is that they are one person, as whoever let them in has seen to it.</param>
public sealed record SignPetition(string Petition, string Pseudonym, Rung Rung)
{
    /// <summary>The place of the entry whose text they read (<see cref="Petition.DescribedIn"/>); null where nobody
    /// says which.</summary>
    public long? Read { get; init; }

    /// <summary>Decides. The signature that makes the number makes the petition pass.</summary>
    public static Decision Decide(PetitionBook state, SignPetition act, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(act);
        if (!state.TryGet(act.Petition, out Petition? petition))
        {
            return PetitionRefusals.NoPetition(act.Petition);
        }

        return PetitionRefusals.CheckOpen(petition, now)
            ?? PetitionRefusals.CheckRung(petition.Started.Rung, petition.Started.Roll, act.Rung)
            ?? (petition.Description is null ? Decision.Refuse("petition-erased", new(
                    "what this petition asked was erased: there is nothing to sign",
                    "ce que demandait cette pétition a été effacé\u00a0: il n’y a rien à signer"))
                : act.Read is { } read && read != petition.DescribedIn ? Decision.Refuse("changed-meanwhile", new(
                    "the text of this petition was changed meanwhile: read it again before you sign",
                    "le texte de cette pétition a changé entre-temps\u00a0: relisez-le avant de signer"))
                : petition.HasSigned(act.Pseudonym) ? Decision.Refuse("signed-already", new(
                    "you have signed this petition already: a person signs once",
                    "vous avez déjà signé cette pétition\u00a0: une personne signe une fois"))
                : Decision.Log(Events(
                    act.Petition, act.Pseudonym, act.Rung, petition.Started, petition.Count, petition.Passed is null)));
    }

    /// <summary>A signature and, where it makes the number, that the petition passes.</summary>
    internal static IEnumerable<Draft> Events(
        string petition, string pseudonym, Rung rung, PetitionStarted started, int before, bool canPass)
    {
        yield return new PetitionSigned(rung).ToDraft(petition, pseudonym);
        if (canPass && before + 1 >= started.Threshold)
        {
            yield return new PetitionPassed(started.Effect, before + 1).ToDraft(petition);
        }
    }
}
