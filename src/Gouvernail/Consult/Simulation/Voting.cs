using Gouvernail.Choice;

namespace Gouvernail.Consult.Simulation;

/// <summary>The votes of one participant after the other, each on statements drawn without replacement.</summary>
internal static class Voting
{
    /// <summary>
    /// Draws the events. Each participant passes on 5 to 20 votes in a hundred, and follows the group more or less.
    /// A changed vote comes at the end of the participant's votes and is the one that counts.
    /// </summary>
    public static (int[] Participants, int[] Cells) Draw(
        int[] turnout,
        byte[] groups,
        Leanings leanings,
        double changedShare,
        SeededGenerator chance,
        CancellationToken cancel)
    {
        int[] changed = new int[turnout.Length];
        int events = 0;
        for (int i = 0; i < turnout.Length; i++)
        {
            changed[i] = (int)((changedShare * turnout[i]) + chance.NextUnit());
            events += turnout[i] + changed[i];
        }

        int[] participants = new int[events];
        int[] cells = new int[events];
        int statements = leanings.Of(0).Length;
        int[] deck = new int[statements];
        for (int s = 0; s < statements; s++)
        {
            deck[s] = s;
        }

        int at = 0;
        for (int i = 0; i < turnout.Length; i++)
        {
            if (i % 1024 == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }

            ReadOnlySpan<double> agree = leanings.Of(groups[i]);
            double pass = 0.05 + (0.15 * chance.NextUnit());
            double conformity = 0.9 + (0.1 * chance.NextUnit());
            participants.AsSpan(at, turnout[i] + changed[i]).Fill(i);
            int first = at;
            for (int v = 0; v < turnout[i]; v++)
            {
                int drawn = v + chance.NextBelow(statements - v);
                (deck[v], deck[drawn]) = (deck[drawn], deck[v]);
                double likely = 0.5 + (conformity * (agree[deck[v]] - 0.5));
                double u = chance.NextUnit();
                int vote = u < pass ? 0 : u - pass < likely * (1 - pass) ? 1 : -1;
                cells[at++] = VoteTable.CellOf(deck[v], vote);
            }

            for (int v = 0; v < changed[i]; v++)
            {
                int kept = cells[first + v];
                int before = (VoteTable.VoteOf(kept) + 2 + chance.NextBelow(2)) % 3;
                cells[first + v] = VoteTable.CellOf(VoteTable.StatementOf(kept), before - 1);
                cells[at++] = kept;
            }
        }

        return (participants, cells);
    }
}
