using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Gouvernail.Log.Tiles;

/// <summary>
/// Where a tile or an entry bundle stands (C2SP tlog-tiles): <c>tile/&lt;L&gt;/&lt;N&gt;[.p/&lt;W&gt;]</c> or
/// <c>tile/entries/&lt;N&gt;[.p/&lt;W&gt;]</c>, N in groups of three digits, all but the last after an <c>x</c>.
/// </summary>
public readonly record struct TilePath
{
    /// <summary>The <see cref="Level"/> of entry bundles.</summary>
    public const int EntriesLevel = -1;

    /// <summary>The highest level that a tree of 2⁶³ − 1 entries has.</summary>
    public const int TopLevel = 7;

    /// <summary>Hashes in a full tile, entries in a full bundle.</summary>
    public const int FullWidth = 256;

    private const int LongestText = 64;

    /// <summary>Names a tile.</summary>
    /// <param name="level">0 (leaves) to <see cref="TopLevel"/>, or <see cref="EntriesLevel"/>.</param>
    /// <param name="index">The tile's position in its level, from 0.</param>
    /// <param name="width">1 to 256 hashes or entries; 256 is a full tile.</param>
    /// <exception cref="ArgumentOutOfRangeException">No tree has such a tile.</exception>
    public TilePath(int level, long index, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, EntriesLevel);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, TopLevel);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, MostIndex(level));
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, FullWidth);
        Level = level;
        Index = index;
        Width = width;
    }

    /// <summary>0 (leaves) to <see cref="TopLevel"/>, or <see cref="EntriesLevel"/>.</summary>
    public int Level { get; }

    /// <summary>The tile's position in its level, from 0.</summary>
    public long Index { get; }

    /// <summary>1 to 256 hashes or entries.</summary>
    public int Width { get; }

    /// <summary>Whether the tile will grow no more.</summary>
    public bool IsFull => Width == FullWidth;

    /// <summary>Reads a path; only the one spelling of each tile is read.</summary>
    public static bool TryParse(
        string? text, [NotNullWhen(true)] out TilePath? path, [NotNullWhen(false)] out Problem? problem)
    {
        path = null;
        problem = text is null || text.Length > LongestText
            ? Problem.TooLarge("A tile's path has at most 64 signs.")
            : null;
        if (problem is not null)
        {
            return false;
        }

        string[] parts = text!.Split('/');
        bool isPartial = parts.Length > 3 && parts[^2].EndsWith(".p", StringComparison.Ordinal);
        int last = isPartial ? parts.Length - 2 : parts.Length - 1;
        int width = FullWidth;
        if (last >= 2 && parts[0] == "tile"
            && TryLevel(parts[1], out int level)
            && (!isPartial || TryDigits(parts[^1], out width))
            && width is >= 1 and <= FullWidth
            && TryIndex(parts.AsSpan(2, last - 1), isPartial, out long index)
            && index <= MostIndex(level)
            && new TilePath(level, index, width) is var found
            && found.ToString() == text)
        {
            path = found;
            return true;
        }

        problem = Problem.Malformed("A tile's path reads tile/<level or entries>/<index>, .p/<width> when partial.");
        return false;
    }

    /// <summary>The path, as in <c>tile/1/x001/x234/067.p/17</c>.</summary>
    public override string ToString()
    {
        string level = Level == EntriesLevel ? "entries" : Level.ToString(CultureInfo.InvariantCulture);
        string index = (Index % 1000).ToString("D3", CultureInfo.InvariantCulture);
        for (long rest = Index / 1000; rest > 0; rest /= 1000)
        {
            index = "x" + (rest % 1000).ToString("D3", CultureInfo.InvariantCulture) + "/" + index;
        }

        return IsFull ? $"tile/{level}/{index}" : $"tile/{level}/{index}.p/{TextLines.Decimal(Width)}";
    }

    private static long MostIndex(int level) => long.MaxValue >> (8 * (Math.Max(level, 0) + 1));

    private static bool TryLevel(string text, out int level)
    {
        level = EntriesLevel;
        return text == "entries" || (TryDigits(text, out level) && level <= TopLevel);
    }

    private static bool TryDigits(string text, out int number)
    {
        number = 0;
        return text.Length is >= 1 and <= 3
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private static bool TryIndex(ReadOnlySpan<string> groups, bool isPartial, out long index)
    {
        index = 0;
        if (groups.Length > 6)
        {
            return false;
        }

        for (int i = 0; i < groups.Length; i++)
        {
            bool isLast = i == groups.Length - 1;
            string digits = isLast ? groups[i][..^(isPartial ? 2 : 0)] : groups[i].TrimStart('x');
            if (digits.Length != 3 || !TryDigits(digits, out int three))
            {
                return false;
            }

            index = (index * 1000) + three;
        }

        return true;
    }
}
