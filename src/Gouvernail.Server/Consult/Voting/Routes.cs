using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text;
using Gouvernail.Choice;
using Gouvernail.Choice.Opinions;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Live;

namespace Gouvernail.Server.Consult.Voting;

/// <summary>
/// Draws the statement to show next: with a probability in proportion to its priority
/// (<see cref="Routing.Priority"/>), from the votes as they stand and from how far the last map set statements apart.
/// </summary>
/// <remarks>
/// Each statement gets an exponential draw of its own, and the one with the least draw / priority is shown: the first
/// to ring of clocks whose rates are the priorities (Efraimidis and Spirakis 2006). So the same person at the same
/// point sees the same statement again, though others vote meanwhile; and who skips one gets what would have been drawn
/// without it.
/// </remarks>
public sealed class Routes
{
    private const string Purpose = "next statement";

    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, double>> _extremities =
        new(StringComparer.Ordinal);

    /// <summary>Takes over how far from the middle of the map each statement stands, from now on.</summary>
    /// <param name="consultation">The consultation's id.</param>
    /// <param name="extremity">By a statement's id; 0 for those that are missing. It must not change any more.</param>
    public void Set(string consultation, IReadOnlyDictionary<string, double> extremity) =>
        _extremities[consultation] = extremity;

    /// <summary>The priorities of the statements that participants see, in the order of proposal.</summary>
    public IReadOnlyList<(ListedStatement Statement, double Priority)> Priorities(LiveConsultation live)
    {
        ArgumentNullException.ThrowIfNull(live);
        ConsultationView view = live.View();
        IReadOnlyDictionary<string, VoteCounts> counts = live.Counts();
        IReadOnlyDictionary<string, double> extremities =
            _extremities.GetValueOrDefault(live.Id) ?? FrozenDictionary<string, double>.Empty;
        return [.. view.Shown.Select(statement => (statement, Routing.Priority(
            counts.GetValueOrDefault(statement.Id),
            extremities.GetValueOrDefault(statement.Id),
            statement.Decision.IsMeta)))];
    }

    /// <summary>The statement to show next; null where none is left.</summary>
    /// <param name="live">The consultation.</param>
    /// <param name="who">Who is shown it: any text that stays the same for them.</param>
    /// <param name="voted">The ids of the statements that they have voted on.</param>
    /// <param name="skipped">The ids of those that they put off: they come again when nothing else is left.</param>
    public ListedStatement? Next(
        LiveConsultation live, string who, IReadOnlySet<string> voted, IReadOnlyCollection<string> skipped)
    {
        ArgumentNullException.ThrowIfNull(voted);
        ArgumentNullException.ThrowIfNull(skipped);
        var draws = new SeededGenerator(Encoding.UTF8.GetBytes($"{who}\n{voted.Count}"), Purpose);
        (ListedStatement? Statement, double Key) best = (null, double.PositiveInfinity), late = best;
        foreach ((ListedStatement statement, double priority) in Priorities(live))
        {
            // Every statement gets a draw, so that a vote on one moves no other's.
            double key = Exponential(draws) / priority;
            if (voted.Contains(statement.Id))
            {
                continue;
            }

            ref (ListedStatement? Statement, double Key) top = ref skipped.Contains(statement.Id) ? ref late : ref best;
            top = key < top.Key ? (statement, key) : top;
        }

        return best.Statement ?? late.Statement;
    }

    /// <summary>
    /// A draw from the exponential distribution of mean 1, by comparisons alone (von Neumann 1951): the last bit of a
    /// logarithm differs between machines.
    /// </summary>
    private static double Exponential(SeededGenerator draws)
    {
        for (int whole = 0; ; whole++)
        {
            double first = draws.NextUnit();
            double last = first;
            int falls = 0;
            for (double next = draws.NextUnit(); next < last; next = draws.NextUnit())
            {
                last = next;
                falls++;
            }

            if (falls % 2 == 0)
            {
                return whole + first;
            }
        }
    }
}
