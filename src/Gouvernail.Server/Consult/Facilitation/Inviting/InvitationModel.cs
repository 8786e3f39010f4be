using Gouvernail.Consult;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Invitations;
using Gouvernail.Consult.Live;

namespace Gouvernail.Server.Consult.Facilitation.Inviting;

/// <summary>The invitations of a consultation, and more to be made.</summary>
/// <param name="Bench">The consultation.</param>
/// <param name="Batches">The invitations, the last made first.</param>
/// <param name="Admits">The rungs that may take part.</param>
/// <param name="Now">When this was looked at.</param>
public sealed record InvitationModel(
    Bench Bench, IReadOnlyList<InvitationBatch> Batches, IReadOnlyList<Rung> Admits, DateTimeOffset Now)
{
    /// <summary>What was typed and refused.</summary>
    public InvitationForm Form { get; init; } = new("one", "", "", "90");

    /// <summary>What was typed to revoke some, and refused; null where nothing was.</summary>
    public RevocationForm? Revocation { get; init; }

    /// <summary>What is wrong with the file that was sent; null where nothing is.</summary>
    public InputProblem? Problem { get; init; }
}

/// <summary>What is asked for when invitations are made.</summary>
/// <param name="Use">one or many.</param>
/// <param name="Count">How many, as typed.</param>
/// <param name="Label">What the facilitators call them.</param>
/// <param name="Days">In how many days they expire, as typed.</param>
public sealed record InvitationForm(string Use, string Count, string Label, string Days)
{
    /// <summary>Reads what was sent.</summary>
    public static InvitationForm Read(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        string Text(string name) => form[name].ToString().Trim();
        return new InvitationForm(Text("use"), Text("count"), Text("label"), Text("days"));
    }
}

/// <summary>Which invitations to revoke, as typed.</summary>
/// <param name="From">The first number.</param>
/// <param name="To">The last number.</param>
/// <param name="Reason">Why.</param>
public sealed record RevocationForm(string From, string To, string Reason);

/// <summary>Invitations made together.</summary>
/// <param name="Issued">The event.</param>
/// <param name="Used">How many were used; null where anybody may use each.</param>
/// <param name="Revoked">How many were revoked.</param>
public sealed record InvitationBatch(InvitationsIssued Issued, int? Used, int Revoked)
{
    /// <summary>The last serial number.</summary>
    public int Last => Issued.First + Issued.Count - 1;

    /// <summary>The batches of a consultation, the last first.</summary>
    internal static IReadOnlyList<InvitationBatch> Of(ConsultationView view, IReadOnlyList<LiveParticipant> people)
    {
        int[] used = [.. people.Select(p => p.Invitation ?? 0).Where(serial => serial > 0).Distinct()];
        return [.. view.Invitations.Reverse().Select(issued => new InvitationBatch(
            issued,
            issued.Use == InvitationUse.Many ? null : used.Count(issued.Holds),
            view.Revoked.Count == 0
                ? 0
                : Enumerable.Range(issued.First, issued.Count).Count(s => view.Revoked.Any(r => Holds(r, s)))))];
    }

    private static bool Holds(InvitationsRevoked revoked, int serial) =>
        serial >= revoked.First && serial - revoked.First < revoked.Count;
}
