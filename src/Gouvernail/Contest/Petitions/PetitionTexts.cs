using System.Text;
using Gouvernail.Consult.Statements;
using Gouvernail.Journals;

namespace Gouvernail.Contest.Petitions;

/// <summary>The texts of petitions as everybody reads them, and what they have to keep to.</summary>
public static class PetitionTexts
{
    /// <summary>The texts of a petition as everybody reads them: without hidden signs, blanks drawn together.</summary>
    public static PetitionDescribed Tidy(PetitionDescribed typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return typed with
        {
            Title = StatementText.Tidy(typed.Title),
            Text = Lines(typed.Text),
            AskedBy = StatementText.Tidy(typed.AskedBy),
            Gathering = typed.Gathering is { } called ? called with
            {
                Place = StatementText.Tidy(called.Place),
                Programme =
                [
                    .. called.Programme
                        .Select(item => new ProgrammeItem(
                            StatementText.Tidy(item.Time), StatementText.Tidy(item.Text)))
                        .Where(item => item.Time.Length + item.Text.Length > 0),
                ],
            } : null,
        };
    }

    /// <summary>A text of several lines as everybody reads it; one empty line at most stands between two.</summary>
    public static string Lines(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var text = new StringBuilder();
        bool blank = false;
        foreach (string line in typed.ReplaceLineEndings("\n").Split('\n').Select(StatementText.Tidy))
        {
            if (line.Length == 0)
            {
                blank = text.Length > 0;
                continue;
            }

            text.Append(text.Length == 0 ? "" : blank ? "\n\n" : "\n").Append(line);
            blank = false;
        }

        return text.ToString();
    }

    /// <summary>The refusal of tidy texts; null where they can stand.</summary>
    internal static Decision? Check(PetitionDescribed texts) =>
        !HasWords(texts.Title) || !HasWords(texts.Text) ? Decision.Refuse("no-petition-text", new(
            "say what you ask for: a title in a line, and a text that says why",
            "dites ce que vous demandez\u00a0: un titre d’une ligne, et un texte qui dit pourquoi"))
        : CheckLength(texts.Title, PetitionDescribed.LongestTitle, new("the title", "le titre"))
            ?? CheckLength(texts.Text, PetitionDescribed.LongestText, new("the text", "le texte"))
            ?? CheckLength(texts.AskedBy, PetitionDescribed.LongestName, new("who asks", "qui demande"))
            ?? (texts.Gathering is { } gathering ? Check(gathering) : null);

    /// <summary>The refusal of a text that is too long; null where it can stand.</summary>
    internal static Decision? CheckLength(string text, int longest, Wording what) =>
        Length(text) is var length && length <= longest ? null : Decision.Refuse("text-too-long", new(
            $"{what.English}: {length} characters, and {longest} are allowed",
            $"{what.French}\u00a0: {length} caractères, et {longest} sont permis"));

    internal static bool HasWords(string text) => text.EnumerateRunes().Any(Rune.IsLetterOrDigit);

    private static Decision? Check(PetitionGathering gathering) =>
        gathering.End <= gathering.Start ? Decision.Refuse("ends-before-start", new(
            "the gathering ends before it starts", "le rassemblement finit avant de commencer"))
        : gathering.Programme.Count > PetitionGathering.MostItems ? Decision.Refuse("programme-too-long", new(
            $"a programme has at most {PetitionGathering.MostItems} lines",
            $"un programme a au plus {PetitionGathering.MostItems} lignes"))
        : CheckLength(gathering.Place, PetitionDescribed.LongestName, new("the place", "le lieu"))
            ?? gathering.Programme
                .Select(item => CheckLength(item.Time, ProgrammeItem.LongestTime, new(
                        "a time of the programme", "une heure du programme"))
                    ?? CheckLength(item.Text, ProgrammeItem.LongestText, new(
                        "a line of the programme", "une ligne du programme")))
                .FirstOrDefault(refusal => refusal is not null);

    private static int Length(string text) => text.EnumerateRunes().Count();
}
