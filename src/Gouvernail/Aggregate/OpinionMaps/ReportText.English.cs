namespace Gouvernail.Aggregate.OpinionMaps;

internal sealed partial record ReportText
{
    public static ReportText English { get; } = new()
    {
        Tag = "en",
        Numbers = Numerals.English,
        Quote = text => $"“{text}”",
        LabelAndValue = (label, value) => $"{label}: {value}",

        Kind = "Opinion map",
        Untitled = "A consultation without a title",
        NoText = "(the files give no text for this statement)",
        StatementNumber = id => $"no.\u00A0{id}",
        Turnout = (people, votes, statements) =>
            $"{En(people, "person", "people")} cast {En(votes, "vote", "votes")} on "
            + $"{En(statements, "statement", "statements")}.",
        RejectedNote = rejected => rejected == 1
            ? "The facilitators rejected one statement: it is not shown here."
            : $"The facilitators rejected {Numerals.English.Count(rejected)} statements: they are not shown here.",
        GroupedNote = (grouped, people) => grouped == 0
            ? "Nobody could be placed in a group."
            : grouped == people
                ? "All of them are placed in a group."
                : $"{Numerals.English.Count(grouped)} of them {(grouped == 1 ? "is" : "are")} placed in a group; "
                    + "the votes of the others count in the totals.",
        NoVotes = "Nobody has voted yet: there is nothing to draw.",
        PeopleLabel = n => n == 1 ? "person took part" : "people took part",
        GroupedLabel = n => n == 1 ? "is placed in a group" : "are placed in a group",
        StatementsLabel = n => n == 1 ? "statement shown" : "statements shown",
        RejectedLabel = n => n == 1 ? "statement rejected" : "statements rejected",
        VotesLabel = n => n == 1 ? "vote" : "votes",
        GroupsLabel = n => n == 1 ? "group of people" : "groups of people who vote alike",

        HowManyGroups = n => n switch
        {
            0 => "There are no groups to show: no vote counts towards them.",
            1 => "There is one group only: nothing separates people into camps. They may disagree on one statement or "
                + "another, but not along lasting lines.",
            _ => $"The votes draw {Word(n)} groups of people who vote alike.",
        },
        OneGroupUntested = "There is one group only.",
        Group = letter => $"group {letter}",
        GroupTitle = letter => $"Group {letter}",
        GroupSize = (people, share) => $"{En(people, "person", "people")} ({share})",
        Stable = value => $"stable: {value} out of 1",
        NotStable = value => $"not stable: {value} out of 1, read it with care",
        GroupsHeading = "Who thinks alike",
        GroupsIntroduction = "For each group, the statements that best tell it from everyone else. Percentages are of "
            + "the people who voted on the statement.",
        MoreInReport = n => n == 1 ? "One more in the whole report" : $"{n} more in the whole report",
        NothingRepresentative = "No statement tells this group clearly from the others.",
        GroupAgrees = (share, letter, others) =>
            $"{share} of group {letter} agree" + (others is null ? "" : $" (against {others} of the others)"),
        GroupDisagrees = (share, letter, others) =>
            $"{share} of group {letter} disagree" + (others is null ? "" : $" (against {others} of the others)"),

        CommonGroundHeading = "Common ground",
        CommonGroundIntroduction = "Draw one person at random from each group: the score is the chance, out of 100, "
            + "that all of them agree with the statement. A large group cannot outvote a small one.",
        CommonGroundAlone = "The score is the chance, out of 100, that a person drawn at random agrees with the "
            + "statement.",
        CommonGroundShared = (shared, shown) => shown == shared
            ? (shared == 1
                ? "In every group, more than half of the voters agree with this statement."
                : $"In every group, more than half of the voters agree with each of these {Word(shared)} statements.")
            : $"In every group, more than half of the voters agree with {Numerals.English.Count(shared)} statements. "
                + $"Here are the {Word(shown)} with the highest scores.",
        CommonGroundNearest = "No statement is supported by more than half of the voters in every group. These come "
            + "nearest.",
        CommonGroundNone = "No statement can be scored yet.",
        Score = score => $"score {score} out of 100",
        Interval = (low, high) => $"90% interval {low} to {high}",

        DividesHeading = "What divides",
        DividesIntroduction = "The statements on which the groups stand furthest apart: the gap is between the group "
            + "that agrees most and the one that agrees least.",
        DividesNone = "Nothing divides the groups.",
        Spread = (points, number) => points == 1 ? $"{number} point apart" : $"{number} points apart",
        MostHeading = "What most people hold",
        MostIntroduction = "Among all participants, grouped or not, the statements with the clearest majorities.",
        MostNone = "No statement has a clear majority of all participants.",
        MostAgree = "Most agree",
        MostDisagree = "Most disagree",
        PeopleAgree = share => $"{share} of all voters agree",
        PeopleDisagree = share => $"{share} of all voters disagree",

        Everyone = "Everyone",
        EveryoneShort = "All",
        Agree = "Agree",
        Disagree = "Disagree",
        Pass = "Pass",
        Bar = (agree, disagree, pass) => $"{agree} agree · {disagree} disagree · {pass} pass",
        Voted = (seen, size, _) => $"{seen} of {size} voted",
        NobodyVoted = "nobody voted on it",
        BarKey = "How to read the bars:",
        TextBarKey = "Bars: █ agree, ▒ disagree, · pass, in shares of those who voted.",
        CoverageKey = "thin line: share of the group that voted on it",

        SureHeading = "How sure is this?",
        NotResampled = "How sure this is was not computed: no resample was asked for.",
        NotYetResampled = "How sure this is has not been computed yet.",
        OrderDependent = "This method does not say how sure its groups are, and the same votes in another order may "
            + "give other groups. To know what holds, use opinion-map/1.",
        Confidence = confidence => confidence switch
        {
            MapConfidence.Solid => "These groups are solid.",
            MapConfidence.Fair => "These groups are fairly sure: their broad lines hold, their edges less so.",
            _ => "These groups are fragile: with other participants, they could well be different.",
        },
        SameNumber = (resamples, same, groups) =>
            $"In {En(resamples, "resample", "resamples")} of the participants, {Numerals.English.Count(same)} found "
            + (groups == 1 ? "one group again." : $"{Word(groups)} groups again."),
        SamePeople = (agreement, value) => agreement switch
        {
            >= 0.9 => $"Almost the same people were together each time (agreement {value} out of 1).",
            >= 0.7 => $"Mostly the same people were together (agreement {value} out of 1).",
            >= 0.4 => $"Many people changed groups from one resample to the next (agreement {value} out of 1).",
            _ => $"Most people changed groups from one resample to the next (agreement {value} out of 1).",
        },
        GroupStabilityMeaning = "A group’s stability says how much of it is found again from one resample to the "
            + "next: 1 is all of it. Below 0.60 the group is called not stable.",
        IntervalMeaning = "A score’s interval holds the scores of 90% of the resamples. When two intervals overlap "
            + "widely, do not rank the two statements.",
        ExportedGroups = (people, groups, value) =>
            $"The tool that exported these votes had made {En(groups, "group", "groups")}. Over the "
            + $"{En(people, "person", "people")} grouped by both, the two groupings agree at {value} (adjusted Rand "
            + "index: 1 is the same groups, 0 what chance would give).",
        SilhouetteCaption = "How well separated the groups would be, by number of groups",
        SilhouetteMeaning = "The silhouette compares each person’s distance to their own group and to the nearest "
            + "other one: near 1, the groups stand apart; near 0, they touch.",

        MethodHeading = "How this was computed",
        Method = (_, resampled) =>
        [
            "Each participant was shown statements and answered agree, disagree or pass; only a person’s last "
                + "answer to a statement counts.",
            "The map places people by their answers: those who answered alike stand close together, those who answered "
                + "differently stand apart.",
            "The groups are those that best separate people on this map; nobody chose them or their number, and "
                + "nothing is known of the people but their answers.",
            "A statement represents a group when its members agree, or disagree, with it clearly more than everyone "
                + "else does, beyond what chance would explain.",
            "Common ground is what people of every group agree with: the score multiplies the groups’ shares of "
                + "agreement, so that one group’s refusal is enough to lower it.",
            resampled
                ? "To know how sure all this is, the computation was done again on participants drawn at random, some "
                    + "several times and others not at all, and this report says what held."
                : "The computation was not repeated on other draws of the participants, so this report does not say "
                    + "how sure the groups are.",
        ],
        Credit = "Data:",
        ComputedBy = method => $"Computed by Gouvernail with the method {method}.",
        Replay = "Anyone who has the votes can compute the same result again, to the last digit.",
        ReadMore = "Each figure is defined in docs/formats/opinion-map.md, in the Gouvernail repository.",
        Parameters = "Parameters of the method",

        SkipLink = "Skip to the results",
        Contents = "Contents",
        MapHeading = "The map",
        MapTitle = "Map of the participants",
        MapDescription = (groups, people) => groups == 0
            ? $"{En(people, "person", "people")}, not grouped."
            : $"{En(people, "person", "people")} in {En(groups, "group", "groups")}, each drawn with its own mark, "
                + "outline and letter. The table that follows gives the same figures.",
        MapKeyGroups = "Each mark is one person; people who vote alike stand close together.",
        MapKeyUngrouped = "Too few votes to be grouped",
        MapKeyHull = "Each outline encloses the 95% of a group’s members nearest its centre.",
        MapKeyOutside = n => n == 1
            ? "One person stands outside the frame."
            : $"{Numerals.English.Count(n)} people stand outside the frame.",
        MapKeyCells = "Each mark stands for the people in one small square, and has the shape of their largest group:",
        CellRange = (from, to) => from == to ? from : $"{from} to {to}",
        MapAxes = "Left, right, top and bottom mean nothing in themselves: only distances do.",
        MapTable = "The groups on the map",
        SameInTable = "The same figures in a table",
        TimeHeading = "When people voted",
        TimeNote = unit => $"Votes cast in each {unit} (UTC), changes of mind included.",
        ColumnVotesCast = "Votes cast",
        TimeUnits = ["hour", "day", "week"],
        DayFormat = "yyyy-MM-dd",
        StatementsHeading = "All statements",
        StatementsTable = n => $"The votes on {En(n, "statement", "statements")}",
        StatementsNote = "All participants’ votes, grouped or not.",
        SelfContained = "This page is one file. It holds no script and asks nothing of any server.",
        Meta = "about the process",

        ColumnGroup = "Group",
        ColumnPeople = "People",
        ColumnShare = "Share of those grouped",
        ColumnStability = "Stability (0 to 1)",
        ColumnCentreX = "Centre, across",
        ColumnCentreY = "Centre, up",
        ColumnNumber = "No.",
        ColumnStatement = "Statement",
        ColumnVotes = "Votes",
        ColumnScore = "Common ground",
        ColumnLow = "Low",
        ColumnHigh = "High",
        ColumnGroups = "Groups",
        ColumnSilhouette = "Silhouette",
        ColumnParameter = "Parameter",
        ColumnValue = "Value",
    };

    private static string En(int number, string one, string many) =>
        $"{Numerals.English.Count(number)} {(number == 1 ? one : many)}";

    private static string Word(int number) => number switch
    {
        1 => "one",
        2 => "two",
        3 => "three",
        4 => "four",
        5 => "five",
        6 => "six",
        7 => "seven",
        8 => "eight",
        9 => "nine",
        10 => "ten",
        _ => Numerals.English.Count(number),
    };
}
