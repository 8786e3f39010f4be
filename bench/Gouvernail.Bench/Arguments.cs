using System.Globalization;

namespace Gouvernail.Bench;

/// <summary>What was asked for on the command line: words, then options with a value or without.</summary>
internal sealed class Arguments(string[] all)
{
    /// <summary>The word at a place; empty where there is none.</summary>
    public string Word(int place) => place < all.Length && !IsOption(all[place]) ? all[place] : "";

    public bool Has(string option) => all.Contains(option);

    public string? Text(string option) =>
        Array.IndexOf(all, option) is >= 0 and int at && at + 1 < all.Length ? all[at + 1] : null;

    public int Whole(string option, int usual) =>
        Text(option) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;

    private static bool IsOption(string word) => word.StartsWith("--", StringComparison.Ordinal);
}
