using Gouvernail.Choice;
using Gouvernail.Choice.Opinions;
using Gouvernail.Consult;

namespace Gouvernail.Tests.Aggregate.OpinionMaps;

/// <summary>A made-up conversation with planted groups, and a map drawn by hand: no method runs here.</summary>
internal sealed record Sample(Conversation Conversation, OpinionMap Map)
{
    public const string RejectedText = "UNSPEAKABLE: nobody may read this";

    /// <param name="people">Participants; one in ten votes too little to be grouped.</param>
    /// <param name="groups">Planted groups, their sizes as 3 : 2 : 1 …</param>
    /// <param name="resampled">True for stability and intervals.</param>
    /// <param name="french">Language of the sentences.</param>
    /// <param name="count">Number of statements; sentences come again past thirty.</param>
    public static Sample Of(
        int people = 300, int groups = 3, bool resampled = true, bool french = false, int count = 30)
    {
        string[] sentences = french ? SampleSentences.French : SampleSentences.English;
        string[] texts = [.. Enumerable.Range(0, count).Select(s => sentences[s % sentences.Length])];
        var statements = new List<Statement>();
        for (int s = 0; s < texts.Length; s++)
        {
            statements.Add(new Statement($"{s}", texts[s])
            {
                Moderation = s == 4 ? Moderation.Rejected : s % 3 == 0 ? Moderation.Accepted : Moderation.Unmoderated,
                IsMeta = s == 7,
            });
        }

        statements[4] = statements[4] with { Text = RejectedText };
        var random = new SeededGenerator([1, 2, 3], "sample");
        var votes = new List<(string, string, int)>();
        int[] groupOf = new int[people];
        for (int p = 0; p < people; p++)
        {
            int planted = Planted(random, groups);
            bool active = random.NextBelow(10) > 0;
            groupOf[p] = active ? planted : -1;
            for (int s = 0; s < texts.Length; s++)
            {
                if (random.NextUnit() < (active ? 0.7 : 0.1))
                {
                    votes.Add(($"p{p:D6}", $"{s}", Vote(random, planted, s)));
                }
            }

            votes.Add(($"p{p:D6}", "0", Vote(random, planted, 0)));
        }

        StatementColumn[] columns = [.. statements.Select(s => new StatementColumn(s.Id, s.Moderation, s.IsMeta))];
        VoteTable table = VoteTable.FromVotes(votes, columns);
        var conversation = new Conversation
        {
            Topic = french ? "Que doit faire l’IA dans notre commune ?" : "What should AI do in our town?",
            Statements = statements,
            Votes = table,
            ExportedGroups = [.. groupOf.Select((g, p) => g < 0 || p % 7 == 0 ? null : $"{g}")],
        };
        return new Sample(conversation, Draw(table, groupOf, groups, resampled, random));
    }

    private static int Planted(SeededGenerator random, int groups)
    {
        int draw = random.NextBelow(groups * (groups + 1) / 2);
        int group = 0;
        for (int size = groups; draw >= size; size--)
        {
            draw -= size;
            group++;
        }

        return group;
    }

    private static int Vote(SeededGenerator random, int group, int statement)
    {
        double agree = statement % 5 == 0 ? 0.85
            : statement % 5 == 1 ? 0.15
            : (statement + group) % 3 == 0 ? 0.8 : 0.25;
        double draw = random.NextUnit();
        return draw < 0.12 ? 0 : random.NextUnit() < agree ? 1 : -1;
    }

    private static OpinionMap Draw(VoteTable table, int[] groupOf, int groups, bool resampled, SeededGenerator random)
    {
        int n = table.Statements.Count;
        var totals = new VoteCounts[n];
        var votes = new VoteCounts[groups][];
        var members = new List<int>[groups];
        for (int g = 0; g < groups; g++)
        {
            (votes[g], members[g]) = (new VoteCounts[n], []);
        }

        var points = new ParticipantPoint[table.Participants.Count];
        double[] centreX = [-1.4, 1.6, 0.2, 2.4, -2.6];
        double[] centreY = [0.3, 0.5, -1.3, -1.1, -1.4];
        for (int p = 0; p < points.Length; p++)
        {
            int g = groupOf[p];
            foreach (int cell in table.Row(p))
            {
                int s = VoteTable.StatementOf(cell);
                totals[s] = Add(totals[s], VoteTable.VoteOf(cell));
                if (g >= 0)
                {
                    votes[g][s] = Add(votes[g][s], VoteTable.VoteOf(cell));
                }
            }

            if (g >= 0)
            {
                members[g].Add(p);
            }

            double x = (g < 0 ? 0 : centreX[g]) + (2 * Bell(random));
            double y = (g < 0 ? 0 : centreY[g]) + (1.6 * Bell(random));
            points[p] = new ParticipantPoint(Published.Round(x), Published.Round(y), g);
        }

        int[] used = [.. Enumerable.Range(0, n).Where(s => Used(table.Statements[s]))];
        return new OpinionMap
        {
            Method = "opinion-map/1",
            Parameters = new Dictionary<string, string> { ["seed"] = "a1b2c3", ["components"] = "2" },
            Participants = table.Participants,
            Statements = table.Statements,
            VoteCount = table.VoteCount,
            Totals = totals,
            Columns = used,
            Center = [.. used.Select(s => Published.Round((totals[s].Agree - totals[s].Disagree) / 300.0))],
            Components = [[.. used.Select(s => s / 100.0)], [.. used.Select(s => -s / 300.0)]],
            Explained = [0.2122, 0.06],
            Points = points,
            StatementPoints = [.. used.Select(s => new StatementPoint(s, s / 10.0, -0.5, s / 8.0))],
            Groups = [.. Enumerable.Range(0, groups).Select(g => new OpinionGroup(
                members[g], resampled ? 0.93 - (0.18 * g) : null,
                groups < 2 ? [] : Telling(votes, g, used), votes[g]))],
            Consensus = new Consensus(Most(totals, used, Side.Agree), Most(totals, used, Side.Disagree)),
            CommonGround = Ground(votes, used, resampled),
            Divisive = [.. used.Select(s => new Divisive(s, Spread(votes, s))).OrderByDescending(d => d.Spread)],
            Routing = [.. used.Select(s => new RoutingPriority(s, 1.5 + s))],
            Stability = resampled ? new MapStability(groups, 0.94, 0.912, 50) : null,
            Silhouette = new Dictionary<int, double> { [3] = 0.41, [2] = 0.4759, [4] = 0.4245, [5] = 0.3488 },
        };
    }

    private static bool Used(StatementColumn statement) =>
        statement.Moderation != Moderation.Rejected && !statement.IsMeta;

    private static double Bell(SeededGenerator random) =>
        (random.NextUnit() + random.NextUnit() + random.NextUnit() + random.NextUnit() - 2) / 1.2;

    private static VoteCounts Add(VoteCounts votes, int vote) =>
        new(votes.Agree + (vote > 0 ? 1 : 0), votes.Disagree + (vote < 0 ? 1 : 0), votes.Seen + 1);

    private static double Smoothed(VoteCounts votes) => (votes.Agree + 1) / (votes.Seen + 2.0);

    private static double Spread(VoteCounts[][] votes, int s) =>
        Published.Round(votes.Max(v => Smoothed(v[s])) - votes.Min(v => Smoothed(v[s])));

    private static Representative[] Telling(VoteCounts[][] votes, int group, int[] used) =>
    [
        .. used.OrderByDescending(s => Math.Abs(Apart(votes, group, s))).Take(5).Select(s => new Representative(
            s, Apart(votes, group, s) > 0 ? Side.Agree : Side.Disagree, votes[group][s], 2.5, 9.87654321)),
    ];

    private static double Apart(VoteCounts[][] votes, int group, int s)
    {
        double others = 0;
        for (int g = 0; g < votes.Length; g++)
        {
            others += g == group ? 0 : Smoothed(votes[g][s]) / (votes.Length - 1);
        }

        return Smoothed(votes[group][s]) - others;
    }

    private static ConsensusStatement[] Most(VoteCounts[] totals, int[] used, Side side) =>
    [
        .. used.Select(s => (s, n: side == Side.Agree ? totals[s].Agree : totals[s].Disagree))
            .Where(c => 10 * c.n > 6 * totals[c.s].Seen).Take(5).Select(c => new ConsensusStatement(
                c.s, totals[c.s], Published.Round((c.n + 1) / (totals[c.s].Seen + 2.0)), 4.2)),
    ];

    private static CommonGround[] Ground(VoteCounts[][] votes, int[] used, bool resampled)
    {
        var ground = new List<CommonGround>();
        foreach (int s in used)
        {
            double score = 1;
            foreach (VoteCounts[] group in votes)
            {
                score *= Smoothed(group[s]);
            }

            ground.Add(new CommonGround(
                s, Published.Round(score), resampled ? Published.Round(score * 0.9) : null,
                resampled ? Published.Round(1 - ((1 - score) * 0.94)) : null));
        }

        return [.. ground.OrderByDescending(c => c.Score)];
    }
}
