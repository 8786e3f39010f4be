namespace Gouvernail.Consult.Consultations;

/// <summary>How sure it is that a participant is one person: the rungs of a ladder, lowest first.</summary>
public enum Rung
{
    /// <summary>A device that came by itself: another device could be the same person.</summary>
    Open,

    /// <summary>Somebody who had an invitation code.</summary>
    Code,

    /// <summary>A member of another site, which vouches for them.</summary>
    Host,

    /// <summary>Somebody on the community's list, by a link of their own.</summary>
    Member,
}

/// <summary>The rungs in words.</summary>
public static class Rungs
{
    private static readonly string[] _words = ["open", "code", "host", "member"];

    /// <summary>All of them, lowest first.</summary>
    public static IReadOnlyList<Rung> All { get; } = [Rung.Open, Rung.Code, Rung.Host, Rung.Member];

    /// <summary>The word in the log, the API and exports.</summary>
    public static string Word(this Rung rung) => _words[(int)rung];

    /// <summary>The rung of a word; null where it is none.</summary>
    public static Rung? Of(string? word) => Array.IndexOf(_words, word) is >= 0 and int index ? (Rung)index : null;
}
