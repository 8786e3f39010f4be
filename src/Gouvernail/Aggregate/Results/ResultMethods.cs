using System.Diagnostics.CodeAnalysis;

namespace Gouvernail.Aggregate.Results;

/// <summary>Every method and version whose results can be published or checked. Versions are added,
/// never removed.</summary>
public static class ResultMethods
{
    private static readonly IResultMethod[] _all = [new OpinionMapResult(), new PolisResult()];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<IResultMethod> All => _all;

    /// <summary>Name and version, as <c>opinion-map/1</c>.</summary>
    public static string Label(this IResultMethod method)
    {
        ArgumentNullException.ThrowIfNull(method);
        return $"{method.Name}/{method.Version}";
    }

    /// <summary>Finds one by name and version.</summary>
    public static bool TryGet(string name, string version, [NotNullWhen(true)] out IResultMethod? method)
    {
        method = Array.Find(_all, m => m.Name == name && m.Version == version);
        return method is not null;
    }

    /// <summary>Finds one by its label.</summary>
    public static bool TryGet(string label, [NotNullWhen(true)] out IResultMethod? method)
    {
        method = Array.Find(_all, m => m.Label() == label);
        return method is not null;
    }
}
