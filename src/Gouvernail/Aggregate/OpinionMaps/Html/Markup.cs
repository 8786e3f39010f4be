using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using Gouvernail.Choice;

namespace Gouvernail.Aggregate.OpinionMaps.Html;

/// <summary>
/// Writes markup from interpolated strings: what stands in the string is markup, what comes through a hole is text and
/// is escaped. Nothing a person wrote can become a tag or an attribute.
/// </summary>
internal sealed class Markup(TextWriter writer)
{
    /// <summary>Writes one piece of markup and a line feed.</summary>
    public void Line([InterpolatedStringHandlerArgument("")] ref Piece piece)
    {
        _ = piece;
        writer.Write('\n');
    }

    /// <summary>Writes one piece of markup.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "The piece writes through this page.")]
    public void Write([InterpolatedStringHandlerArgument("")] ref Piece piece) => _ = piece;

    /// <summary>Writes markup that this project wrote.</summary>
    public void Trusted(string markup) => writer.Write(markup);

    private void Escape(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny("&<>\"'") is var at and >= 0)
        {
            writer.Write(text[..at]);
            writer.Write(text[at] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                _ => "&#39;",
            });
            text = text[(at + 1)..];
        }

        writer.Write(text);
    }

    private void Write(ReadOnlySpan<char> markup) => writer.Write(markup);

    /// <summary>An interpolated string, written as it is read.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Piece
    {
        private readonly Markup _markup;

        public Piece(int literalLength, int formattedCount, Markup markup)
        {
            _ = literalLength + formattedCount;
            _markup = markup;
        }

        public void AppendLiteral(string markup) => _markup.Write(markup);

        public void AppendFormatted(string text) => _markup.Escape(text);

        public void AppendFormatted(int number) => _markup.Write(number.ToString(CultureInfo.InvariantCulture));

        public void AppendFormatted(double number) =>
            _markup.Write(Published.Round(number).ToString("0.##", CultureInfo.InvariantCulture));
    }
}
