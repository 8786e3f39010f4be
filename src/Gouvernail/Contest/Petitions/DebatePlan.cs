using Gouvernail.Consult.Consultations;

namespace Gouvernail.Contest.Petitions;

/// <summary>The consultation that a petition opens once it has passed: a plan, and statements to begin with.</summary>
/// <param name="Plan">How it opens.</param>
/// <param name="Seeds">Statements to begin with, in the petition's language.</param>
public sealed record DebatePlan(ConsultationOpened Plan, IReadOnlyList<string> Seeds)
{
    /// <summary>The most characters of a petition's text in the description of its debate.</summary>
    private const int LongestExcerpt = 1500;

    /// <summary>
    /// The debate of a petition, or the review of its automaton. Everybody is admitted, and the log says on which rung:
    /// a debate that waited for invitations could be held up by whoever makes them.
    /// </summary>
    /// <param name="petition">The petition.</param>
    /// <param name="description">What it says of itself; null where that was erased.</param>
    /// <param name="automaton">The name of its automaton, for people; null for its id alone.</param>
    /// <param name="url">The address of the petition's page; may be empty.</param>
    public static DebatePlan Of(Petition petition, PetitionDescribed? description, string? automaton, string url)
    {
        ArgumentNullException.ThrowIfNull(petition);
        Language language = description?.Language ?? Language.English;
        string? machine = petition.Started.Automaton is not { } id ? null
            : automaton is { Length: > 0 } ? $"{automaton} ({id})" : id;
        string title = description?.Title ?? new Wording(
            $"the question of petition {petition.Id}", $"la question de la pétition {petition.Id}").In(language);
        bool isReview = petition.Started.Effect != PetitionEffect.Debate && machine is not null;
        string topic = isReview
            ? new Wording($"Review of automaton {machine}: {title}", $"Examen de l’automate {machine}\u00a0: {title}")
                .In(language)
            : title;
        return new DebatePlan(
            new ConsultationOpened(
                topic,
                Why(petition, description, language),
                url,
                Publication.Statements | Publication.Votes)
            {
                Terms = new Terms
                {
                    Organiser = description?.AskedBy ?? "",
                    Outcome = new Wording(
                        $"The community answers petition {petition.Id} in public, with these results before it.",
                        $"La communauté répond en public à la pétition {petition.Id}, au vu de ces résultats.")
                        .In(language),
                    Admits = [Rung.Open, Rung.Code, Rung.Member],
                },
            },
            Statements(title, machine, language));
    }

    private static string Why(Petition petition, PetitionDescribed? description, Language language)
    {
        int signatures = petition.Passed?.Signatures ?? petition.Count;
        string opening = new Wording(
            $"Petition {petition.Id} was signed by {signatures} people, and {petition.Started.Threshold} were needed: "
                + "that opens this consultation.",
            $"La pétition {petition.Id} a été signée par {signatures} personnes, et il en fallait "
                + $"{petition.Started.Threshold}\u00a0: cela ouvre cette consultation.").In(language);
        string text = description?.Text ?? "";
        string excerpt = string.Concat(text.EnumerateRunes().Take(LongestExcerpt).Select(rune => rune.ToString()));
        return text.Length == 0 ? opening : opening + "\n\n" + excerpt + (excerpt.Length < text.Length ? "…" : "");
    }

    private static string[] Statements(string title, string? machine, Language language)
    {
        Wording[] seeds = machine is null
            ?
            [
                new($"What the petition asks should be done: {title}",
                    $"Il faut faire ce que demande la pétition\u00a0: {title}"),
                new("What the petition asks should be done, with changes.",
                    "Il faut faire ce que demande la pétition, avec des changements."),
                new("Things should stay as they are.", "Les choses doivent rester comme elles sont."),
            ]
            :
            [
                new($"Automaton {machine} should go on as it is.",
                    $"L’automate {machine} doit continuer tel qu’il est."),
                new($"Automaton {machine} should run again only once it has been changed.",
                    $"L’automate {machine} ne doit fonctionner à nouveau qu’une fois modifié."),
                new($"Automaton {machine} should be stopped for good.",
                    $"L’automate {machine} doit être arrêté pour de bon."),
                new($"I agree with the petition: {title}", $"Je suis d’accord avec la pétition\u00a0: {title}"),
            ];
        return [.. seeds.Select(seed => seed.In(language))];
    }
}
