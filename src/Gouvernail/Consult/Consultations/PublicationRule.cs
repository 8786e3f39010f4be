namespace Gouvernail.Consult.Consultations;

/// <summary>Which sealed entries a consultation's policy opens to the public.</summary>
public static class PublicationRule
{
    /// <summary>True where an entry of this kind is published.</summary>
    public static bool Allows(Publication publishes, string kind) => kind switch
    {
        VoteCast.Kind => publishes.HasFlag(Publication.Votes),
        StatementProposed.Kind => publishes.HasFlag(Publication.Statements),
        _ => false,
    };
}
