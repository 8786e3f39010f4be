using Gouvernail.Mandate.Clauses;
using Gouvernail.Mandate.Mandates;

namespace Gouvernail.Mandate.Texts;

/// <summary>What became of a part of a mandate from one version to another.</summary>
public enum ChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>It says something else.</summary>
    Changed,
}

/// <summary>A member that is not as it was.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Before">What it said; null where it is new.</param>
/// <param name="After">What it says; null where it is gone.</param>
public sealed record MemberChange(Wording Name, Wording? Before, Wording? After);

/// <summary>A part of a mandate that is not as it was.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Clause">The clause's id; null for what is said of the whole mandate.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Members">What changed in it, or all that it says.</param>
public sealed record PartChange(ChangeKind Kind, string? Clause, Wording Name, IReadOnlyList<MemberChange> Members);

/// <summary>What an amendment changes: every part that is not as it was, in the order of the new version.</summary>
/// <param name="Parts">The parts; none where the two say the same.</param>
public sealed record MandateDifference(IReadOnlyList<PartChange> Parts)
{
    /// <summary>Holds one version against another.</summary>
    public static MandateDifference Of(MandateDocument before, MandateDocument after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var parts = new List<PartChange>();
        if (Changes(Whole(before), Whole(after)) is { Count: > 0 } whole)
        {
            parts.Add(new PartChange(ChangeKind.Changed, null, new("The mandate", "Le mandat"), whole));
        }

        foreach (Clause clause in after.Clauses)
        {
            Clause? old = before.Clauses.FirstOrDefault(one => one.Id == clause.Id);
            List<MemberChange> changes = Changes(old is null ? [] : Members(old), Members(clause));
            if (changes.Count > 0)
            {
                parts.Add(new PartChange(
                    old is null ? ChangeKind.Added : ChangeKind.Changed, clause.Id, NameOf(clause), changes));
            }
        }

        foreach (Clause gone in before.Clauses.Where(old => after.Clauses.All(one => one.Id != old.Id)))
        {
            parts.Add(new PartChange(ChangeKind.Removed, gone.Id, NameOf(gone), Changes(Members(gone), [])));
        }

        return new MandateDifference(parts);
    }

    /// <summary>The difference in lines of plain text.</summary>
    public IEnumerable<string> Lines(Language language)
    {
        foreach (PartChange part in Parts)
        {
            yield return new Wording(
                $"{part.Name.English} ({Word(part.Kind).English})",
                $"{part.Name.French} ({Word(part.Kind).French})").In(language);
            foreach (MemberChange change in part.Members)
            {
                string name = MarkdownText.OneLine(change.Name.In(language));
                if (change.Before is { } was)
                {
                    yield return $"  - {name}{Colon(language)}{MarkdownText.OneLine(was.In(language))}";
                }

                if (change.After is { } now)
                {
                    yield return $"  + {name}{Colon(language)}{MarkdownText.OneLine(now.In(language))}";
                }
            }
        }
    }

    /// <summary>What became of a part, in a word.</summary>
    public static Wording Word(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => new("added", "ajout"),
        ChangeKind.Removed => new("removed", "suppression"),
        _ => new("changed", "changement"),
    };

    private static string Colon(Language language) => language == Language.French ? "\u00a0: " : ": ";

    private static Wording NameOf(Clause clause)
    {
        Wording kind = ClauseMember.KindOf(clause);
        return new($"Clause {clause.Id}, {kind.English}", $"Clause {clause.Id}, {kind.French}");
    }

    private static List<ClauseMember> Whole(MandateDocument document)
    {
        List<ClauseMember> members =
        [
            new("title", new("Title", "Titre"), Shown.Same(document.Title)),
            new("preamble", new("Preamble", "Préambule"), Shown.Same(document.Preamble)),
            new("language", new("Language", "Langue"), Shown.Same(document.Language)),
            new("scope", new("Whom it orders", "À qui il s’adresse"), MandateMarkdown.ScopeOf(document)),
            new("order", new("Order of the clauses", "Ordre des clauses"),
                Shown.Same(string.Join(", ", document.Clauses.Select(clause => clause.Id)))),
        ];
        members.AddRange(document.LeftOut.Select(left => new ClauseMember(
            $"leftOut/{left.Consultation}/{left.Statement}",
            new($"Left out: statement {left.Statement} of consultation {left.Consultation}",
                $"Non retenu\u00a0: énoncé {left.Statement} de la consultation {left.Consultation}"),
            Shown.Same(left.Why))));
        return members;
    }

    private static List<ClauseMember> Members(Clause clause) =>
    [
        new("kind", new("Kind", "Genre"), ClauseMember.KindOf(clause)),
        new("text", new("Text", "Texte"), Shown.Same(clause.Text)),
        .. ClauseMember.Of(clause),
        .. clause.Cites.Select(citation => new ClauseMember(
            $"cites/{citation.Result}",
            new("Votes behind it", "Votes qui la fondent"),
            Cited(citation))),
    ];

    private static Wording Cited(Citation citation)
    {
        string ids = string.Join(", ", citation.Statements.Select(support => support.Statement));
        return new(
            $"statements {ids} of consultation {citation.Consultation} (result at entry {citation.Result})",
            $"énoncés {ids} de la consultation {citation.Consultation} (résultat de l’entrée {citation.Result})");
    }

    private static List<MemberChange> Changes(List<ClauseMember> before, List<ClauseMember> after)
    {
        var changes = new List<MemberChange>();
        foreach (ClauseMember member in after)
        {
            ClauseMember? old = before.Find(one => one.Key == member.Key);
            if (old is null || old.Value != member.Value)
            {
                changes.Add(new MemberChange(member.Name, old?.Value, member.Value));
            }
        }

        changes.AddRange(before.Where(old => after.TrueForAll(one => one.Key != old.Key))
            .Select(old => new MemberChange(old.Name, old.Value, null)));
        return changes;
    }
}
