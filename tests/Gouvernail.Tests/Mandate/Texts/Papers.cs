using Gouvernail.Mandate.Clauses;
using Gouvernail.Mandate.Mandates;

namespace Gouvernail.Tests.Mandate.Texts;

/// <summary>Mandates on paper, without a log.</summary>
internal static class Papers
{
    public static readonly Citation Cite = new(41,
    [
        new Support("7", 63, 9, 80, [new GroupSupport(0, 52, 41, 6, 52), new GroupSupport(1, 30, 0, 0, 0)]),
    ])
    {
        Output = new string('a', 64),
        Consultation = "c1",
    };

    public static MandateDocument Translation { get; } = new()
    {
        Id = "m1",
        Version = 2,
        Title = "Translation",
        Preamble = "For what?\n\nFor reading.",
        Language = "en",
        Replaces = new string('b', 64),
        Clauses =
        [
            new PurposeClause
            {
                Id = "1",
                Text = "Translate letters.",
                Cites = [Cite],
                Allowed = ["translation"],
                Forbidden = ["hiring"],
            },
            new ObjectiveClause
            {
                Id = "2",
                Text = "Readers understand.",
                Cites = [Cite],
                Metrics =
                [
                    new Metric("clarity", "Share of readers who say so.") { Weight = 0.75 },
                    new Metric("languages", "Share of letters in rare languages.") { AtLeast = 0.2, AtMost = 0.5 },
                ],
            },
            new LimitClause
            {
                Id = "3",
                Text = "No letter is kept.",
                Cites = [Cite],
                Requires = new Requirement("retention-audit", "https://example.org/retention/v1")
                {
                    Signers = ["auditor"],
                    Count = 2,
                    MaxAgeDays = 90,
                    Tests = [new FigureTest("/kept") { AtMost = 0 }],
                },
            },
            new TermClause
            {
                Id = "9",
                Text = "A year.",
                Cites = [Cite],
                Expires = new DateTimeOffset(2031, 1, 1, 0, 0, 0, TimeSpan.Zero),
                LeaseDays = 30,
            },
        ],
        LeftOut = [new LeftOut("c1", "12", "Not for a machine.")],
    };

    public static T Clause<T>(this MandateDocument document, string id)
        where T : Clause => (T)document.Clauses.Single(clause => clause.Id == id);

    /// <summary>The document with one clause in place of the one of the same id.</summary>
    public static MandateDocument With(this MandateDocument document, Clause changed) => document with
    {
        Clauses = [.. document.Clauses.Select(clause => clause.Id == changed.Id ? changed : clause)],
    };
}
