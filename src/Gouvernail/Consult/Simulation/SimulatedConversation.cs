using System.Globalization;
using System.Text;
using Gouvernail.Choice;

namespace Gouvernail.Consult.Simulation;

/// <summary>
/// Conversations that never took place, whose groups are known because they were planted: examples to learn from, input
/// for measures, and ground truth for tests.
/// </summary>
public static class SimulatedConversation
{
    // 1 January 2026, 00:00 UTC, in milliseconds; statements come one a minute, then votes over about thirty days.
    private const long Start = 1_767_225_600_000;
    private const long Minute = 60_000;
    private const long Month = 30 * 24 * 60 * Minute;

    // One vote in a hundred is changed later; one statement in twenty-five is refused, where there are that many.
    private const double ChangedShare = 0.01;
    private const int OneRefusedIn = 25;
    private const int SeedStatements = 10;

    /// <summary>Simulates a conversation.</summary>
    /// <param name="options">Sizes, density, groups, seed and language.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>The conversation with its history, and the planted groups as <see cref="Conversation.ExportedGroups"/>:
    /// <c>"0"</c>, <c>"1"</c> …</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its bounds.</exception>
    public static Conversation Create(SimulationOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        byte[] seed = Encoding.UTF8.GetBytes(options.Seed);
        SeededGenerator Chance(string purpose) => new(seed, "simulate/1 " + purpose);

        byte[] groups = Membership.Draw(options.Participants, options.Groups, Chance("groups"));
        int[] turnout = Turnout.Draw(options, Chance("turnout"));
        var leanings = new Leanings(options.Groups, options.Statements, Chance("leanings"));
        var (participants, cells) = Voting.Draw(turnout, groups, leanings, ChangedShare, Chance("votes"), cancel);
        int[] shown = OrderOfAppearance(cells, options.Statements);

        Statement[] statements = Write(options, shown, Chance("statements"));
        string[] names = new string[options.Participants];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = i.ToString(CultureInfo.InvariantCulture);
        }

        StatementColumn[] columns = Array.ConvertAll(statements, s => new StatementColumn(s.Id, s.Moderation));
        return new Conversation
        {
            Topic = Sentences.Topic(options.Language),
            Description = Sentences.Description(options.Language),
            Statements = statements,
            Votes = VoteTable.FromEvents(names, columns, participants, cells, default),
            History = new VoteHistory(participants, cells, Times(cells.Length, options.Statements, Chance("times"))),
            ExportedGroups = Array.ConvertAll(groups, g => _groupNames[g]),
        };
    }

    private static readonly string[] _groupNames = ["0", "1", "2", "3", "4"];

    /// <summary>Statements in order of first vote, then those without a vote; renumbers the cells so.</summary>
    private static int[] OrderOfAppearance(int[] cells, int statements)
    {
        int[] order = new int[statements];
        int[] columnOf = new int[statements];
        Array.Fill(columnOf, -1);
        int seen = 0;
        foreach (int cell in cells)
        {
            int statement = VoteTable.StatementOf(cell);
            if (columnOf[statement] < 0)
            {
                columnOf[statement] = seen;
                order[seen++] = statement;
                if (seen == statements)
                {
                    break;
                }
            }
        }

        for (int s = 0; s < statements; s++)
        {
            if (columnOf[s] < 0)
            {
                columnOf[s] = seen;
                order[seen++] = s;
            }
        }

        for (int e = 0; e < cells.Length; e++)
        {
            cells[e] = VoteTable.CellOf(columnOf[VoteTable.StatementOf(cells[e])], VoteTable.VoteOf(cells[e]));
        }

        return order;
    }

    private static Statement[] Write(SimulationOptions options, int[] order, SeededGenerator chance)
    {
        int count = order.Length;
        string[] authors = new string[count];
        for (int s = 0; s < count; s++)
        {
            authors[s] = chance.NextBelow(options.Participants).ToString(CultureInfo.InvariantCulture);
        }

        bool[] refused = new bool[count];
        for (int left = count / OneRefusedIn; left > 0;)
        {
            int s = chance.NextBelow(count);
            left -= refused[s] ? 0 : 1;
            refused[s] = true;
        }

        return Array.ConvertAll(order, s => new Statement(
            s.ToString(CultureInfo.InvariantCulture), Sentences.Text(s, options.Language))
        {
            Author = authors[s],
            Time = Start + (s * Minute),
            Moderation = refused[s] ? Moderation.Rejected : Moderation.Accepted,
            IsSeed = s < SeedStatements,
        });
    }

    private static long[] Times(int events, int statements, SeededGenerator chance)
    {
        long[] times = new long[events];
        long time = Start + (statements * Minute);
        int gap = (int)Math.Clamp(2 * Month / Math.Max(events, 1), 1, int.MaxValue);
        for (int e = 0; e < events; e++)
        {
            time += 1 + chance.NextBelow(gap);
            times[e] = time;
        }

        return times;
    }
}
