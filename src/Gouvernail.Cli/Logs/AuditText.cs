using System.Globalization;
using System.Text;
using Gouvernail.Audits;
using Gouvernail.Journals;
using Gouvernail.Log.Notes;

namespace Gouvernail.Cli.Logs;

/// <summary>What an audit found, in plain words: what was checked, erased, and could not be checked.</summary>
internal sealed class AuditText
{
    private const int MostTold = 20;

    private readonly AuditReport _report;
    private readonly Language _language;
    private readonly StringBuilder _text = new();

    private AuditText(AuditReport report, Language language)
    {
        _report = report;
        _language = language;
    }

    public static byte[] Of(AuditReport report, Language language) => new AuditText(report, language).Write();

    private byte[] Write()
    {
        Head();
        Line(_report.TreeHolds, "Tree", "Arbre", _report.TreeHolds
            ? new("every entry hashed again; all tiles and the root agree",
                "chaque entrée relue ; toutes les tuiles et la racine concordent")
            : new("does not hold, or was not reached", "ne tient pas, ou n’a pas été atteint"));
        if (_report.TreeHolds && _report.TreeOnly)
        {
            Say(new("Only the tree was asked for: no entry was read, no result computed.",
                "Seul l’arbre était demandé : aucune entrée lue, aucun résultat recalculé."));
        }
        else if (_report.TreeHolds)
        {
            Commitments();
            Results();
            Loop();
            Erasures();
        }

        Findings();
        Conclusion();
        return Encoding.UTF8.GetBytes(_text.ToString());
    }

    private void Head()
    {
        Pair("Checked", "Vérifié", _report.IsDataFolder
            ? new("a data folder", "un dossier de données")
            : new("a public bundle", "une liasse publique"));
        if (_report.Checkpoint is { } head)
        {
            Pair("Log", "Registre", new(head.Origin, head.Origin));
            Pair("Entries", "Entrées", new(Number(head.Size), Number(head.Size)));
            Pair("Root", "Racine", new(head.Root.ToString(), head.Root.ToString()));
        }

        Line(_report.Key is not null, "Signature", "Signature", _report.Key is not { } key
            ? new("does not hold", "ne tient pas")
            : _report.KeyIsFromBundle && !_report.IsDataFolder
                ? new($"by {key}\nThis key came with the bundle: compare it with one got elsewhere, or give that one "
                        + "with --vkey.",
                    $"par {key}\nCette clé est venue avec la liasse : comparez-la avec une autre, obtenue ailleurs, ou "
                        + "donnez celle-ci avec --vkey.")
                : new($"by {key}", $"par {key}"));
        foreach (VerifiedSignature witness in _report.Cosignatures)
        {
            string time = witness.Time is { } at ? Entry.Format(at) : "";
            Line(true, "Witness", "Témoin", new($"{witness.Key.Name}, {time}", $"{witness.Key.Name}, {time}"));
        }
    }

    private void Commitments()
    {
        EntryCounts counts = _report.Counts;
        Line(counts.Damaged == 0, "Commitments", "Engagements", new(
            $"{Number(counts.Sealed)} sealed payloads: {Number(counts.Opened)} opened, each is what its entry "
                + $"committed to; {Number(counts.Damaged)} missing or wrong; {Number(counts.Erased)} erased; "
                + $"{Number(counts.Closed)} not published",
            $"{Number(counts.Sealed)} contenus scellés : {Number(counts.Opened)} ouverts, chacun conforme à "
                + $"l’engagement ; {Number(counts.Damaged)} absents ou faux ; {Number(counts.Erased)} effacés ; "
                + $"{Number(counts.Closed)} non publiés"));
    }

    private void Results()
    {
        int same = _report.Results.Count(r => r.Status == ResultStatus.Reproduced);
        if (_report.Results.Count == 0)
        {
            Say(new("No result is published in this log.", "Aucun résultat n’est publié dans ce registre."));
            return;
        }

        bool? hold = _report.Results.Any(r => r.Status == ResultStatus.Differs) ? false
            : same == _report.Results.Count ? true
            : null;
        Line(hold, "Results", "Résultats", new(
            $"{same} of {_report.Results.Count} computed again, to the same bytes",
            $"{same} sur {_report.Results.Count} recalculés, aux mêmes octets"));
        foreach (ResultVerdict verdict in _report.Results.Take(MostTold))
        {
            Wording status = verdict.Status switch
            {
                ResultStatus.Reproduced => new("same bytes", "mêmes octets"),
                ResultStatus.AfterErasure => new(
                    $"inputs erased since: {verdict.ErasedSince}; without them "
                        + (verdict.Difference?.English ?? "it differs"),
                    $"données effacées depuis : {verdict.ErasedSince} ; sans elles "
                        + (verdict.Difference?.French ?? "il diffère")),
                ResultStatus.NotPublished => new("votes not published", "votes non publiés"),
                ResultStatus.UnknownMethod => new("method not known here", "méthode inconnue ici"),
                _ => new(
                    "DOES NOT HOLD" + (verdict.Difference is { } why ? ": " + why.English : ""),
                    "NE TIENT PAS" + (verdict.Difference is { } cause ? " : " + cause.French : "")),
            };
            string what = $"{verdict.Position}  {verdict.Result.Method}/{verdict.Result.Version}  "
                + $"{verdict.Result.Consultation}  {verdict.Result.Output[..16]}…";
            string size = Number(verdict.Result.Size);
            Item(new(
                $"{what}  over {size} entries  {status.English}", $"{what}  sur {size} entrées  {status.French}"));
        }

        More(_report.Results.Count);
    }

    private void Loop()
    {
        if (_report.Adoptions > 0)
        {
            Line(true, "Mandates", "Mandats", new(
                $"adopted by the rule of their day: {Number(_report.Adoptions)}",
                $"adoptés selon la règle de leur jour : {Number(_report.Adoptions)}"));
        }

        if (_report.Decisions > 0)
        {
            Line(true, "Gate", "Portail", new(
                $"decisions made again, to the same bytes: {Number(_report.Decisions)}",
                $"décisions refaites, aux mêmes octets : {Number(_report.Decisions)}"));
        }
    }

    private void Erasures()
    {
        if (_report.Erasures.Count == 0)
        {
            return;
        }

        Say(new($"Erased: {_report.Erasures.Count}", $"Effacements : {_report.Erasures.Count}"));
        foreach ((long position, Tombstone tombstone) in _report.Erasures.Take(MostTold))
        {
            Item(new(
                $"{tombstone.Index}  by {tombstone.Authority} (entry {position}): {tombstone.Ground}",
                $"{tombstone.Index}  par {tombstone.Authority} (entrée {position}) : {tombstone.Ground}"));
        }

        More(_report.Erasures.Count);
    }

    private void Findings()
    {
        Group(f => f.Kind >= FindingKind.Mismatch, new("Does not hold:", "Ne tient pas :"));
        Group(f => f.Kind == FindingKind.Unchecked, new("Could not be checked:", "N’a pas pu être vérifié :"));
        Group(f => f.Kind == FindingKind.Remark, new("Good to know:", "Bon à savoir :"));

        void Group(Func<AuditFinding, bool> isOfIt, Wording title)
        {
            AuditFinding[] all = [.. _report.Findings.Where(isOfIt)];
            if (all.Length > 0)
            {
                Say(title);
            }

            foreach (AuditFinding finding in all)
            {
                Item(finding.What);
            }
        }
    }

    private void Conclusion() => Say(
        _report.IsTampered || _report.IsMismatched ? new("It does NOT hold.", "Cela ne tient PAS.")
        : _report.IsIncomplete ? new("Holds, as far as it could be checked.", "Tient, pour ce qui a pu être vérifié.")
        : new("Holds.", "Tient."));

    /// <summary>A check: it holds, it does not, or neither could be shown.</summary>
    private void Line(bool? holds, string english, string french, Wording what) => Pair(
        (holds is not { } known ? "?   " : known ? "ok  " : "NO  ") + english,
        (holds is not { } sure ? "?   " : sure ? "oui " : "NON ") + french,
        what);

    private void Pair(string english, string french, Wording what)
    {
        const int Width = 16;
        string name = (_language == Language.French ? french : english).PadRight(Width);
        string indent = "\n" + new string(' ', Width);
        _text.Append(name).Append(Clean(what).Replace("\n", indent, StringComparison.Ordinal)).Append('\n');
    }

    private void Say(Wording what) => _text.Append(Clean(what)).Append('\n');

    /// <summary>A line with words of strangers in it: they must not be able to begin another.</summary>
    private void Item(Wording what) =>
        _text.Append("  ").Append(Clean(what).Replace('\n', '\ufffd')).Append('\n');

    private void More(int count)
    {
        if (count > MostTold)
        {
            Item(new($"and {Number(count - MostTold)} more", $"et {Number(count - MostTold)} de plus"));
        }
    }

    /// <summary>Words of strangers stand in it: nothing that could steer a terminal gets through.</summary>
    private string Clean(Wording what)
    {
        string words = what.In(_language);
        if (_language == Language.French)
        {
            words = words.Replace(" :", "\u00a0:", StringComparison.Ordinal)
                .Replace(" ;", "\u00a0;", StringComparison.Ordinal);
        }

        return string.Concat(words.Select(c => c != '\n' && IsSteering(c) ? '\ufffd' : c));
    }

    private static bool IsSteering(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Control
        or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private string Number(long number)
    {
        string text = number.ToString("#,0", CultureInfo.InvariantCulture);
        return _language == Language.French ? text.Replace(',', '\u202f') : text;
    }
}
