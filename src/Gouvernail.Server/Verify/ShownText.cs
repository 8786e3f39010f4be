using System.Text;
using Gouvernail.Verify.Gate;

namespace Gouvernail.Server.Verify;

/// <summary>Texts of strangers, made fit to be shown: cut, on one line, and unable to turn what stands around them.
/// </summary>
internal static class ShownText
{
    /// <summary>The most characters of a text on a page.</summary>
    public const int Usual = 200;

    /// <summary>The text.</summary>
    /// <param name="text">What somebody wrote.</param>
    /// <param name="most">The most characters that are shown.</param>
    public static string Of(string? text, int most = Usual)
    {
        var shown = new StringBuilder();
        foreach (Rune rune in (text ?? "").EnumerateRunes())
        {
            if (most-- == 0)
            {
                shown.Append('…');
                break;
            }

            shown.Append(Rune.IsWhiteSpace(rune) && rune.Value != 0xA0 ? " " : rune.ToString());
        }

        return TerminalText.Printable(shown.ToString());
    }

    /// <summary>Why a rule came to its outcome, as a sentence; what cards and mandates call things stands in quotes.
    /// </summary>
    public static string Why(RuleVerdict rule, Language language)
    {
        bool isName = rule.About.Length > 0
            && rule.Code is not ("suspended-by-petition" or "none-asked" or "no-answer");
        return Sentence(GateWording.Of(rule with
        {
            About = isName ? new Wording($"“{rule.About}”", $"«\u00a0{rule.About}\u00a0»").In(language) : rule.About,
        }).In(language));
    }

    /// <summary>A sentence of the library, which begins in lower case for the terminal.</summary>
    public static string Sentence(string text) =>
        text.Length == 0 ? "" : Of(char.ToUpperInvariant(text[0]) + text[1..].TrimEnd('.') + ".", 600);
}
