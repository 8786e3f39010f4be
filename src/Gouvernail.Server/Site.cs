namespace Gouvernail.Server;

/// <summary>What every page says of where it is.</summary>
/// <param name="Community">Whose it is.</param>
/// <param name="PublicUrl">The address that people type; null where nobody said.</param>
/// <param name="IsDemo">True where the people are made up.</param>
internal sealed record Site(Community Community, Uri? PublicUrl, bool IsDemo)
{
    /// <summary>What the community calls itself; may be empty.</summary>
    public string Name => Community.RoleBook.Community;

    /// <summary>The name of the software, the same in every language.</summary>
    public const string Software = "Gouvernail";

    /// <summary>An address that others can use: the public one, or the one by which this request came.</summary>
    public string AddressOf(HttpRequest request, string path) => PublicUrl is { } url
        ? new Uri(url, path).AbsoluteUri
        : $"{request.Scheme}://{request.Host.ToUriComponent()}{path}";
}
