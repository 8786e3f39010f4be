using System.Text;
using Gouvernail.Consult.Polis;

namespace Gouvernail.Consult.Csv;

/// <summary>The names of a file's columns, from its first row.</summary>
internal sealed class CsvHeader
{
    private const string Declaration = "# " + VoteConvention.Key + ":";

    private readonly CsvTokens _rows;

    private CsvHeader(CsvTokens rows)
    {
        _rows = rows;
        var names = new string[rows.Count];
        for (int field = 0; field < names.Length; field++)
        {
            names[field] = Encoding.UTF8.GetString(rows[field]);
        }

        Names = names;
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>Reads the header, after a line that declares the vote convention where there is one.</summary>
    public static CsvHeader Read(CsvTokens rows, VoteConvention? convention = null)
    {
        bool any = rows.Read();
        string first = any ? Encoding.UTF8.GetString(rows[0]) : "";
        if (any && convention is not null && first.StartsWith(Declaration, StringComparison.Ordinal))
        {
            convention.Declare(first[Declaration.Length..].Trim(), rows.File, rows.Line);
            any = rows.Read();
        }

        return any
            ? new CsvHeader(rows)
            : throw rows.WrongRow(
                new("no line with the names of the columns", "aucune ligne avec les noms des colonnes"),
                new("a first line that names the columns", "une première ligne qui nomme les colonnes"));
    }

    /// <summary>The column of the first of these names that there is, or −1.</summary>
    public int Find(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            for (int column = 0; column < Names.Count; column++)
            {
                if (Names[column] == name)
                {
                    return column;
                }
            }
        }

        return -1;
    }

    /// <summary>The column of the first of these names that there is; a problem where there is none.</summary>
    public int Require(params ReadOnlySpan<string> names)
    {
        int column = Find(names);
        if (column >= 0)
        {
            return column;
        }

        RefuseOtherSeparators();
        RefuseOtherSpelling(names);
        string there = Excerpt.Shown(string.Join(", ", Names), 160);
        throw _rows.WrongRow(
            new($"the columns {there}", $"les colonnes {there}"),
            new(
                $"a column {string.Join(" or ", names.ToArray())}; the first line must name it so",
                $"une colonne {string.Join(" ou ", names.ToArray())}\u00a0; la première ligne doit la nommer ainsi"));
    }

    // Spreadsheets separate with what the country's decimal comma leaves them.
    private void RefuseOtherSeparators()
    {
        if (Names is not [var only] || only.AsSpan().IndexOfAny(';', '\t') is not (>= 0 and var at))
        {
            return;
        }

        Wording separators = only[at] == ';' ? new("semicolons", "points-virgules") : new("tabs", "tabulations");
        string there = Excerpt.Shown(only, 160);
        throw _rows.WrongRow(
            new(
                $"columns separated by {separators.English}, {there}",
                $"des colonnes séparées par des {separators.French}, «\u00a0{there}\u00a0»"),
            new(
                "fields separated by commas, in the first line and in all others",
                "des champs séparés par des virgules, dans la première ligne et dans toutes les autres"));
    }

    private void RefuseOtherSpelling(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            for (int column = 0; column < Names.Count; column++)
            {
                if (Names[column].AsSpan().Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    throw _rows.Wrong(column, new(
                        $"the name {name}, in lower case and without spaces around it",
                        $"le nom {name}, en minuscules et sans espaces autour"));
                }
            }
        }
    }

    /// <summary>Refuses a name that stands twice among some of the columns.</summary>
    public void RequireDistinct(int from, int to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int column = from; column < to; column++)
        {
            if (!seen.Add(Names[column]))
            {
                throw _rows.Wrong(column, new(
                    "each column once; this name stands twice",
                    "chaque colonne une seule fois\u00a0; ce nom y est deux fois"));
            }
        }
    }
}
