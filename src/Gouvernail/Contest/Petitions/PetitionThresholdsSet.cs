using System.Text.Json;
using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;

namespace Gouvernail.Contest.Petitions;

/// <summary>
/// The event of thresholds set for the petitions that start from then on; public. Those that run keep the thresholds
/// under which they started.
/// </summary>
/// <param name="Signatures">
/// How many signatures each effect takes, 1 to <see cref="MostSignatures"/>; there are no petitions for an effect that
/// is missing.
/// </param>
/// <param name="Rung">The lowest rung whose signatures count: open, code or member.</param>
/// <param name="Roll">
/// The consultation whose personal invitations and members are the electorate; null only where the rung is open.
/// </param>
/// <param name="Days">How long a petition runs, 1 to <see cref="MostDays"/>.</param>
/// <param name="By">Who set them: a holder of a role; null for whoever runs the machine.</param>
public sealed record PetitionThresholdsSet(
    IReadOnlyDictionary<PetitionEffect, int> Signatures, Rung Rung, string? Roll, int Days, string? By)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "petition-thresholds-set";

    /// <summary>The most signatures that can be asked for.</summary>
    public const int MostSignatures = 100_000_000;

    /// <summary>The longest that a petition can run, in days: two years.</summary>
    public const int MostDays = 730;

    /// <summary>How many signatures an effect takes; null where there are no petitions for it.</summary>
    public int? Of(PetitionEffect effect) => Signatures.TryGetValue(effect, out int number) ? number : null;

    /// <summary>True where a petition can require this rung: a host's word is not known here.</summary>
    public static bool IsRung(Rung rung) => rung is Rung.Open or Rung.Code or Rung.Member;

    /// <summary>The event for the log.</summary>
    public Draft ToDraft() => new(Kind)
    {
        Body = CanonicalObject.Of(body =>
        {
            body.By(By);
            body.Name("days");
            body.Number(Days);
            if (Roll is not null)
            {
                body.Name("roll");
                body.Text(Roll);
            }

            body.Name("rung");
            body.Text(Rung.Word());
            body.Name("signatures");
            body.StartObject();
            foreach (PetitionEffect effect in PetitionEffects.All.Where(Signatures.ContainsKey))
            {
                body.Name(effect.Word());
                body.Number(Signatures[effect]);
            }

            body.EndObject();
        }),
    };

    /// <summary>Reads an entry of this kind; null where it is not one.</summary>
    public static PetitionThresholdsSet? Read(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind != Kind || entry.IsSealed)
        {
            return null;
        }

        using JsonDocument body = JsonDocument.Parse(entry.Body);
        JsonElement root = body.RootElement;
        if (root.Whole("days") is not (>= 1 and <= MostDays and int days)
            || Rungs.Of(root.Text("rung")) is not { } rung || !IsRung(rung)
            || (root.Text("roll") is null && rung != Rung.Open)
            || !root.TryGetProperty("signatures", out JsonElement list) || list.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var signatures = new Dictionary<PetitionEffect, int>();
        foreach (JsonProperty one in list.EnumerateObject())
        {
            if (PetitionEffects.Of(one.Name) is not { } effect
                || list.Whole(one.Name) is not (>= 1 and <= MostSignatures and int number))
            {
                return null;
            }

            signatures[effect] = number;
        }

        return new PetitionThresholdsSet(signatures, rung, root.Text("roll"), days, root.Text("by"));
    }

    /// <inheritdoc/>
    public bool Equals(PetitionThresholdsSet? other) =>
        other is not null && (Rung, Roll, Days, By) == (other.Rung, other.Roll, other.Days, other.By)
        && PetitionEffects.All.All(effect => Of(effect) == other.Of(effect));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rung, Roll, Days, By, Signatures.Count);
}
