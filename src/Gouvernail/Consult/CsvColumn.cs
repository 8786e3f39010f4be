using System.Text;
using Gouvernail.Consult.Csv;

namespace Gouvernail.Consult;

/// <summary>Reads one column of texts out of a CSV file, such as sentences or e-mail addresses.</summary>
public static class CsvColumn
{
    /// <summary>Reads the column.</summary>
    /// <param name="file">What problems call the file.</param>
    /// <param name="stream">Its bytes.</param>
    /// <param name="names">Names that the column may have, in any case; else it is the first one.</param>
    /// <param name="isText">
    /// True for a field that is a text already. The first line of a file whose columns have none of the names is taken
    /// for texts where this says so or where there is one column, else for names.
    /// </param>
    /// <param name="cancellation">Stops the reading.</param>
    public static CsvTexts Read(
        string file,
        Stream stream,
        IReadOnlyList<string> names,
        Func<string, bool> isText,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(isText);
        try
        {
            var rows = new CsvTokens(file, stream, ReadLimits.Default, cancellation);
            CsvHeader header = CsvHeader.Read(rows);
            RefuseOtherSeparators(header, names);
            int named = Find(header.Names, names);
            int column = Math.Max(named, 0);
            int width = header.Names.Count;
            var texts = new List<CsvText>();
            bool hasHeader = named >= 0 || (width > 1 && !isText(header.Names[column]));
            if (!hasHeader)
            {
                texts.Add(new CsvText(rows.Line, header.Names[column]));
            }

            while (rows.ReadLine())
            {
                if (rows.IsBlank)
                {
                    texts.Add(new CsvText(rows.Line, ""));
                    continue;
                }

                rows.RequireWidth(width);
                texts.Add(new CsvText(rows.Line, Encoding.UTF8.GetString(rows[column])));
            }

            return new CsvTexts(texts, hasHeader ? header.Names[column] : null, null);
        }
        catch (UnreadableException unreadable)
        {
            return new CsvTexts([], null, unreadable.Problem);
        }
    }

    private static int Find(IReadOnlyList<string> columns, IReadOnlyList<string> names)
    {
        foreach (string name in names)
        {
            for (int column = 0; column < columns.Count; column++)
            {
                if (columns[column].AsSpan().Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return column;
                }
            }
        }

        return -1;
    }

    /// <summary>Only where a name stands between them: a sentence may hold a semicolon.</summary>
    private static void RefuseOtherSeparators(CsvHeader header, IReadOnlyList<string> names)
    {
        if (header.Names is [var only] && only.AsSpan().IndexOfAny(';', '\t') >= 0
            && Find(only.Split(';', '\t'), names) >= 0)
        {
            header.Require(names[0]);
        }
    }
}

/// <summary>A text and the line where it stands.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Text">The text.</param>
public readonly record struct CsvText(long Line, string Text);

/// <summary>The texts of a column, or why there are none.</summary>
/// <param name="Texts">The texts in file order, empty ones included; none with a problem.</param>
/// <param name="Column">The name of the column; null where the first line was taken for a text.</param>
/// <param name="Problem">Why nothing was read; null where it was.</param>
public sealed record CsvTexts(IReadOnlyList<CsvText> Texts, string? Column, InputProblem? Problem);
