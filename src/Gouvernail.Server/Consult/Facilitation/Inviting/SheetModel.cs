using Gouvernail.Consult.Invitations;

namespace Gouvernail.Server.Consult.Facilitation.Inviting;

/// <summary>Invitations to print and cut out.</summary>
/// <param name="Bench">The consultation.</param>
/// <param name="Batch">The invitations.</param>
/// <param name="Community">What the community calls itself; may be empty.</param>
/// <param name="Organiser">Who asks; may be empty.</param>
/// <param name="Cards">Those of this page.</param>
/// <param name="Page">The page, from 1.</param>
public sealed record SheetModel(
    Bench Bench,
    InvitationsIssued Batch,
    string Community,
    string Organiser,
    IReadOnlyList<SheetCard> Cards,
    int Page)
{
    /// <summary>Cards on a page of the site: twelve sheets of paper.</summary>
    public const int PageSize = 120;
}

/// <summary>An invitation to print.</summary>
/// <param name="Serial">Its serial number.</param>
/// <param name="Code">Its code.</param>
/// <param name="Link">Its address.</param>
/// <param name="Identifier">Whose it is; empty for nobody's.</param>
public sealed record SheetCard(int Serial, string Code, string Link, string Identifier);
