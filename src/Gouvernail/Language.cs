namespace Gouvernail;

/// <summary>The languages that every page and report speaks.</summary>
public enum Language
{
    /// <summary>English.</summary>
    English,

    /// <summary>Français.</summary>
    French,
}
