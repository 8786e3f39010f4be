using System.Globalization;
using Gouvernail.Consult.Consultations;
using Gouvernail.Contest.Petitions;

namespace Gouvernail.Server.Contest.Petitions;

/// <summary>Thresholds as a form has them; an effect without a number has no petitions.</summary>
public sealed record ThresholdsForm(
    string Debate, string Review, string Suspension, string Rung, string Roll, string Days)
{
    /// <summary>The form that was sent.</summary>
    public static ThresholdsForm Read(IFormCollection fields) => new(
        fields["debate"].ToString(), fields["review"].ToString(), fields["suspension"].ToString(),
        fields["rung"].ToString(), fields["roll"].ToString(), fields["days"].ToString());

    /// <summary>The form of thresholds as they stand; null for none yet.</summary>
    public static ThresholdsForm Of(PetitionThresholdsSet? set) => set is null
        ? new ThresholdsForm("", "", "", Rungs.Word(Gouvernail.Consult.Consultations.Rung.Code), "", "90")
        : new ThresholdsForm(
            Number(set.Of(PetitionEffect.Debate)),
            Number(set.Of(PetitionEffect.Review)),
            Number(set.Of(PetitionEffect.Suspension)),
            set.Rung.Word(),
            set.Roll ?? "",
            Number(set.Days));

    /// <summary>The thresholds, of which the rules of the log are the judge: 0 stands for what is no number.</summary>
    public PetitionThresholdsSet ToThresholds(string? by)
    {
        var signatures = new Dictionary<PetitionEffect, int>();
        foreach ((PetitionEffect effect, string typed) in (ReadOnlySpan<(PetitionEffect, string)>)[
            (PetitionEffect.Debate, Debate), (PetitionEffect.Review, Review), (PetitionEffect.Suspension, Suspension)])
        {
            if (typed.Trim().Length > 0)
            {
                signatures[effect] = Whole(typed);
            }
        }

        return new PetitionThresholdsSet(
            signatures,
            Rungs.Of(Rung) ?? Gouvernail.Consult.Consultations.Rung.Host,
            Roll.Trim() is { Length: > 0 } roll ? roll : null,
            Whole(Days),
            by);
    }

    private static int Whole(string typed) =>
        int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
