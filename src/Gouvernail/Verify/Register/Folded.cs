using System.Text;

namespace Gouvernail.Verify.Register;

/// <summary>
/// Texts as they are compared in a search: in lower case and without accents. Without the tables of a culture, .NET
/// takes no character apart; these are the Latin letters of Europe's languages.
/// </summary>
internal static class Folded
{
    private static readonly Dictionary<char, string> _letters = Letters(
        "a àáâãäåāăąǎ", "c çćĉċč", "d ďđð", "e èéêëēĕėęěẽ", "g ĝğġģ", "h ĥħ", "i ìíîïĩīĭįıǐ", "j ĵ", "k ķ", "l ĺļľŀł",
        "n ñńņňŋ", "o òóôõöøōŏőǒ", "r ŕŗř", "s śŝşšș", "t ţťŧț", "u ùúûüũūŭůűųǔ", "w ŵẁẃẅ", "y ýÿŷ", "z źżž", "ae æ",
        "oe œ", "ss ß", "th þ", "' ’ʼ");

    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (char c in text.ToLowerInvariant())
        {
            if (_letters.TryGetValue(c, out string? plain))
            {
                folded.Append(plain);
            }
            else if (c is not (>= '\u0300' and <= '\u036f'))
            {
                folded.Append(c);
            }
        }

        return folded.ToString();
    }

    private static Dictionary<char, string> Letters(params string[] rows) => rows
        .Select(row => row.Split(' '))
        .SelectMany(row => row[1].Select(letter => (letter, row[0])))
        .ToDictionary(pair => pair.letter, pair => pair.Item2);
}
