namespace Gouvernail;

/// <summary>Languages by their codes, "en" and "fr".</summary>
public static class LanguageCodes
{
    private static readonly string[] _variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>The language that a code names; null for anything else.</summary>
    public static Language? Parse(string? code) => code switch
    {
        "fr" => Language.French,
        "en" => Language.English,
        _ => null,
    };

    /// <summary>The code of a language, as <c>lang</c> attributes have it.</summary>
    public static string Code(this Language language) => language == Language.French ? "fr" : "en";

    /// <summary>French where the first of the three variables that is set begins with "fr"; else English.</summary>
    /// <param name="variable">Environment variables by name; null or empty where one is not set.</param>
    public static Language OfEnvironment(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        string? value = _variables.Select(variable).FirstOrDefault(text => !string.IsNullOrEmpty(text));
        return value?.StartsWith("fr", StringComparison.OrdinalIgnoreCase) == true ? Language.French : Language.English;
    }
}
