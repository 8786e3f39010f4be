namespace Gouvernail;

/// <summary>What an exit code of a command means; the numbers are BSD's <c>sysexits.h</c> where it has them.</summary>
public enum ExitCode
{
    /// <summary>Done.</summary>
    Done = 0,

    /// <summary>A result or a commitment does not match.</summary>
    DoesNotHold = 1,

    /// <summary>The gate refuses: something is missing, too old, or leaves the question open.</summary>
    Refused = 2,

    /// <summary>A signature, the tree or a file of the log does not hold: it was tampered with or damaged.</summary>
    Tampered = 3,

    /// <summary>The command line is not understood.</summary>
    Usage = 64,

    /// <summary>The input was read and is not what it should be.</summary>
    BadInput = 65,

    /// <summary>The input is missing or cannot be opened.</summary>
    NoInput = 66,

    /// <summary>A defect of Gouvernail.</summary>
    Internal = 70,

    /// <summary>A result cannot be written.</summary>
    CannotWrite = 73,

    /// <summary>Stopped by Ctrl-C or a request to end.</summary>
    Interrupted = 130,
}
