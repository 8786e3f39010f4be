using Gouvernail.Journals;

namespace Gouvernail.Contest.Petitions;

/// <summary>
/// The event of a signature taken back: from then on its pseudonym has not signed. Public, and with nothing in it.
/// </summary>
public static class PetitionSignatureWithdrawn
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "petition-signature-withdrawn";

    /// <summary>The event for the log.</summary>
    public static Draft ToDraft(string petition, string pseudonym) => new(Kind)
    {
        Consultation = petition,
        Pseudonym = pseudonym,
        Body = CanonicalObject.Of(_ => { }),
    };
}
