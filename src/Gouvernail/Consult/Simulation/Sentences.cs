namespace Gouvernail.Consult.Simulation;

/// <summary>
/// What people say about AI in public life: for, against, on conditions. The place in <see cref="All"/> is the
/// sentence's id and never changes; new sentences come last.
/// </summary>
internal static partial class Sentences
{
    /// <summary>The question put to people.</summary>
    public static string Topic(Language language) => language == Language.French
        ? "Quelle place donner à l’IA dans nos services publics\u00a0?"
        : "What place should AI have in our public services?";

    /// <summary>The longer text shown to participants.</summary>
    public static string Description(Language language) => language == Language.French
        ? "Écoles, hôpitaux, guichets, aides sociales, police, emploi\u00a0: l’IA arrive dans la vie publique. "
            + "Dites ce que vous en attendez, ce que vous refusez et à quelles conditions. "
            + "(Consultation simulée\u00a0: aucun vote n’est celui d’une vraie personne.)"
        : "Schools, hospitals, counters, benefits, policing, jobs: AI is coming into public life. "
            + "Say what you expect from it, what you refuse, and on what conditions. "
            + "(Simulated consultation: no vote here is a real person’s.)";

    /// <summary>The text of a statement by its index; past the last sentence they come again, numbered.</summary>
    public static string Text(int index, Language language)
    {
        string text = All[index % All.Count].In(language);
        int round = (index / All.Count) + 1;
        return round == 1 ? text
            : language == Language.French ? $"{text} (variante {round})"
            : $"{text} (variant {round})";
    }

    private static Sentence Shared(string english, string french) => new(english, french, Reception.Shared, 0, 0);

    private static Sentence Refused(string english, string french) => new(english, french, Reception.Refused, 0, 0);

    private static Sentence Indifferent(string english, string french) =>
        new(english, french, Reception.Indifferent, 0, 0);

    private static Sentence Divides(int trust, int control, string english, string french) =>
        new(english, french, Reception.Divides, trust, control);
}
