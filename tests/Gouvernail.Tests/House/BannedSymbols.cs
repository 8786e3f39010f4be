using System.Reflection;
using System.Xml.Linq;

namespace Gouvernail.Tests.House;

/// <summary>
/// The list of calls that the build refuses. The analyzer says nothing of a line that names no existing member, so each
/// line is looked up here as the compiler would write it (the ids of documentation comments).
/// </summary>
internal static class BannedSymbols
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    public static IEnumerable<(string Id, string Reason)> Entries(string list) =>
        from line in list.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        where !line.StartsWith("//", StringComparison.Ordinal)
        let parts = line.Split(';', 2)
        select (parts[0], parts.Length == 2 ? parts[1] : "");

    /// <summary>Whether .NET has the member that the id names.</summary>
    public static bool Exists(string id)
    {
        string name = id[2..].Split('(')[0];
        return id[0] switch
        {
            'T' => TypeOf(name) is not null,
            'P' => TypeOf(Before(name))?.GetProperty(After(name), Everything) is not null,
            'F' => TypeOf(Before(name))?.GetField(After(name), Everything) is not null,
            'M' => TypeOf(Before(name)) is { } type
                && type.GetMethods(Everything).Concat<MethodBase>(type.GetConstructors(Everything))
                    .Any(method => IdOf(type, method) == id),
            _ => false,
        };
    }

    /// <summary>What would let a banned call pass: no analyzer, no list, warnings that stay warnings.</summary>
    public static IEnumerable<string> BuildFaults(string props)
    {
        XElement[] elements = [.. XDocument.Parse(props).Descendants()];
        if (!elements.Any(e => (string?)e.Attribute("Include") == "Microsoft.CodeAnalysis.BannedApiAnalyzers"))
        {
            yield return "The analyzer of banned calls is not referenced.";
        }

        if (!elements.Any(e => e.Name.LocalName == "AdditionalFiles"
            && ((string?)e.Attribute("Include"))?.EndsWith("BannedSymbols.txt", StringComparison.Ordinal) == true))
        {
            yield return "The analyzer is not given BannedSymbols.txt.";
        }

        if (!elements.Any(e => e.Name.LocalName == "TreatWarningsAsErrors" && e.Value == "true"))
        {
            yield return "Warnings are not errors.";
        }
    }

    private static Type? TypeOf(string name) =>
        AppDomain.CurrentDomain.GetAssemblies()
            .Append(Assembly.Load("System.Linq.Parallel"))
            .Append(Assembly.Load("System.Linq"))
            .Select(assembly => assembly.GetType(name))
            .FirstOrDefault(type => type is not null);

    private static string IdOf(Type type, MethodBase method)
    {
        string arity = method.IsGenericMethodDefinition ? "``" + method.GetGenericArguments().Length : "";
        string parameters = string.Join(',', method.GetParameters().Select(p => NameOf(p.ParameterType)));
        string name = method.IsConstructor ? "#ctor" : method.Name;
        return $"M:{type.FullName}.{name}{arity}{(parameters.Length == 0 ? "" : $"({parameters})")}";
    }

    private static string NameOf(Type type)
    {
        if (type.IsGenericParameter)
        {
            return (type.IsGenericMethodParameter ? "``" : "`") + type.GenericParameterPosition;
        }

        if (type.IsArray)
        {
            return NameOf(type.GetElementType()!) + "[]";
        }

        string name = $"{type.Namespace}.{type.Name}";
        return type.IsGenericType
            ? $"{name.Split('`')[0]}{{{string.Join(',', type.GetGenericArguments().Select(NameOf))}}}"
            : name;
    }

    private static string Before(string name) => name[..Cut(name)];

    private static string After(string name) => name[(Cut(name) + 1)..];

    private static int Cut(string name) => name.LastIndexOf('.');
}
