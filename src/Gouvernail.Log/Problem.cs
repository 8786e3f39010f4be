namespace Gouvernail.Log;

/// <summary>What kind of thing is wrong with bytes from outside.</summary>
public enum ProblemKind
{
    /// <summary>The bytes are not in the format.</summary>
    Malformed,

    /// <summary>The bytes are more than the format or this reader allows.</summary>
    TooLarge,

    /// <summary>The format is right, and this version does not know the algorithm.</summary>
    Unsupported,

    /// <summary>Something that should be there is not.</summary>
    Missing,

    /// <summary>No signature is by a key that the reader trusts.</summary>
    UnknownKey,

    /// <summary>A signature by a trusted key does not hold.</summary>
    BadSignature,

    /// <summary>A proof does not lead to the root.</summary>
    BadProof,

    /// <summary>Bytes do not have the hash that the tree promises.</summary>
    WrongHash,

    /// <summary>Too few of the witnesses that the policy asks for have cosigned.</summary>
    NoQuorum,

    /// <summary>A file that holds a secret can be read by others.</summary>
    Permissions,

    /// <summary>Nobody answered, or not in time, or from another place than the one asked.</summary>
    Unreachable,

    /// <summary>Whoever was asked said no.</summary>
    Refused,
}

/// <summary>A reasoned no: what is wrong, and in one sentence what was expected. Never an exception.</summary>
/// <param name="Kind">What kind of thing is wrong.</param>
/// <param name="Message">One English sentence. It repeats no byte of the input and no secret.</param>
public sealed record Problem(ProblemKind Kind, string Message)
{
    internal static Problem Malformed(string message) => new(ProblemKind.Malformed, message);

    internal static Problem TooLarge(string message) => new(ProblemKind.TooLarge, message);

    internal static Problem BadProof(string message) => new(ProblemKind.BadProof, message);
}
