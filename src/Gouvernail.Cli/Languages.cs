namespace Gouvernail.Cli;

/// <summary>Which language to speak.</summary>
internal static class Languages
{
    private static readonly string[] _variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>French where the first of the three variables that is set begins with "fr"; else English.</summary>
    public static Language OfEnvironment(Func<string, string?> variable)
    {
        foreach (string name in _variables)
        {
            if (variable(name) is { Length: > 0 } value)
            {
                return value.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? Language.French : Language.English;
            }
        }

        return Language.English;
    }

    /// <summary>The language that <c>--lang</c> names; null for anything else.</summary>
    public static Language? Parse(string? text) => text switch
    {
        "fr" => Language.French,
        "en" => Language.English,
        _ => null,
    };
}
