using System.Globalization;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Invitations;
using Gouvernail.Consult.Live;
using Gouvernail.Journals;

namespace Gouvernail.Cli.Petitions;

/// <summary>Knows people by the codes that they type: each is a personal invitation of a petition's roll.</summary>
internal sealed class Kiosk
{
    private static readonly Refusal _noRoll = new("no-roll", new(
        "this petition has no roll: people sign it on devices of their own, on its page",
        "cette pétition n’a pas de liste\u00a0: on la signe sur son propre appareil, sur sa page"));

    private static readonly Refusal _wrongCode = new("no-such-code", new(
        "this code lets nobody in: it is mistyped, was revoked, or has expired",
        "ce code n’ouvre pas\u00a0: il est mal écrit, a été révoqué, ou a expiré"));

    private static readonly Refusal _forMany = new("not-personal", new(
        "many people have this code: it does not show that its bearer is one person",
        "beaucoup de gens ont ce code\u00a0: il ne montre pas que son porteur est une seule personne"));

    private readonly ConsultationView? _view;
    private readonly InvitationCodes? _codes;
    private readonly DateTimeOffset _now;

    public Kiosk(Community community, string? roll, DateTimeOffset now)
    {
        _now = now;
        if (roll is not null && community.Live.TryGet(roll, out LiveConsultation? live))
        {
            _view = live.View();
            _codes = community.InvitationCodesOf(roll);
        }
    }

    /// <summary>Who bears a code, and on which rung; or why nobody is known by it.</summary>
    public (string Person, Rung Rung, Refusal? Refusal) Read(string code)
    {
        if (_view is null)
        {
            return ("", Rung.Open, _noRoll);
        }

        if (_codes?.Read(code) is not { } serial || _view.InvitationOf(serial) is not { } invitation
            || invitation.Expires <= _now)
        {
            return ("", Rung.Open, _wrongCode);
        }

        return invitation.Use == InvitationUse.Many ? ("", Rung.Open, _forMany) : (
            "invitation:" + serial.ToString(CultureInfo.InvariantCulture),
            invitation.Use == InvitationUse.Member ? Rung.Member : Rung.Code,
            null);
    }
}
