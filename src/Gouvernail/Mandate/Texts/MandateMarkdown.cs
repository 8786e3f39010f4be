using System.Text;
using Gouvernail.Mandate.Clauses;
using Gouvernail.Mandate.Mandates;

namespace Gouvernail.Mandate.Texts;

/// <summary>
/// A mandate as a document for people, in Markdown: what it says, the votes behind each clause and where to check them,
/// what was left out, how it was adopted. What people wrote stays in their language and cannot break out of its place.
/// </summary>
public static class MandateMarkdown
{
    /// <summary>Writes it.</summary>
    /// <param name="report">The mandate, with what is known around it.</param>
    /// <param name="language">The language of everything that people did not write.</param>
    public static string Write(MandateReport report, Language language)
    {
        ArgumentNullException.ThrowIfNull(report);
        var page = new Page(language);
        MandateDocument document = report.Document;
        page.Block("# " + MarkdownText.Escape(document.Title));
        page.Block($"*{MarkdownText.Escape(Head(report).In(language))}*");
        foreach (string paragraph in MarkdownText.Paragraphs(document.Preamble))
        {
            page.Block(paragraph);
        }

        page.Say(ScopeOf(document));
        if (report.Revoked is { } revoked)
        {
            page.Say(Shown.Said(
                new($"Revoked on {Shown.Time(revoked.Time)} (entry {revoked.Position})",
                    $"Révoqué le {Shown.Time(revoked.Time)} (entrée {revoked.Position})"),
                Shown.Same(revoked.Reason)));
        }

        page.Heading(new("Clauses", "Clauses"));
        foreach (Clause clause in document.Clauses)
        {
            Write(page, clause, report.TextOf);
        }

        LeftOut(page, document, report.TextOf);
        Adoption(page, report);
        Check(page, document);
        return page.ToString();
    }

    /// <summary>Which automata a mandate orders, in a sentence.</summary>
    public static Wording ScopeOf(MandateDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        string automata = string.Join(", ", document.Automata), classes = string.Join(", ", document.Classes);
        return (automata.Length, classes.Length) switch
        {
            (0, 0) => new("It orders every automaton.", "Il s’adresse à tous les automates."),
            (0, _) => new($"It orders automata of the classes {classes}.",
                $"Il s’adresse aux automates des classes {classes}."),
            (_, 0) => new($"It orders these automata: {automata}.", $"Il s’adresse à ces automates\u00a0: {automata}."),
            _ => new($"It orders these automata: {automata}, where they are of the classes {classes}.",
                $"Il s’adresse à ces automates\u00a0: {automata}, s’ils sont des classes {classes}."),
        };
    }

    private static Wording Head(MandateReport report)
    {
        string id = report.Document.Id;
        string version = report.Document.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var name = id.Length == 0
            ? new Wording("A mandate that has no number yet", "Un mandat qui n’a pas encore de numéro")
            : new Wording($"Mandate {id}, version {version}", $"Mandat {id}, version {version}");
        return report.State?.Word() is { } state
            ? new($"{name.English}: {state.English}", $"{name.French}\u00a0: {state.French}")
            : name;
    }

    private static void Write(Page page, Clause clause, Func<string, string, string?> textOf)
    {
        string kind = ClauseMember.KindOf(clause).In(page.Language);
        page.Block($"### {MarkdownText.Escape(clause.Id)} · {kind}");
        page.Block("> " + MarkdownText.Escape(clause.Text));
        page.List(ClauseMember.Of(clause)
            .Select(member => (0, MarkdownText.Escape(member.Sentence.In(page.Language)))));
        page.Block(new Wording("The votes behind it:", "Les votes qui la fondent\u00a0:").In(page.Language));
        page.List(clause.Cites.SelectMany(citation => Lines(page.Language, citation, textOf)));
    }

    private static IEnumerable<(int Depth, string Line)> Lines(
        Language language, Citation citation, Func<string, string, string?> textOf)
    {
        foreach (Support support in citation.Statements)
        {
            yield return (0, Statement(language, citation.Consultation, support.Statement, textOf));
            foreach (Wording counts in SupportWords.Of(support))
            {
                yield return (1, counts.In(language));
            }

            yield return (1, new Wording(
                $"To check: the result at entry {citation.Result} of the log, whose output has the SHA-256 "
                    + $"`{Hash(citation.Output)}`",
                $"Pour vérifier\u00a0: le résultat de l’entrée {citation.Result} du registre, dont la sortie a pour "
                    + $"SHA-256 `{Hash(citation.Output)}`").In(language));
        }
    }

    private static string Statement(
        Language language, string consultation, string statement, Func<string, string, string?> textOf)
    {
        string id = MarkdownText.Escape(statement), place = MarkdownText.Escape(consultation);
        string name = new Wording($"Statement {id} of consultation {place}", $"Énoncé {id} de la consultation {place}")
            .In(language);
        return textOf(consultation, statement) is not { } text ? name
            : language == Language.French ? $"{name}\u00a0: «\u00a0{MarkdownText.Escape(text)}\u00a0»"
            : $"{name}: “{MarkdownText.Escape(text)}”";
    }

    private static void LeftOut(Page page, MandateDocument document, Func<string, string, string?> textOf)
    {
        if (document.LeftOut.Count == 0)
        {
            return;
        }

        page.Heading(new("What was left out, and why", "Ce qui n’a pas été retenu, et pourquoi"));
        page.List(document.LeftOut.SelectMany(left => ((int, string)[])
        [
            (0, Statement(page.Language, left.Consultation, left.Statement, textOf)),
            (1, MarkdownText.Escape(left.Why)),
        ]));
    }

    private static void Adoption(Page page, MandateReport report)
    {
        if (report.Version is not { } version)
        {
            return;
        }

        page.Heading(new("How it was adopted", "Comment il a été adopté"));
        IEnumerable<Wording> rule = report.Rule is null ? [] : AdoptionWords.Of(report.Rule);
        page.List(rule.Concat(AdoptionWords.Of(version, report.Rule))
            .Select(words => (0, MarkdownText.Escape(words.In(page.Language)))));
    }

    private static void Check(Page page, MandateDocument document)
    {
        page.Heading(new("Check it yourself", "Vérifiez vous-même"));
        var lines = new List<(int, string)>
        {
            (0, $"SHA-256: `{document.Digest}`"),
        };
        if (document.Replaces.Length > 0)
        {
            lines.Add((0, new Wording(
                $"It replaces the version with the SHA-256 `{Hash(document.Replaces)}`",
                $"Il remplace la version de SHA-256 `{Hash(document.Replaces)}`").In(page.Language)));
        }

        page.List(lines);
        if (document.Id.Length > 0 && document.Id.All(char.IsAsciiLetterOrDigit))
        {
            page.Say(new(
                "In a copy of the data folder, this prints the signed bytes, whose SHA-256 is the one above; and the "
                    + "second command checks the whole log, results included:",
                "Dans une copie du dossier de données, ceci affiche les octets signés, dont le SHA-256 est celui "
                    + "ci-dessus\u00a0; et la seconde commande vérifie tout le registre, résultats compris\u00a0:"));
            page.Block($"```sh\ngouvernail mandate show DIR {document.Id} --version {document.Version} --json | "
                + "sha256sum\ngouvernail verify BUNDLE\n```");
        }
    }

    /// <summary>A hash, or nothing: documents of others may have any text there.</summary>
    private static string Hash(string text) => Journals.Blobs.IsName(text) ? text : "–";

    private sealed class Page(Language language)
    {
        private readonly StringBuilder _text = new();

        public Language Language => language;

        public void Heading(Wording words) => Block("## " + words.In(language));

        public void Say(Wording words) => Block(MarkdownText.Escape(words.In(language)));

        public void Block(string markdown) =>
            _text.Append(_text.Length > 0 ? "\n" : "").Append(markdown).Append('\n');

        public void List(IEnumerable<(int Depth, string Line)> items)
        {
            string list = string.Join('\n', items.Select(item => new string(' ', item.Depth * 2) + "- " + item.Line));
            if (list.Length > 0)
            {
                Block(list);
            }
        }

        public override string ToString() => _text.ToString();
    }
}
