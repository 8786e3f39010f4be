using System.Text;

namespace Gouvernail.Tests.House;

/// <summary>
/// C# source with its comments and literals blanked, lines kept, so that a search finds only code. Code in the holes of
/// interpolated strings is code and stays.
/// </summary>
internal sealed class CSharpText
{
    private readonly string _text;
    private readonly StringBuilder _code;
    private int _at;

    private CSharpText(string text)
    {
        _text = text;
        _code = new StringBuilder(text.Length);
    }

    public static string CodeOf(string text)
    {
        var reader = new CSharpText(text);
        while (reader._at < text.Length)
        {
            reader.Code(closing: 0);
            reader.Keep();
        }

        return reader._code.ToString();
    }

    /// <summary>Reads code up to the end, or to <paramref name="closing"/> braces closing what stands before.</summary>
    private void Code(int closing)
    {
        int depth = 0;
        while (_at < _text.Length)
        {
            if (closing > 0 && depth == 0 && Run('}') >= closing)
            {
                return;
            }

            depth += Here('{') ? 1 : Here('}') ? -1 : 0;
            if (Here("//"))
            {
                BlankUntil(() => Here('\n'));
            }
            else if (Here("/*"))
            {
                BlankUntil(() => Here("*/"));
                Blank(2);
            }
            else if (Here('\''))
            {
                Literal('\'', escapes: true, holes: 0);
            }
            else if (!Quoted())
            {
                Keep();
            }
        }
    }

    /// <summary>Reads a string literal, of whichever of the five kinds, if one begins here.</summary>
    private bool Quoted()
    {
        int prefix = 0;
        int dollars = 0;
        bool verbatim = false;
        while (_at + prefix < _text.Length && _text[_at + prefix] is '$' or '@')
        {
            dollars += _text[_at + prefix] == '$' ? 1 : 0;
            verbatim |= _text[_at + prefix] == '@';
            prefix++;
        }

        if (_at + prefix >= _text.Length || _text[_at + prefix] != '"')
        {
            return false;
        }

        Blank(prefix);
        int quotes = Run('"');
        if (quotes >= 3 && !verbatim)
        {
            Raw(quotes, dollars);
        }
        else
        {
            Literal('"', escapes: !verbatim, holes: dollars);
        }

        return true;
    }

    private void Literal(char quote, bool escapes, int holes)
    {
        Blank(1);
        while (_at < _text.Length)
        {
            if (Here(quote))
            {
                bool doubled = !escapes && Run(quote) >= 2;
                Blank(doubled ? 2 : 1);
                if (!doubled)
                {
                    return;
                }
            }
            else if (holes > 0 && Here('{') && Run('{') % 2 == 1)
            {
                Blank(Run('{'));
                Code(closing: 1);
                Blank(1);
            }
            else if (escapes && Here('\n'))
            {
                // Not a literal after all: an apostrophe in a directive.
                return;
            }
            else
            {
                Blank(escapes && Here('\\') ? 2 : Math.Max(1, holes > 0 ? Run('{') : 1));
            }
        }
    }

    private void Raw(int quotes, int dollars)
    {
        Blank(quotes);
        while (_at < _text.Length && Run('"') < quotes)
        {
            if (dollars > 0 && Run('{') >= dollars)
            {
                Blank(Run('{'));
                Code(closing: dollars);
                Blank(dollars);
            }
            else
            {
                Blank(Math.Max(1, Run('"')));
            }
        }

        Blank(Run('"'));
    }

    private bool Here(char sign) => _at < _text.Length && _text[_at] == sign;

    private bool Here(string signs) => string.CompareOrdinal(_text, _at, signs, 0, signs.Length) == 0;

    private int Run(char sign)
    {
        int end = _at;
        while (end < _text.Length && _text[end] == sign)
        {
            end++;
        }

        return end - _at;
    }

    private void Keep()
    {
        if (_at < _text.Length)
        {
            _code.Append(_text[_at++]);
        }
    }

    private void Blank(int signs)
    {
        for (int end = Math.Min(_at + signs, _text.Length); _at < end; _at++)
        {
            _code.Append(_text[_at] == '\n' ? '\n' : ' ');
        }
    }

    private void BlankUntil(Func<bool> end)
    {
        Blank(2);
        while (_at < _text.Length && !end())
        {
            Blank(1);
        }
    }
}
