namespace Gouvernail.Aggregate.OpinionMaps;

/// <summary>
/// Every word that the reports say in their own name. Each language is one instance, and every member is required: a
/// missing translation does not compile. Numbers come in already written (<see cref="Numbers"/>), except those that
/// decide a plural.
/// </summary>
internal sealed partial record ReportText
{
    public static ReportText Of(Language language) => language == Language.French ? French : English;

    // The language itself.
    public required string Tag { get; init; }
    public required Numerals Numbers { get; init; }
    public required Func<string, string> Quote { get; init; }
    public required Func<string, string, string> LabelAndValue { get; init; }

    // Title and turnout.
    public required string Kind { get; init; }
    public required string Untitled { get; init; }
    public required string NoText { get; init; }
    public required Func<string, string> StatementNumber { get; init; }
    public required Func<int, int, int, string> Turnout { get; init; }
    public required Func<int, string> RejectedNote { get; init; }
    public required Func<int, int, string> GroupedNote { get; init; }
    public required string NoVotes { get; init; }
    public required Func<int, string> PeopleLabel { get; init; }
    public required Func<int, string> GroupedLabel { get; init; }
    public required Func<int, string> StatementsLabel { get; init; }
    public required Func<int, string> RejectedLabel { get; init; }
    public required Func<int, string> VotesLabel { get; init; }
    public required Func<int, string> GroupsLabel { get; init; }

    // Groups.
    public required Func<int, string> HowManyGroups { get; init; }
    public required Func<string, string> Group { get; init; }
    public required Func<string, string> GroupTitle { get; init; }
    public required Func<int, string, string> GroupSize { get; init; }
    public required Func<string, string> Stable { get; init; }
    public required Func<string, string> NotStable { get; init; }
    public required string GroupsHeading { get; init; }
    public required string GroupsIntroduction { get; init; }
    public required string NothingRepresentative { get; init; }

    /// <summary>How many statements of a list are not on this page.</summary>
    public required Func<int, string> MoreInReport { get; init; }
    public required Func<string, string, string?, string> GroupAgrees { get; init; }
    public required Func<string, string, string?, string> GroupDisagrees { get; init; }

    // Common ground.
    public required string CommonGroundHeading { get; init; }
    public required string CommonGroundIntroduction { get; init; }

    public required string CommonGroundAlone { get; init; }

    public required string OneGroupUntested { get; init; }
    public required Func<int, int, string> CommonGroundShared { get; init; }
    public required string CommonGroundNearest { get; init; }
    public required string CommonGroundNone { get; init; }
    public required Func<string, string> Score { get; init; }
    public required Func<string, string, string> Interval { get; init; }

    // What divides, and what most people hold.
    public required string DividesHeading { get; init; }
    public required string DividesIntroduction { get; init; }
    public required string DividesNone { get; init; }
    public required Func<int, string, string> Spread { get; init; }
    public required string MostHeading { get; init; }
    public required string MostIntroduction { get; init; }
    public required string MostNone { get; init; }
    public required string MostAgree { get; init; }
    public required string MostDisagree { get; init; }
    public required Func<string, string> PeopleAgree { get; init; }
    public required Func<string, string> PeopleDisagree { get; init; }

    // Votes as bars.
    public required string Everyone { get; init; }
    public required string EveryoneShort { get; init; }
    public required string Agree { get; init; }
    public required string Disagree { get; init; }
    public required string Pass { get; init; }
    public required Func<string, string, string, string> Bar { get; init; }
    public required Func<string, string, int, string> Voted { get; init; }
    public required string NobodyVoted { get; init; }
    public required string BarKey { get; init; }
    public required string TextBarKey { get; init; }
    public required string CoverageKey { get; init; }

    // How sure.
    public required string SureHeading { get; init; }
    public required string NotResampled { get; init; }

    public required string NotYetResampled { get; init; }

    public required string OrderDependent { get; init; }
    public required Func<MapConfidence, string> Confidence { get; init; }
    public required Func<int, int, int, string> SameNumber { get; init; }
    public required Func<double, string, string> SamePeople { get; init; }
    public required string GroupStabilityMeaning { get; init; }
    public required string IntervalMeaning { get; init; }
    public required Func<int, int, string, string> ExportedGroups { get; init; }
    public required string SilhouetteCaption { get; init; }
    public required string SilhouetteMeaning { get; init; }

    // How this was computed.
    public required string MethodHeading { get; init; }
    public required Func<string, bool, IReadOnlyList<string>> Method { get; init; }
    public required Func<string, string> ComputedBy { get; init; }

    public required string Credit { get; init; }
    public required string Replay { get; init; }
    public required string ReadMore { get; init; }
    public required string Parameters { get; init; }

    // The page.
    public required string SkipLink { get; init; }
    public required string Contents { get; init; }
    public required string MapHeading { get; init; }
    public required string MapTitle { get; init; }
    public required Func<int, int, string> MapDescription { get; init; }
    public required string MapKeyGroups { get; init; }
    public required string MapKeyUngrouped { get; init; }
    public required string MapKeyHull { get; init; }
    public required Func<int, string> MapKeyOutside { get; init; }
    public required string MapKeyCells { get; init; }
    public required Func<string, string, string> CellRange { get; init; }
    public required string MapAxes { get; init; }
    public required string MapTable { get; init; }
    public required string SameInTable { get; init; }
    public required string TimeHeading { get; init; }
    public required Func<string, string> TimeNote { get; init; }
    public required string ColumnVotesCast { get; init; }
    public required IReadOnlyList<string> TimeUnits { get; init; }
    public required string DayFormat { get; init; }
    public required string StatementsHeading { get; init; }
    public required Func<int, string> StatementsTable { get; init; }
    public required string StatementsNote { get; init; }
    public required string SelfContained { get; init; }
    public required string Meta { get; init; }

    // Table headings.
    public required string ColumnGroup { get; init; }
    public required string ColumnPeople { get; init; }
    public required string ColumnShare { get; init; }
    public required string ColumnStability { get; init; }
    public required string ColumnCentreX { get; init; }
    public required string ColumnCentreY { get; init; }
    public required string ColumnNumber { get; init; }
    public required string ColumnStatement { get; init; }
    public required string ColumnVotes { get; init; }
    public required string ColumnScore { get; init; }
    public required string ColumnLow { get; init; }
    public required string ColumnHigh { get; init; }
    public required string ColumnGroups { get; init; }
    public required string ColumnSilhouette { get; init; }
    public required string ColumnParameter { get; init; }
    public required string ColumnValue { get; init; }
}

/// <summary>How sure the groups are, in one word.</summary>
internal enum MapConfidence
{
    /// <summary>Found again almost always, with almost the same people.</summary>
    Solid,

    /// <summary>Found again more often than not.</summary>
    Fair,

    /// <summary>Another draw of the same people would often give other groups.</summary>
    Fragile,
}
