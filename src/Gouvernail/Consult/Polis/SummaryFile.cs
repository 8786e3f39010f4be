using System.Text;
using Gouvernail.Consult.Csv;

namespace Gouvernail.Consult.Polis;

/// <summary>What an export says about itself: rows of key and value, without a header.</summary>
/// <param name="Topic">The question.</param>
/// <param name="Description">The longer text.</param>
/// <param name="Url">Where it took place.</param>
internal sealed record SummaryFile(string Topic, string Description, string Url)
{
    /// <summary>What is known without a summary.</summary>
    public static SummaryFile None { get; } = new("", "", "");

    /// <summary>Reads it, and tells the convention what it declares. Keys that nobody knows are ignored.</summary>
    public static SummaryFile Read(CsvTokens rows, VoteConvention convention)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        while (rows.Read())
        {
            if (rows.Count != 2)
            {
                throw rows.WrongRow(rows.WidthInWords, new(
                    "a key, a comma and a value, in quotes where it has commas, quotes or line ends",
                    "une clé, une virgule et une valeur, entre guillemets si elle a des virgules, des guillemets ou "
                    + "des fins de ligne"));
            }

            string key = Encoding.UTF8.GetString(rows[0]);
            string value = Encoding.UTF8.GetString(rows[1]);
            if (key == VoteConvention.Key)
            {
                convention.Declare(value, rows.File, rows.Line);
            }
            else if (!values.TryAdd(key, value))
            {
                throw rows.Wrong(0, new(
                    "each key once; this one stands twice",
                    "chaque clé une seule fois\u00a0; celle-ci y est deux fois"));
            }
        }

        return new SummaryFile(
            values.GetValueOrDefault("topic", ""),
            values.GetValueOrDefault("conversation-description", ""),
            values.GetValueOrDefault("url", ""));
    }
}
