namespace Gouvernail.Journals;

/// <summary>An act that waits for the writer.</summary>
internal sealed class Submission(Func<DateTimeOffset, Decision> decide, CancellationToken cancellation)
{
    public Func<DateTimeOffset, Decision> Decide { get; } = decide;

    public CancellationToken Cancellation { get; } = cancellation;

    public TaskCompletionSource<Outcome> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What became of it, told once the batch is durable; null until it was decided.</summary>
    public Outcome? Decided { get; set; }
}
