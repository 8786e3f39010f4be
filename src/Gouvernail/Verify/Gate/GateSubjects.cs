using Gouvernail.Verify.Register;

namespace Gouvernail.Verify.Gate;

/// <summary>Takes from the register what the gate needs to know.</summary>
public static class GateSubjects
{
    /// <summary>The automaton of an id; null where it is not registered.</summary>
    public static GateSubject? Of(RegisterBook register, string id)
    {
        ArgumentNullException.ThrowIfNull(register);
        if (!register.TryGet(id, out Automaton? automaton))
        {
            return null;
        }

        AutomatonVersion latest = automaton.Latest;
        if (latest.Card is not { } card)
        {
            return new GateSubject(id, latest.Position, "", AutomatonClass.Product.Word(), "")
            {
                IsRetired = automaton.Retired is not null,
            };
        }

        return new GateSubject(
            id, latest.Position, latest.Digest ?? "", card.HeldTo().Word(), card.Artefact?.Sha256 ?? "")
        {
            Purposes = [.. card.Purposes],
            Disclosures = [.. CardTerms.All.Select(term => (term.Word(), Word(card.StateOf(term))))],
            Objectives =
            [
                .. (card.Objectives?.Value ?? []).Select(objective => objective.MandateClause).OfType<string>(),
            ],
            IsRetired = automaton.Retired is not null,
        };
    }

    private static string Word(Disclosure state) => state switch
    {
        Disclosure.Disclosed => "disclosed",
        Disclosure.Refused => "refused",
        _ => "missing",
    };
}
