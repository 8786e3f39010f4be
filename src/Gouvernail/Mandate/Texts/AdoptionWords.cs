using Gouvernail.Mandate.Adoption;
using Gouvernail.Mandate.Mandates;

namespace Gouvernail.Mandate.Texts;

/// <summary>How mandates come into force, and how one did, in sentences.</summary>
public static class AdoptionWords
{
    /// <summary>What a rule asks for.</summary>
    public static IReadOnlyList<Wording> Of(AdoptionRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var words = new List<Wording>();
        if (rule.Ratification is { } asked)
        {
            Wording share = Shown.Share(asked.Share), smallest = Shown.Share(asked.SmallestGroup);
            words.Add(new(
                $"Each clause is put to people as a statement; of all who vote on it, and in every group that has at "
                    + $"least {smallest.English} of the people, {share.English} or more have to agree. At least "
                    + $"{asked.Participants} people take part.",
                $"Chaque clause est soumise aux gens comme un énoncé\u00a0; parmi tous ceux qui votent dessus, et dans "
                    + $"chaque groupe d’au moins {smallest.French} des gens, {share.French} ou plus doivent être "
                    + $"d’accord. Au moins {asked.Participants} personnes participent."));
        }

        if (rule.Trustees is { } trustees)
        {
            string names = string.Join(", ", trustees.Trustees.Select(trustee => trustee.Name));
            words.Add(new(
                $"{trustees.Needed} of these {trustees.Trustees.Count} sign it with keys of their own: {names}.",
                $"{trustees.Needed} de ces {trustees.Trustees.Count} le signent de leur propre clé\u00a0: {names}."));
        }

        return words;
    }

    /// <summary>What became of a version so far, in the order of the log.</summary>
    /// <param name="version">The version.</param>
    /// <param name="rule">The rule that it was put under; null where it was not put, or it is not known.</param>
    public static IReadOnlyList<Wording> Of(MandateVersion version, AdoptionRule? rule)
    {
        ArgumentNullException.ThrowIfNull(version);
        var words = new List<Wording>
        {
            new($"Last written on {Shown.Time(version.Drafted)} (entry {version.Position} of the log).",
                $"Écrit en dernier le {Shown.Time(version.Drafted)} (entrée {version.Position} du registre)."),
        };
        if (version.Put is not { } put)
        {
            return words;
        }

        words.Add(put.Consultation is { } consultation
            ? new($"Put to adoption in consultation {consultation} (entry {version.PutAt}), by the rule of entry "
                    + $"{put.Rule}.",
                $"Soumis à l’adoption dans la consultation {consultation} (entrée {version.PutAt}), selon la règle de "
                    + $"l’entrée {put.Rule}.")
            : new($"Put to adoption (entry {version.PutAt}), by the rule of entry {put.Rule}.",
                $"Soumis à l’adoption (entrée {version.PutAt}), selon la règle de l’entrée {put.Rule}."));
        foreach (MandateSigned signature in version.Signatures)
        {
            string name = rule?.Trustees?.Trustees.FirstOrDefault(trustee => trustee.Key.Id == signature.Key)?.Name
                ?? signature.Key;
            words.Add(new(
                $"Signed by {name}, with the key {signature.Key[..12]}….",
                $"Signé par {name}, avec la clé {signature.Key[..12]}…."));
        }

        if (version.Adopted is { } adopted)
        {
            words.Add(adopted.Result is { } result
                ? new($"Adopted on {Shown.Time(version.Since!.Value)} (entry {version.AdoptedAt}): the result at entry "
                        + $"{result} meets the rule.",
                    $"Adopté le {Shown.Time(version.Since!.Value)} (entrée {version.AdoptedAt})\u00a0: le résultat de "
                        + $"l’entrée {result} satisfait la règle.")
                : new($"Adopted on {Shown.Time(version.Since!.Value)} (entry {version.AdoptedAt}).",
                    $"Adopté le {Shown.Time(version.Since!.Value)} (entrée {version.AdoptedAt})."));
        }

        return words;
    }
}
