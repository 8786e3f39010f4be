using Gouvernail.Journals;

namespace Gouvernail.Contest.Petitions;

/// <summary>Closes the petitions whose days are over, those that have passed included.</summary>
public static class ExpirePetitions
{
    /// <summary>True where there is something to close.</summary>
    public static bool IsDue(PetitionBook state, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.All.Any(petition => IsDue(petition, now));
    }

    /// <summary>Decides. Nothing is logged where nothing is due.</summary>
    public static Decision Decide(PetitionBook state, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Decision.Log(
        [
            .. state.All.Where(petition => IsDue(petition, now)).Select(petition =>
                new PetitionClosed(PetitionEnd.Expired, "", null).ToDraft(petition.Id, null)),
        ]);
    }

    private static bool IsDue(Petition petition, DateTimeOffset now) =>
        petition.Closed is null && now >= petition.Started.Until;
}
