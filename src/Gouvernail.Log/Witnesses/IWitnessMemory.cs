namespace Gouvernail.Log.Witnesses;

/// <summary>What a witness must never forget: the last checkpoint that it cosigned, log by log.</summary>
public interface IWitnessMemory
{
    /// <summary>The last checkpoint cosigned for the log; nothing where there was none.</summary>
    Checkpoint? Last(string origin);

    /// <summary>
    /// Replaces the last checkpoint, if it still is <paramref name="expected"/>, in one step that nothing can come
    /// between, and durably before it returns.
    /// </summary>
    /// <param name="expected">What <see cref="Last"/> gave.</param>
    /// <param name="newer">The checkpoint about to be cosigned.</param>
    /// <returns>False where the last checkpoint is another one by now; then nothing was changed.</returns>
    bool TryAdvance(Checkpoint? expected, Checkpoint newer);
}
