using System.Text;
using Gouvernail.Audits;
using Gouvernail.Cli.Gate;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Live;
using Gouvernail.Journals;
using Gouvernail.Journals.Sqlite;

namespace Gouvernail.Cli.Logs;

/// <summary>
/// What a folder says of mandates, automata, permits and petitions. A data folder is one's own, and is read as it
/// stands, also while a server writes to it; a bundle is somebody's, and is checked first.
/// </summary>
internal static class LoopFolder
{
    /// <summary>Most entries of a log are votes; they are told by their bytes, which is quicker than reading them.
    /// </summary>
    private static readonly byte[] _vote = Encoding.UTF8.GetBytes($"\"kind\":\"{VoteCast.Kind}\"");

    private static readonly Wording _fails = new(
        "the bundle does not hold: see gouvernail verify", "la liasse ne tient pas\u00a0: voir gouvernail verify");

    /// <summary>Reads it.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="here">Where warnings go.</param>
    /// <param name="texts">The language.</param>
    /// <param name="work">What to do with it. A bundle gives no texts of statements.</param>
    /// <param name="cancel">Ends it.</param>
    public static Failure? Read(
        DataFolder folder,
        Surroundings here,
        Texts texts,
        Func<LoopState, LiveConsultations, Failure?> work,
        CancellationToken cancel) =>
        !folder.Exists && Directory.Exists(folder.Path)
            ? ReadBundle(folder.Path, here, texts, work, cancel)
            : JournalFailure.Guard(folder.Path, texts, () => ReadData(folder, work, cancel), isReading: true);

    private static Failure? ReadData(
        DataFolder folder, Func<LoopState, LiveConsultations, Failure?> work, CancellationToken cancel)
    {
        if (!folder.Exists)
        {
            throw folder.Missing();
        }

        var loop = new LoopState();
        var consultations = new LiveConsultations();
        using SqliteJournalStore store = SqliteJournalStore.OpenToRead(folder.Database);
        foreach (StoredEntry stored in store.Read(0, store.Head().Size, opened: true))
        {
            cancel.ThrowIfCancellationRequested();
            if (stored.Bytes.AsSpan().IndexOf(_vote) < 0 && Entry.TryParse(stored.Bytes, out Entry? entry, out _))
            {
                ReadOnlyMemory<byte> payload = stored.Content?.Payload ?? default;
                loop.Apply(stored.Position, entry, payload);
                consultations.Apply(stored.Position, entry, payload);
            }
        }

        return work(loop, consultations);
    }

    private static Failure? ReadBundle(
        string place,
        Surroundings here,
        Texts texts,
        Func<LoopState, LiveConsultations, Failure?> work,
        CancellationToken cancel)
    {
        Failure? failure = GateFolder.Read(
            place, isData: false, new AuditOptions(), here, texts, cancel, out GateReading? reading);
        if (failure is not null)
        {
            return failure;
        }

        AuditReport report = reading!.Report;
        return report.IsTampered || report.IsMismatched || report.Loop is not { } loop
            ? new Failure(ExitCode.Tampered, texts.CannotRead(place, _fails.In(texts.Language)))
            : JournalFailure.Guard(place, texts, () => work(loop, new LiveConsultations()), isReading: true);
    }
}
