using System.Collections.Frozen;

namespace Gouvernail.Verify.Register.Formats;

/// <summary>
/// Identifiers of the SPDX licence list (https://spdx.org/licenses/) that models and data often bear. Another licence
/// is written by its name, which every reader takes.
/// </summary>
internal static class SpdxIds
{
    private static readonly FrozenSet<string> _ids = new[]
    {
        "AGPL-3.0-only", "AGPL-3.0-or-later", "Apache-2.0", "Artistic-2.0", "BSD-2-Clause", "BSD-3-Clause",
        "BSL-1.0", "CC-BY-4.0", "CC-BY-NC-4.0", "CC-BY-NC-ND-4.0", "CC-BY-NC-SA-4.0", "CC-BY-ND-4.0", "CC-BY-SA-4.0",
        "CC0-1.0", "CECILL-2.1", "ECL-2.0", "EPL-2.0", "EUPL-1.1", "EUPL-1.2", "GPL-2.0-only", "GPL-2.0-or-later",
        "GPL-3.0-only", "GPL-3.0-or-later", "ISC", "LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only",
        "LGPL-3.0-or-later", "MIT", "MPL-2.0", "ODbL-1.0", "ODC-By-1.0", "OGL-UK-3.0", "PDDL-1.0", "Unlicense",
        "Zlib", "etalab-2.0",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Has(string text) => _ids.Contains(text);

    /// <summary>The identifier that another spelling in lower case stands for; null where none is known.</summary>
    public static string? OfLowerCase(string text) =>
        _ids.FirstOrDefault(id => id.Equals(text, StringComparison.OrdinalIgnoreCase));
}
