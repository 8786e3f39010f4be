namespace Gouvernail.Server;

/// <summary>What an exit code means; the numbers are those of the gouvernail command.</summary>
internal enum ExitCode
{
    /// <summary>Done.</summary>
    Done = 0,

    /// <summary>The log does not hold: it was tampered with or damaged.</summary>
    Tampered = 3,

    /// <summary>The command line is not understood.</summary>
    Usage = 64,

    /// <summary>The data folder is missing or cannot be opened.</summary>
    NoInput = 66,

    /// <summary>A defect of Gouvernail.</summary>
    Internal = 70,

    /// <summary>The data folder cannot be written, or the address is taken.</summary>
    CannotWrite = 73,
}
