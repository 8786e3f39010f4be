using System.Text;

namespace Gouvernail.Consult;

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
                throw rows.WrongRow(
                    $"a row of {rows.Count} field{(rows.Count == 1 ? "" : "s")}",
                    "a key, a comma and a value, in quotes where it has commas, quotes or line ends");
            }

            string key = Encoding.UTF8.GetString(rows[0]);
            string value = Encoding.UTF8.GetString(rows[1]);
            if (key == VoteConvention.Key)
            {
                convention.Declare(value, rows.File, rows.Line);
            }
            else if (!values.TryAdd(key, value))
            {
                throw rows.Wrong(0, "each key once; this one stands twice");
            }
        }

        return new SummaryFile(
            values.GetValueOrDefault("topic", ""),
            values.GetValueOrDefault("conversation-description", ""),
            values.GetValueOrDefault("url", ""));
    }
}
