using Gouvernail.Log;
using Gouvernail.Log.Witnesses;

namespace Gouvernail.Cli.Receipts;

/// <summary>What a receipt says, and whether it holds for this reader.</summary>
internal sealed record ReceiptVerdict
{
    public required Receipt Receipt { get; init; }

    /// <summary>What the receipt says of the log; believed only where there is no problem.</summary>
    public required Checkpoint Checkpoint { get; init; }

    public required byte[] Entry { get; init; }

    /// <summary>True where the entry's bytes came with the receipt.</summary>
    public required bool IsOwnEntry { get; init; }

    /// <summary>True where the reader asked for no witness.</summary>
    public required bool AsksNobody { get; init; }

    /// <summary>Who signed; null where they cannot be believed.</summary>
    public AcceptedCheckpoint? Accepted { get; init; }

    /// <summary>Why it does not hold; null where it does.</summary>
    public Problem? Problem { get; init; }

    /// <summary>Whose fault it is: the entry is not in the tree (1), or the log's word cannot be taken (3).</summary>
    public ExitCode Code => Problem is null ? ExitCode.Done
        : Accepted is null ? ExitCode.Tampered
        : ExitCode.DoesNotHold;

    /// <summary>A word for programs.</summary>
    public string Name => Problem switch
    {
        null => "none",
        _ when Accepted is not null => "not-in-tree",
        { Kind: ProblemKind.BadSignature } => "bad-signature",
        { Kind: ProblemKind.NoQuorum } => "no-quorum",
        _ => "unknown-log",
    };

    /// <summary>The same for people.</summary>
    public Wording Reason => Name switch
    {
        "not-in-tree" => new(
            "the entry is not in this log at this place: it was changed, or the receipt belongs to another one.",
            "l’entrée n’est pas dans ce registre à cette place\u00a0: elle a été changée, ou le récépissé est celui "
                + "d’une autre."),
        "bad-signature" => new(
            "a signature does not hold: the receipt was changed, or not made by whom it names.",
            "une signature ne tient pas\u00a0: le récépissé a été changé, ou n’est pas de qui il nomme."),
        "no-quorum" => new(
            "too few of the witnesses that the policy asks for have cosigned.",
            "trop peu des témoins que demande la politique de confiance ont contresigné."),
        _ => new(
            "no log that you trust has signed this receipt under its own name.",
            "aucun registre auquel vous vous fiez n’a signé ce récépissé sous son propre nom."),
    };

    public static ReceiptVerdict Of(Receipt receipt, byte[] entry, bool isOwnEntry, TrustPolicy policy)
    {
        // The command has read it before, so it is one.
        if (!Checkpoint.TryParse(receipt.Checkpoint.Text, out Checkpoint? checkpoint, out Problem? problem))
        {
            throw new ArgumentException(problem.Message, nameof(receipt));
        }

        if (policy.TryAccept(receipt.Checkpoint, out AcceptedCheckpoint? accepted, out problem))
        {
            receipt.TryVerify(entry, policy, out _, out problem);
        }

        return new ReceiptVerdict
        {
            Receipt = receipt,
            Checkpoint = checkpoint,
            Entry = entry,
            IsOwnEntry = isOwnEntry,
            AsksNobody = policy.AsksNobody,
            Accepted = accepted,
            Problem = problem,
        };
    }
}
