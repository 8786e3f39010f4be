namespace Gouvernail.Consult.Consultations;

/// <summary>What the public may open of what a consultation has sealed; said when it opens, and kept.</summary>
[Flags]
public enum Publication
{
    /// <summary>Nothing: the public sees that votes were cast, and not which.</summary>
    Nothing = 0,

    /// <summary>The text of statements.</summary>
    Statements = 1,

    /// <summary>Votes, under pseudonyms: what everybody needs to count again.</summary>
    Votes = 2,
}
