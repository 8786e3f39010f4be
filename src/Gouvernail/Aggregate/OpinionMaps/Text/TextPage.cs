using System.Text;

namespace Gouvernail.Aggregate.OpinionMaps.Text;

/// <summary>Text for a terminal: wrapped by the width that characters take on screen.</summary>
internal sealed class TextPage(TextWriter writer)
{
    private const int Width = 88;
    private const string Indent = "   ";

    private bool _gap;

    /// <summary>The page's title, underlined.</summary>
    public void Title(string text)
    {
        int widest = 0;
        foreach (string line in Wrap(text, Width))
        {
            Put("", line);
            widest = Math.Max(widest, WidthOf(line));
        }

        Put("", new string('═', widest));
        _gap = true;
    }

    /// <summary>A section's heading.</summary>
    public void Heading(string text)
    {
        _gap = true;
        Put("", text);
        Put("", new string('─', WidthOf(text)));
    }

    /// <summary>Wrapped text between blank lines.</summary>
    public void Paragraph(string text)
    {
        Line(text);
        _gap = true;
    }

    /// <summary>Wrapped text.</summary>
    public void Line(string text) => Hang("", "", text);

    /// <summary>A list item: its mark, then wrapped text indented under it.</summary>
    public void Item(string mark, string text) => Hang(mark.PadLeft(Indent.Length - 1) + " ", Indent, text);

    /// <summary>Wrapped text under a list item.</summary>
    public void Under(string text) => Hang(Indent, Indent, text);

    /// <summary>Leaves a blank line before what follows.</summary>
    public void Gap() => _gap = true;

    private void Hang(string first, string next, string text)
    {
        string start = first;
        foreach (string line in Wrap(text, Width - next.Length))
        {
            Put(start, line);
            start = next;
        }
    }

    private void Put(string start, string line)
    {
        if (_gap)
        {
            writer.Write('\n');
            _gap = false;
        }

        writer.Write(start);
        writer.Write(line);
        writer.Write('\n');
    }

    // A line breaks at a space, or beside a wide character: Chinese, Japanese and Korean are written without spaces.
    private static IEnumerable<string> Wrap(string text, int width)
    {
        var line = new StringBuilder();
        int used = 0;
        int breakAt = -1;
        int breakUsed = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            int size = WidthOf(rune);
            if (used + size > width && line.Length > 0)
            {
                int cut = breakAt > 0 ? breakAt : line.Length;
                string rest = line.ToString(cut, line.Length - cut);
                yield return line.ToString(0, cut).TrimEnd(' ');
                line.Clear().Append(rest);
                used = breakAt > 0 ? used - breakUsed : 0;
                (breakAt, breakUsed) = (-1, 0);
            }

            line.Append(rune);
            used += size;
            if (rune.Value == ' ' || size == 2)
            {
                (breakAt, breakUsed) = (line.Length, used);
            }
        }

        yield return line.ToString().TrimEnd(' ');
    }

    private static int WidthOf(string text)
    {
        int width = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            width += WidthOf(rune);
        }

        return width;
    }

    // The East Asian wide blocks (Unicode Annex 11), whole: near enough to align and wrap.
    private static int WidthOf(Rune rune) => rune.Value switch
    {
        0x200C or 0x200D or (>= 0x0300 and <= 0x036F) or (>= 0xFE00 and <= 0xFE0F) => 0,
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
            or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60)
            or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD) => 2,
        _ => 1,
    };
}
