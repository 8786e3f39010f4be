using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Live;

namespace Gouvernail.Server.Consult.Facilitation;

/// <summary>
/// The way from an empty community to its first open consultation, in five steps. Nothing is kept of it: what is done
/// shows in the log.
/// </summary>
/// <param name="IsNamed">True where the community has a name.</param>
/// <param name="Draft">The consultation being prepared; null where there is none.</param>
/// <param name="HasStatements">True where it has statements to begin with.</param>
public sealed record Guide(bool IsNamed, string? Draft, bool HasStatements)
{
    /// <summary>How many steps there are.</summary>
    public const int Steps = 5;

    /// <summary>The guide of a community; null where a consultation has opened already.</summary>
    public static Guide? Of(Community community)
    {
        ArgumentNullException.ThrowIfNull(community);
        IReadOnlyList<LiveConsultation> all = community.Live.All;
        if (all.Any(one => one.View().Stage != Stage.Draft))
        {
            return null;
        }

        LiveConsultation? draft = all.Count > 0 ? all[^1] : null;
        return new Guide(community.RoleBook.Community.Length > 0, draft?.Id, draft?.View().Statements.Count > 0);
    }

    /// <summary>The first step that is not done, from 1.</summary>
    public int Next => !IsNamed ? 1 : Draft is null ? 2 : !HasStatements ? 3 : 4;

    /// <summary>True where a step is done.</summary>
    public bool IsDone(int step) => step switch
    {
        1 => IsNamed,
        2 => Draft is not null,
        3 => HasStatements,
        _ => false,
    };

    /// <summary>Where a step is done; null where another comes first.</summary>
    public string? PathOf(int step) => (step, Draft) switch
    {
        (1, _) => "/facilitate/name",
        (2, null) => "/facilitate/new",
        (2, _) => $"/facilitate/{Draft}/edit?part=question",
        (_, null) => null,
        (3, _) => $"/facilitate/{Draft}/statements",
        (4, _) => $"/facilitate/{Draft}/edit?part=admits",
        _ => $"/facilitate/{Draft}",
    };
}
