using System.Reflection;
using System.Xml.Linq;

namespace Gouvernail.Tests.House;

/// <summary>Which project may reference which, and who may lean on packages.</summary>
internal static class Projects
{
    private static readonly Dictionary<string, string[]> _allowed = new(StringComparer.Ordinal)
    {
        ["Gouvernail.Log"] = [],
        ["Gouvernail.Choice"] = [],
        ["Gouvernail"] = ["Gouvernail.Log", "Gouvernail.Choice"],
        ["Gouvernail.Server"] = ["Gouvernail"],
        ["Gouvernail.Cli"] = ["Gouvernail"],
    };

    /// <summary>Packages that a project leans on in what it compiles.</summary>
    private static readonly Dictionary<string, string[]> _packages = new(StringComparer.Ordinal)
    {
        ["Gouvernail"] = ["Microsoft.Data.Sqlite", "SQLitePCLRaw.core", "YamlDotNet"],
        ["Gouvernail.Server"] =
        [
            "Microsoft.AspNetCore.OpenApi", "OpenTelemetry", "OpenTelemetry.Exporter.OpenTelemetryProtocol", "QRCoder",
        ],
    };

    private static readonly string[] _alone = ["Gouvernail.Log", "Gouvernail.Choice"];

    /// <summary>The faults of the project files under <c>src</c>.</summary>
    public static IEnumerable<string> Faults(IEnumerable<RepositoryFile> projects)
    {
        foreach (RepositoryFile file in projects)
        {
            string name = Path.GetFileNameWithoutExtension(file.Name);
            if (!_allowed.TryGetValue(name, out string[]? allowed))
            {
                yield return $"{file.Path}: the house has no project {name}.";
                continue;
            }

            if (file.Folder != "src/" + name)
            {
                yield return $"{file.Path}: {name} lives in src/{name}.";
            }

            XDocument project = XDocument.Parse(file.Text);
            foreach (string reference in Includes(project, "ProjectReference"))
            {
                string other = Path.GetFileNameWithoutExtension(reference.Replace('\\', '/'));
                if (!allowed.Contains(other))
                {
                    yield return $"{file.Path}: {name} may not reference {other}.";
                }
            }

            foreach (string kind in (string[])["PackageReference", "Reference", "FrameworkReference"])
            {
                foreach (string package in Includes(project, kind).Where(_ => _alone.Contains(name)))
                {
                    yield return $"{file.Path}: {name} depends on nothing, not on {package}.";
                }
            }
        }
    }

    /// <summary>The faults of a compiled project: what it references beyond .NET and its allowed neighbours.</summary>
    public static IEnumerable<string> Faults(string project, IEnumerable<AssemblyName> references) =>
        references
            .Select(reference => reference.Name ?? "")
            .Where(name => name is not ("System" or "mscorlib" or "netstandard"))
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && !_allowed[project].Contains(name))
            .Where(name => !_packages.GetValueOrDefault(project, []).Contains(name))
            .Select(name => $"{project} may not use {name}.");

    private static IEnumerable<string> Includes(XDocument project, string kind) =>
        project.Descendants().Where(e => e.Name.LocalName == kind)
            .Select(e => (string?)e.Attribute("Include")).OfType<string>();
}
