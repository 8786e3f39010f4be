using System.Globalization;
using Gouvernail.Choice;
using Gouvernail.Choice.Opinions;
using Gouvernail.Consult;

namespace Gouvernail.Aggregate.OpinionMaps;

/// <summary>
/// What a report says of a map, before any word or picture: which statements to show, in what order, with whose votes.
/// Rejected statements are nowhere in it.
/// </summary>
internal sealed class MapReading
{
    private const int Nearest = 5;

    private readonly Conversation _conversation;
    private readonly Dictionary<string, int> _statementOf = new(StringComparer.Ordinal);
    private readonly bool[] _shown;
    private readonly string[] _texts;

    public MapReading(Conversation conversation, OpinionMap map, Language language)
    {
        Map = map;
        Words = ReportText.Of(language);
        _conversation = conversation;
        for (int s = 0; s < conversation.Statements.Count; s++)
        {
            _statementOf.TryAdd(conversation.Statements[s].Id, s);
        }

        _shown = new bool[map.Statements.Count];
        _texts = new string[map.Statements.Count];
        for (int s = 0; s < _shown.Length; s++)
        {
            Statement? statement = Find(s);
            _shown[s] = map.Statements[s].Moderation != Moderation.Rejected
                && statement?.Moderation != Moderation.Rejected;
            string text = _shown[s] ? CleanText.Line(statement?.Text ?? "") : "";
            _texts[s] = text.Length == 0 ? Words.NoText : text;
        }

        Shown = NaturalOrder([.. Enumerable.Range(0, _shown.Length).Where(s => _shown[s])]);
        Grouped = map.Groups.Sum(g => g.Members.Count);
        ReadCommonGround();
        Divisive = map.Groups.Count < 2 ? [] : [.. map.Divisive.Where(d => _shown[d.Statement] && d.Spread > 0)];
    }

    public OpinionMap Map { get; }

    public ReportText Words { get; }

    /// <summary>
    /// The page that tells all of it, to which this one, which people look at while others vote, is the beginning;
    /// empty where this is all of it.
    /// </summary>
    public string WholeAt { get; init; } = "";

    /// <summary>The most statements in a list.</summary>
    public int MostListed => WholeAt.Length > 0 ? 3 : 10;

    public string Title => CleanText.Line(_conversation.Topic, 300) is { Length: > 0 } topic ? topic : Words.Untitled;

    public string Description => CleanText.Line(_conversation.Description, 4000);

    public string Url => CleanText.Line(_conversation.Url, 300);

    /// <summary>Whom to credit for the data.</summary>
    public string Credit => CleanText.Line(_conversation.Credit, 1000);

    /// <summary>Statements that are not rejected, by id: 2 before 10.</summary>
    public IReadOnlyList<int> Shown { get; }

    public int Rejected => _shown.Length - Shown.Count;

    public int Grouped { get; }

    /// <summary>Common ground, best first: what most of every group supports, else the five that are nearest.</summary>
    public IReadOnlyList<CommonGround> CommonGround { get; private set; } = [];

    /// <summary>Number of statements that more than half of the voters of every group agree with.</summary>
    public int Shared { get; private set; }

    public IReadOnlyList<Divisive> Divisive { get; }

    public IEnumerable<ConsensusStatement> MostAgree => Map.Consensus.Agree.Where(c => _shown[c.Statement]);

    public IEnumerable<ConsensusStatement> MostDisagree => Map.Consensus.Disagree.Where(c => _shown[c.Statement]);

    public string Text(int statement) => _texts[statement];

    public string Id(int statement) => CleanText.Line(Map.Statements[statement].Id, 40);

    /// <summary>A, B, C … and numbers past Z.</summary>
    public static string Letter(int group) =>
        group < 26 ? ((char)('A' + group)).ToString() : (group + 1).ToString(CultureInfo.InvariantCulture);

    public IEnumerable<Representative> Representative(int group) =>
        Map.Groups[group].Representative.Where(r => _shown[r.Statement]);

    /// <summary>"82% of group A agree (against 31% of the others)".</summary>
    public string Headline(int group, Representative statement)
    {
        int share = Shares.Of(statement.Votes)?.On(statement.Side) ?? 0;
        string? others = Shares.Of(Others(group, statement.Statement)) is { } rest
            ? Words.Numbers.Percent(rest.On(statement.Side))
            : null;
        var sentence = statement.Side == Side.Agree ? Words.GroupAgrees : Words.GroupDisagrees;
        return sentence(Words.Numbers.Percent(share), Letter(group), others);
    }

    /// <summary>Votes of all grouped people who are not in the group.</summary>
    private VoteCounts Others(int group, int statement)
    {
        int agree = 0;
        int disagree = 0;
        int seen = 0;
        for (int g = 0; g < Map.Groups.Count; g++)
        {
            if (g != group)
            {
                VoteCounts votes = Map.Groups[g].Votes[statement];
                agree += votes.Agree;
                disagree += votes.Disagree;
                seen += votes.Seen;
            }
        }

        return new VoteCounts(agree, disagree, seen);
    }

    public string HowMany => Map.Groups.Count == 1 && Map.Method == PolisMethod.Name
        ? Words.OneGroupUntested
        : Words.HowManyGroups(Map.Groups.Count);

    /// <summary>What the score of common ground means.</summary>
    public string CommonGroundIntroduction =>
        Map.Groups.Count == 1 ? Words.CommonGroundAlone : Words.CommonGroundIntroduction;

    public MapConfidence? Confidence
    {
        get
        {
            if (Map.Stability is not { Resamples: > 0 } stability || Map.Groups.Count == 0)
            {
                return null;
            }

            bool stable = Map.Groups.All(g => g.Stability is not { } value || value >= OpinionGroup.StableFrom);
            return stability.SameNumber >= 0.9 && stability.Agreement >= 0.8 && stable ? MapConfidence.Solid
                : stability.SameNumber >= 0.5 && stability.Agreement >= 0.5 ? MapConfidence.Fair
                : MapConfidence.Fragile;
        }
    }

    /// <summary>How sure the groups are, in a sentence; empty where one group leaves nothing to doubt.</summary>
    public string SurenessInShort => Map.Groups.Count == 0 ? ""
        : Confidence is not { } confidence ? NotMeasured
        : Map.Groups.Count == 1 ? ""
        : Words.Confidence(confidence);

    private string NotMeasured => Map.Groups.Count == 0 ? Words.HowManyGroups(0)
        : Map.Method == PolisMethod.Name ? Words.OrderDependent
        : WholeAt.Length > 0 ? Words.NotYetResampled
        : Words.NotResampled;

    /// <summary>How sure the groups are, in sentences.</summary>
    public string Sureness
    {
        get
        {
            if (Confidence is not { } confidence || Map.Stability is not { } stability)
            {
                return NotMeasured;
            }

            int same = (int)Math.Round(stability.SameNumber * stability.Resamples, MidpointRounding.ToEven);
            string number = Words.SameNumber(stability.Resamples, same, stability.Groups);
            return stability.Groups == 1
                ? number
                : $"{Words.Confidence(confidence)} {number} "
                    + Words.SamePeople(stability.Agreement, Words.Numbers.Real(stability.Agreement, 2));
        }
    }

    /// <summary>A group's stability in words; empty where it was not computed.</summary>
    public string GroupStability(OpinionGroup group) => group.Stability is not { } value ? ""
        : value >= OpinionGroup.StableFrom ? Words.Stable(Words.Numbers.Real(value, 2))
        : Words.NotStable(Words.Numbers.Real(value, 2));

    /// <summary>How far the groups agree with those of the exporting tool; empty where it made none.</summary>
    public string Exported
    {
        get
        {
            if (_conversation.ExportedGroups is not { } exported)
            {
                return "";
            }

            var rowOf = new Dictionary<string, int>(StringComparer.Ordinal);
            for (int p = 0; p < Map.Participants.Count; p++)
            {
                rowOf.TryAdd(Map.Participants[p], p);
            }

            var names = new Dictionary<string, int>(StringComparer.Ordinal);
            var ours = new List<int>();
            var theirs = new List<int>();
            for (int row = 0; row < Math.Min(exported.Count, _conversation.Votes.Participants.Count); row++)
            {
                if (exported[row] is not { } name)
                {
                    continue;
                }

                names.TryAdd(name, names.Count);
                string id = _conversation.Votes.Participants[row];
                if (rowOf.TryGetValue(id, out int point) && Map.Points[point].Group >= 0)
                {
                    ours.Add(Map.Points[point].Group);
                    theirs.Add(names[name]);
                }
            }

            return ours.Count < 2
                ? ""
                : Words.ExportedGroups(
                    ours.Count, names.Count, Words.Numbers.Real(AdjustedRand.Index([.. ours], [.. theirs]), 2));
        }
    }

    /// <summary>True where more than half of the voters of every group agree.</summary>
    public bool EveryGroupAgrees(int statement) =>
        Map.Groups.Count > 0 && Map.Groups.All(g => 2 * g.Votes[statement].Agree > g.Votes[statement].Seen);

    private void ReadCommonGround()
    {
        var shown = Map.CommonGround.Where(c => _shown[c.Statement] && !Map.Statements[c.Statement].IsMeta).ToList();
        var shared = shown.Where(c => EveryGroupAgrees(c.Statement)).ToList();
        Shared = shared.Count;
        CommonGround = Shared > 0 ? shared : [.. shown.Take(Nearest)];
    }

    private Statement? Find(int statement) =>
        _statementOf.TryGetValue(Map.Statements[statement].Id, out int found) ? _conversation.Statements[found] : null;

    private int[] NaturalOrder(int[] statements)
    {
        Array.Sort(statements, (a, b) =>
        {
            string first = Map.Statements[a].Id;
            string second = Map.Statements[b].Id;
            bool numbers = first.All(char.IsAsciiDigit) && second.All(char.IsAsciiDigit);
            int byLength = numbers ? first.Length.CompareTo(second.Length) : 0;
            return byLength != 0 ? byLength : string.CompareOrdinal(first, second);
        });
        return statements;
    }
}
