using Gouvernail.Audits;
using Gouvernail.Cli.Logs;
using Gouvernail.Journals;

namespace Gouvernail.Cli.Gate;

/// <summary>Asks the gate over a bundle or a data folder, which is checked first. Nothing is written.</summary>
internal static class GateFolder
{
    private const int Attempts = 3;
    private const int MostTold = 20;

    private static readonly Wording _checking = new("Checking", "Contrôle");

    private static readonly Wording _nothingThere = new(
        "there is neither a bundle (a folder with a file checkpoint) nor a data folder",
        "il n’y a là ni liasse (un dossier avec un fichier checkpoint) ni dossier de données");

    private static readonly Wording _noData = new("there is no data folder", "il n’y a pas là de dossier de données");

    private static readonly Wording _ownKey = new(
        "the key is the bundle's own word: compare it with one got elsewhere, or give that one with --vkey",
        "la clé est la parole de la liasse seule\u00a0: comparez-la avec une autre, obtenue ailleurs, ou donnez "
            + "celle-ci avec --vkey");

    /// <summary>Checks what there is, and decides on it.</summary>
    public static GateAnswer Ask(
        string place,
        bool isData,
        GateAsked asked,
        AuditOptions options,
        Surroundings here,
        Texts texts,
        CancellationToken cancel)
    {
        Failure? failure = Read(place, isData, options, here, texts, cancel, out GateReading? reading);
        if (failure is not null)
        {
            return new GateAnswer { Trouble = failure };
        }

        AuditReport report = reading!.Report;
        var answer = new GateAnswer
        {
            Folder = report.IsDataFolder ? place : null,
            Warnings =
            [
                .. report.KeyIsFromBundle && !report.IsDataFolder ? (Wording[])[_ownKey] : [],
                .. report.Findings.Where(found => found.Kind == FindingKind.Unchecked).Take(MostTold)
                    .Select(found => NotChecked(found.What)),
            ],
            Of = Of(reading),
        };
        return reading.Trouble is { } trouble
            ? answer with
            {
                Trouble = new Failure(ExitCode.Tampered, trouble.In(texts.Language) + "."),
                Findings =
                [
                    .. report.Findings.Where(found => found.Kind >= FindingKind.Mismatch).Take(MostTold)
                        .Select(found => found.What),
                ],
            }
            : answer with
            {
                Decision = asked.Card is { } card ? reading.Decide(card) : reading.Decide(asked.Automaton!),
            };
    }

    /// <summary>Checks what there is.</summary>
    public static Failure? Read(
        string place,
        bool isData,
        AuditOptions options,
        Surroundings here,
        Texts texts,
        CancellationToken cancel,
        out GateReading? reading)
    {
        GateReading? read = null;
        var progress = new ProgressLine(here, texts, _checking.In(texts.Language));
        try
        {
            Failure? failure = JournalFailure.Guard(
                place, texts, () => Look(place, isData, options with { Progress = progress }, here, texts, cancel,
                    ref read),
                isReading: true);
            reading = read;
            return failure;
        }
        finally
        {
            progress.Clear();
        }
    }

    private static Failure? Look(
        string place,
        bool isData,
        AuditOptions options,
        Surroundings here,
        Texts texts,
        CancellationToken cancel,
        ref GateReading? reading)
    {
        for (int attempt = 1; ; attempt++)
        {
            var folder = new DataFolder(place);
            using IBundle? bundle = !isData ? VerifyCommand.OpenFolder(place)
                : folder.Exists ? new StoredBundle(folder)
                : null;
            if (bundle is null)
            {
                string reason = (isData ? _noData : _nothingThere).In(texts.Language);
                return new Failure(ExitCode.NoInput, texts.CannotRead(place, reason));
            }

            reading = GateAudit.Read(bundle, options, here.Clock.GetUtcNow(), cancel);
            if (bundle is not StoredBundle { IsOutdated: true } || attempt == Attempts)
            {
                return null;
            }
        }
    }

    private static Wording NotChecked(Wording what) => new(
        $"not checked: {what.English}", $"non contrôlé\u00a0: {what.French}");

    private static Wording? Of(GateReading reading)
    {
        if (reading.Report is not { Checkpoint: { } head, LastEntry: { } last })
        {
            return null;
        }

        string time = Entry.Format(last), now = Entry.Format(reading.Now);
        return new(
            $"Decided at {now} on {head.Origin}, size {head.Size}, whose last entry is of {time}.",
            $"Décidé le {now} sur {head.Origin}, taille {head.Size}, dont la dernière entrée est du {time}.");
    }
}
