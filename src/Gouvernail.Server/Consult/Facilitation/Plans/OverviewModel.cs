using Gouvernail.Consult.Live;

namespace Gouvernail.Server.Consult.Facilitation.Plans;

/// <summary>A consultation at a glance, and what can be done next.</summary>
/// <param name="Bench">The consultation.</param>
/// <param name="View">It, apart from its votes.</param>
/// <param name="People">How many have voted.</param>
/// <param name="Votes">How many votes stand.</param>
/// <param name="Shown">How many statements participants see.</param>
/// <param name="Link">The address to share.</param>
public sealed record OverviewModel(
    Bench Bench, ConsultationView View, int People, int Votes, int Shown, string Link)
{
    /// <summary>
    /// The key of sites that vouch for their members, in hexadecimal; null where none shows it, or the reader may not
    /// know it.
    /// </summary>
    public string? HostKey { get; init; }

    /// <summary>What such a site puts into its page.</summary>
    public string FrameCode { get; init; } = "";

    /// <summary>The reason that was typed and refused.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The stage that was asked for and refused, in the word of its button.</summary>
    public string Asked { get; init; } = "";
}
