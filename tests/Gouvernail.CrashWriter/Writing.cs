using Gouvernail.Choice;
using Gouvernail.Journals;
using Gouvernail.Journals.Sqlite;
using Gouvernail.Log.Notes;

namespace Gouvernail.CrashWriter;

/// <summary>Opens a data folder, writes to it from several tasks as fast as it can, and closes it.</summary>
internal static class Writing
{
    private const int Tasks = 6;
    private const int MostActs = 120;

    /// <summary>Writes for a while, and says each acknowledgement after it came.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="chance">Draws the acts.</param>
    /// <param name="persists">True to go on with other acts after one that failed, on the same journal.</param>
    /// <param name="say">Says a line.</param>
    /// <exception cref="JournalException">The journal cannot be opened, or an act failed.</exception>
    public static void Round(DataFolder folder, SeededGenerator chance, bool persists, Action<string> say)
    {
        using IDisposable claim = folder.Claim();
        using SignerKey key = folder.ReadKey();
        using SqliteJournalStore store = SqliteJournalStore.OpenToWrite(folder.Database);
        using var head = new HeadFile(folder.Checkpoint);
        var notebook = new Notebook();
        var options = new JournalOptions { HeadFile = head, Snapshots = new Snapshots(folder.Snapshots) };
        using Journal journal = Journal.Open(store, key, [notebook], options);
        say("opened");
        int acts = 1 + chance.NextBelow(MostActs);
        Task[] tasks = [.. Enumerable.Range(0, Tasks).Select(_ =>
        {
            var own = new SeededGenerator(BitConverter.GetBytes(chance.NextBits()), "acts");
            return Task.Run(() => ActAsync(journal, notebook, own, acts, persists, say));
        })];
        try
        {
            Task.WaitAll(tasks);
        }
        catch (AggregateException e) when (e.InnerExceptions.All(inner => inner is JournalException))
        {
            throw e.InnerExceptions[0];
        }
    }

    private static async Task ActAsync(
        Journal journal, Notebook notebook, SeededGenerator chance, int acts, bool persists, Action<string> say)
    {
        long latestSealed = -1;
        string trace = "-";
        for (int i = 0; i < acts; i++)
        {
            bool erases = latestSealed >= 0 && chance.NextBelow(8) == 0;
            string text = Note.MarkerOf(chance.NextBits()) + Filling(chance);
            Draft[] drafts = erases ? [Note.Erases(latestSealed)] : Notes(text, chance);
            Outcome outcome;
            try
            {
                outcome = await journal.SubmitAsync(_ => erases && !notebook.Knows(latestSealed)
                    ? Decision.Refuse("unknown", new("no such note", "pas de telle note"))
                    : Decision.Log(drafts)).ConfigureAwait(false);
            }
            catch (JournalException e) when (persists)
            {
                say($"fault {e.Fault} {e.Message}");
                latestSealed = -1;
                await Task.Delay(20).ConfigureAwait(false);
                continue;
            }

            if (outcome.Refusal is { } refusal)
            {
                throw new InvalidOperationException(refusal.ToString());
            }

            say(Acknowledgement.Of(outcome, drafts, erases ? trace : "-").ToString());
            latestSealed = drafts[0].Payload is null ? -1 : outcome.First;
            trace = text[..Note.MarkerOf(0).Length];
        }
    }

    private static Draft[] Notes(string text, SeededGenerator chance)
    {
        var drafts = new Draft[chance.NextBelow(6) == 0 ? 1 + chance.NextBelow(40) : 1];
        for (int i = 0; i < drafts.Length; i++)
        {
            string content = i == 0 ? text : Filling(chance);
            drafts[i] = chance.NextBelow(2) == 0 ? Note.Sealed(content) : Note.Public(content);
        }

        return drafts;
    }

    // A few are longer than a page of the database.
    private static string Filling(SeededGenerator chance) =>
        new('.', chance.NextBelow(20) == 0 ? chance.NextBelow(12_000) : chance.NextBelow(300));
}
