using System.Collections.Immutable;
using Gouvernail.Verify.Permits;
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

    /// <summary>
    /// The permits, suspended or taken back, of automata that are the same as one: of the same artefact, or of the same
    /// maker's identifier; and for a purpose that it is for too. One model may serve two purposes, and one of them go
    /// on.
    /// </summary>
    public static ImmutableList<Permit> StoppedKin(RegisterBook register, PermitBook permits, string id)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(permits);
        return register.TryGet(id, out Automaton? automaton) && automaton.Card is { } card
            ?
            [
                .. permits.Permits.Values.Where(permit => permit.Automaton != id
                    && permit.Status is PermitStatus.Suspended or PermitStatus.Revoked
                    && register.TryGet(permit.Automaton, out Automaton? other)
                    && other.Versions.Any(version => version.Card is { } theirs && IsKin(card, theirs))),
            ]
            : [];
    }

    private static bool IsKin(Card card, Card other) =>
        card.Purposes.Any(other.Purposes.Contains)
        && ((card.Artefact?.Sha256 is { Length: > 0 } artefact && artefact == other.Artefact?.Sha256)
            || (card.Id is { Length: > 0 } name && name == other.Id && card.Provider?.Name == other.Provider?.Name));

    private static string Word(Disclosure state) => state switch
    {
        Disclosure.Disclosed => "disclosed",
        Disclosure.Refused => "refused",
        _ => "missing",
    };
}
