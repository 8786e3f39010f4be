namespace Gouvernail.Choice.Opinions;

/// <summary>
/// Splits rows into chunks that depend on the data alone, never on the number of threads; whoever adds the chunks'
/// parts in chunk order gets the same bits on any machine.
/// </summary>
internal static class FixedChunks
{
    private const int VotesPerChunk = 1 << 18;
    private const int MostChunks = 64;

    /// <summary>Numbers that all chunks together may hold, three cells a statement and two numbers a cell.</summary>
    private const long MostNumbers = 8L << 20;

    /// <summary>First row of each chunk, and the number of rows at the end.</summary>
    public static int[] Of(VoteTable votes)
    {
        int rows = votes.Participants.Count;
        long affordable = MostNumbers / (6L * Math.Max(votes.Statements.Count, 1));
        int chunks = (int)Math.Clamp(Math.Min(affordable, votes.VoteCount / VotesPerChunk), 1, MostChunks);
        int[] first = new int[chunks + 1];
        int row = 0;
        long passed = 0;
        for (int c = 1; c < chunks; c++)
        {
            long target = (long)votes.VoteCount * c / chunks;
            while (row < rows && passed < target)
            {
                passed += votes.Row(row).Length;
                row++;
            }

            first[c] = row;
        }

        first[chunks] = rows;
        return first;
    }

    /// <summary>Runs <paramref name="work"/> for 0 … count−1 on at most <paramref name="threads"/> threads.</summary>
    public static void Run(int count, int threads, Action<int> work, CancellationToken cancel)
    {
        if (threads <= 1 || count <= 1)
        {
            for (int i = 0; i < count; i++)
            {
                cancel.ThrowIfCancellationRequested();
                work(i);
            }

            return;
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel };
        Parallel.For(0, count, options, work);
    }

    /// <summary>Does two things that need nothing of each other; at once where there is more than one thread.</summary>
    public static void Both(int threads, Action first, Action second, CancellationToken cancel)
    {
        if (threads <= 1)
        {
            first();
            second();
            return;
        }

        Parallel.Invoke(new ParallelOptions { CancellationToken = cancel }, first, second);
    }
}
