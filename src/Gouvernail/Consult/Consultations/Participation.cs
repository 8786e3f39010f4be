using Gouvernail.Journals;

namespace Gouvernail.Consult.Consultations;

/// <summary>
/// Who takes part, as the server has seen to it: everything that an act of a participant has in common.
/// </summary>
/// <param name="Consultation">The consultation's id.</param>
/// <param name="Pseudonym">Who.</param>
/// <param name="Rung">How sure it is that they are one person.</param>
public sealed record Participation(string Consultation, string Pseudonym, Rung Rung)
{
    /// <summary>The serial number of a personal invitation, and a pseudonym of the device it is used on.</summary>
    public DeviceSeen? Device { get; init; }

    /// <summary>
    /// Decides whether they may act now, and on what; the events of a first act come before those of the act.
    /// </summary>
    internal Decision Decide(ConsultationList state, Func<Consultation, Decision> act)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (!state.TryGet(Consultation, out Consultation? consultation))
        {
            return Refusals.NoConsultation(Consultation);
        }

        if (consultation.Stage != Stage.Open)
        {
            return Refusals.NotOpen(consultation.Stage);
        }

        if (!consultation.Opened.Terms.Allows(Rung))
        {
            return Refusals.NotAdmitted();
        }

        Decision decision = act(consultation);
        return decision.Refusal is not null || !decision.Events.Any() || IsKnown(consultation) ? decision
            : Decision.Log([.. Admission(consultation), .. decision.Events]);
    }

    private bool IsKnown(Consultation consultation) =>
        consultation.TryGetAdmission(Pseudonym, out Admission? known) && known.Rung >= Rung
        && (Device is null || known.Devices.Contains(Device.Device));

    private IEnumerable<Draft> Admission(Consultation consultation)
    {
        consultation.TryGetAdmission(Pseudonym, out Admission? known);
        if (known is null || known.Rung < Rung)
        {
            yield return new ParticipantAdmitted(Rung).ToDraft(Consultation, Pseudonym);
        }

        if (Device is not null && known?.Devices.Contains(Device.Device) != true)
        {
            yield return Device.ToDraft(Consultation, Pseudonym);
        }
    }
}
