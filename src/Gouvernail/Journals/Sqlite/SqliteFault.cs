using Microsoft.Data.Sqlite;

namespace Gouvernail.Journals.Sqlite;

/// <summary>Says what an error of SQLite means for the person who runs the machine.</summary>
internal static class SqliteFault
{
    // Primary result codes: https://www.sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    // Extended: the index of the write-ahead log, a file of its own, cannot grow. Only a full disk does that.
    private const int IndexCannotGrow = 4874;

    public static T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e)
        {
            throw Explain(e);
        }
    }

    private static JournalException Explain(SqliteException e)
    {
        (JournalFault fault, Wording reason) = e.SqliteErrorCode switch
        {
            _ when e.SqliteErrorCode == Full || e.SqliteExtendedErrorCode == IndexCannotGrow => (
                JournalFault.Full, new Wording(
                "the disk is full, or a limit on it is reached; what was not acknowledged was not written. Make room, "
                    + "then try again",
                "le disque est plein, ou une limite y est atteinte\u00a0; ce qui n’a pas été confirmé n’a pas été "
                    + "écrit. Faites de la place, puis recommencez")),
            ReadOnly => (JournalFault.ReadOnly, new Wording(
                "the journal may be read but not written; give yourself the right to write to the folder",
                "on peut lire le journal mais pas l’écrire\u00a0; donnez-vous le droit d’écrire dans le dossier")),
            Busy or Locked => (JournalFault.InUse, new Wording(
                "another process writes to this log; end it, or wait for it",
                "un autre processus écrit dans ce registre\u00a0; arrêtez-le, ou attendez-le")),
            Corrupt or NotADatabase => (JournalFault.Damaged, new Wording(
                "the journal's file is damaged; nothing is written to it. Restore the folder from a copy, whole",
                "le fichier du journal est abîmé\u00a0; rien n’y est écrit. Rétablissez le dossier, en entier, depuis "
                    + "une copie")),
            CannotOpen => (JournalFault.ReadOnly, new Wording(
                "the journal cannot be opened: no right to it, or a write-ahead file that only a writer can settle. "
                    + "Copy the folder to a place where you may write",
                "le journal ne s’ouvre pas\u00a0: pas de droit, ou un fichier d’écritures en attente que seul un "
                    + "rédacteur peut solder. Copiez le dossier là où vous pouvez écrire")),
            _ => (JournalFault.Disk, new Wording(
                $"the disk failed (SQLite says {e.SqliteExtendedErrorCode}); what was not acknowledged may not be "
                    + "there. Check the disk, then try again",
                $"le disque a failli (SQLite dit {e.SqliteExtendedErrorCode})\u00a0; ce qui n’a pas été confirmé peut "
                    + "manquer. Vérifiez le disque, puis recommencez")),
        };
        return new JournalException(fault, reason, e);
    }
}
