using System.Text;
using Gouvernail.Choice;
using Gouvernail.Consult.Csv;

namespace Gouvernail.Consult.Polis;

/// <summary>The file of the statements: comments.csv of an export.</summary>
internal static class StatementFile
{
    /// <summary>Reads all statements, in file order.</summary>
    public static List<Statement> Read(CsvTokens rows, CsvHeader header, TimeUnit unit)
    {
        int idAt = header.Require("comment-id");
        int textAt = header.Require("comment-body");
        header.RequireDistinct(0, header.Names.Count);
        int authorAt = header.Find("author-id");
        int timeAt = header.Find("timestamp");
        int moderatedAt = header.Find("moderated");
        int metaAt = header.Find("is-meta");
        int seedAt = header.Find("is-seed");
        var ids = new IdTable();
        var statements = new List<Statement>();
        long largest = long.MinValue;
        while (rows.Read())
        {
            rows.RequireWidth(header.Names.Count);
            int index = ids.Intern(rows[idAt]);
            if (index < statements.Count)
            {
                throw rows.Wrong(idAt, index < 0 ? IdTable.Rule : new(
                    "each statement on one row; this id stands twice",
                    "chaque énoncé sur une seule ligne\u00a0; cet identifiant y est deux fois"));
            }

            long? time = timeAt < 0 ? null : ReadTime(rows, timeAt);
            largest = Math.Max(largest, time ?? long.MinValue);
            statements.Add(new Statement(ids[index], Encoding.UTF8.GetString(rows[textAt]))
            {
                Author = authorAt < 0 ? "" : ReadAuthor(rows, authorAt),
                Time = time,
                Moderation = moderatedAt < 0 ? Moderation.Unmoderated : ReadModeration(rows, moderatedAt),
                IsMeta = metaAt >= 0 && ReadFlag(rows, metaAt),
                IsSeed = seedAt >= 0 && ReadFlag(rows, seedAt),
            });
        }

        if (unit == TimeUnit.Undeclared && largest < TimeField.SecondsBelow)
        {
            for (int s = 0; s < statements.Count; s++)
            {
                statements[s] = statements[s] with { Time = statements[s].Time * 1000 };
            }
        }

        return statements;
    }

    private static long? ReadTime(CsvTokens rows, int column) =>
        rows[column].IsEmpty ? null
        : TimeField.TryRead(rows[column], out long time) ? time
        : throw rows.Wrong(column, TimeField.Rule);

    private static string ReadAuthor(CsvTokens rows, int column) =>
        rows[column].IsEmpty || IdTable.IsId(rows[column])
            ? Encoding.UTF8.GetString(rows[column])
            : throw rows.Wrong(column, new($"{IdTable.Rule.English}, or nothing", $"{IdTable.Rule.French}, ou rien"));

    private static Moderation ReadModeration(CsvTokens rows, int column)
    {
        int moderated = VoteField.Read(rows[column]);
        return moderated <= 1
            ? (Moderation)moderated
            : throw rows.Wrong(column, new(
                "-1 for rejected, 0 for unmoderated or 1 for accepted",
                "-1 pour rejeté, 0 pour non modéré ou 1 pour accepté"));
    }

    private static bool ReadFlag(CsvTokens rows, int column)
    {
        ReadOnlySpan<byte> field = rows[column];
        return field.SequenceEqual("1"u8) || Ascii.EqualsIgnoreCase(field, "true"u8) ? true
            : field.SequenceEqual("0"u8) || Ascii.EqualsIgnoreCase(field, "false"u8) ? false
            : throw rows.Wrong(column, new("0, 1, false or true", "0, 1, false ou true"));
    }
}
