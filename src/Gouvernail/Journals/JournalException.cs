namespace Gouvernail.Journals;

/// <summary>Why a journal cannot go on.</summary>
public enum JournalFault
{
    /// <summary>There is no data folder there, or a part of it is missing.</summary>
    Missing,

    /// <summary>Something is there already.</summary>
    Taken,

    /// <summary>Another process writes to it.</summary>
    InUse,

    /// <summary>It may be read but not written.</summary>
    ReadOnly,

    /// <summary>The disk is full, or a limit is reached.</summary>
    Full,

    /// <summary>What is stored is not what was signed.</summary>
    Damaged,

    /// <summary>What is stored is older than what was already signed.</summary>
    Behind,

    /// <summary>Any other trouble with the disk.</summary>
    Disk,
}

/// <summary>A broken disk or data folder: what, where, and what to do. Nothing acknowledged is lost by it.</summary>
public sealed class JournalException(JournalFault fault, Wording reason, Exception? inner = null)
    : IOException(reason?.English, inner)
{
    /// <summary>What kind of trouble.</summary>
    public JournalFault Fault { get; } = fault;

    /// <summary>The trouble, in every language.</summary>
    public Wording Reason { get; } = reason ?? throw new ArgumentNullException(nameof(reason));
}
