using System.Globalization;
using System.Text;
using Gouvernail.Choice;
using Gouvernail.CrashWriter;
using Gouvernail.Journals;
using Gouvernail.Journals.Sqlite;

// usage: FOLDER SEED [--persist | --read]
// Writes to a data folder until it is killed, or until the journal fails; with --persist it then tries again.
// With --read it says how many entries can be read.
string folder = args[0];
string seed = args[1];
bool persists = args.Contains("--persist");
using var said = Console.OpenStandardOutput();
var gate = new Lock();

for (int round = 0; ; round++)
{
    try
    {
        if (args.Contains("--read"))
        {
            using SqliteJournalStore store = SqliteJournalStore.OpenToRead(new DataFolder(folder).Database);
            Say($"readable {store.Read(0, store.Head().Size, opened: true).Count()}");
            return 0;
        }

        var chance = new SeededGenerator(Encoding.UTF8.GetBytes(seed), $"round {round}");
        Writing.Round(new DataFolder(folder), chance, persists, Say);
    }
    catch (JournalException e)
    {
        Say($"fault {e.Fault} {e.Message}");
        if (!persists)
        {
            return 1;
        }

        Thread.Sleep(20);
    }
}

// One write per line, from any thread: a reader sees whole lines only, up to the last one.
void Say(string line)
{
    byte[] bytes = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{line}\n"));
    lock (gate)
    {
        said.Write(bytes);
        said.Flush();
    }
}
