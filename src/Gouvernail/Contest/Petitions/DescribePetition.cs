using Gouvernail.Journals;

namespace Gouvernail.Contest.Petitions;

/// <summary>Asks to put a petition better, which who started it can do until somebody else has signed.</summary>
/// <param name="Petition">The petition's id.</param>
/// <param name="Pseudonym">Who, under its pseudonyms.</param>
/// <param name="Description">What it is to say of itself, as it was typed.</param>
public sealed record DescribePetition(string Petition, string Pseudonym, PetitionDescribed Description)
{
    /// <summary>Decides.</summary>
    public static Decision Decide(PetitionBook state, DescribePetition act, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(act);
        if (!state.TryGet(act.Petition, out Petition? petition))
        {
            return PetitionRefusals.NoPetition(act.Petition);
        }

        PetitionDescribed description = PetitionTexts.Tidy(act.Description);
        return act.Pseudonym != petition.Starter ? PetitionRefusals.NotYours()
            : petition.Passed is not null ? PetitionRefusals.PassedAlready()
            : PetitionRefusals.CheckOpen(petition, now)
                ?? (petition.Others > 0 ? Decision.Refuse("signed-by-others", new(
                    "others have signed this text: it stays as they read it",
                    "d’autres ont signé ce texte\u00a0: il reste tel qu’ils l’ont lu")) : null)
                ?? PetitionTexts.Check(description)
                ?? Decision.Log(description.ToDraft(act.Petition, act.Pseudonym));
    }
}
