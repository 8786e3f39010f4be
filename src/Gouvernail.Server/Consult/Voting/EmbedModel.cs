namespace Gouvernail.Server.Consult.Voting;

/// <summary>A consultation in a frame, to somebody for whom the site did not vouch.</summary>
/// <param name="Here">Where the page is.</param>
/// <param name="Organiser">Who asks; may be empty.</param>
/// <param name="CanTakePart">True where anybody may take part, outside of the frame.</param>
public sealed record EmbedModel(Here Here, string Organiser, bool CanTakePart)
{
    /// <summary>True where the site's word for its member is void or has expired.</summary>
    public bool IsWrong { get; init; }
}
