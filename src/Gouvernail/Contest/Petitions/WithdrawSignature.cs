using Gouvernail.Journals;

namespace Gouvernail.Contest.Petitions;

/// <summary>Asks to take a signature back, which can be done until the petition passes.</summary>
/// <param name="Petition">The petition's id.</param>
/// <param name="Pseudonym">Who, under its pseudonyms.</param>
public sealed record WithdrawSignature(string Petition, string Pseudonym)
{
    /// <summary>Decides. Nobody is kept from it because a petition was closed.</summary>
    public static Decision Decide(PetitionBook state, WithdrawSignature act)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(act);
        return !state.TryGet(act.Petition, out Petition? petition) ? PetitionRefusals.NoPetition(act.Petition)
            : !petition.HasSigned(act.Pseudonym) ? Decision.Refuse("not-signed", new(
                "you have not signed this petition", "vous n’avez pas signé cette pétition"))
            : petition.Passed is not null ? Decision.Refuse("passed-already", new(
                "this petition has passed with your signature, which can no longer be taken back; what is kept of you "
                    + "can be erased",
                "cette pétition a abouti avec votre signature, qui ne se retire plus\u00a0; ce qui est gardé de vous "
                    + "peut être effacé"))
            : Decision.Log(PetitionSignatureWithdrawn.ToDraft(act.Petition, act.Pseudonym));
    }
}
