using System.Diagnostics.CodeAnalysis;
using System.Text;
using Gouvernail.Log.Notes;

namespace Gouvernail.Log;

/// <summary>
/// The head of a log at one size (C2SP tlog-checkpoint): three lines, and no extension lines, because nobody can audit
/// those.
/// </summary>
public sealed record Checkpoint
{
    /// <summary>Bytes of UTF-8 in the longest origin that is read.</summary>
    public const int LongestOrigin = 255;

    /// <summary>Makes a checkpoint.</summary>
    /// <param name="origin">The log's name, one line, not empty; its key bears the same.</param>
    /// <param name="size">How many entries the tree has, 0 or more.</param>
    /// <param name="root">The root of the tree.</param>
    /// <exception cref="ArgumentException">The origin may not be one, or the empty tree has another root.</exception>
    public Checkpoint(string origin, long size, Hash root)
    {
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        byte[] bytes = Encoding.UTF8.GetBytes(origin);
        if (bytes.Length is 0 or > LongestOrigin || origin.Contains('\n') || !TextLines.IsPlainUtf8(bytes))
        {
            throw new ArgumentException("An origin is one line of 1 to 255 bytes.", nameof(origin));
        }

        if (size == 0 && root != Hash.Empty)
        {
            throw new ArgumentException("The empty tree has one root only.", nameof(root));
        }

        Origin = origin;
        Size = size;
        Root = root;
    }

    /// <summary>The log's name.</summary>
    public string Origin { get; }

    /// <summary>How many entries the tree has.</summary>
    public long Size { get; }

    /// <summary>The root of the tree.</summary>
    public Hash Root { get; }

    /// <summary>
    /// Reads the text of a note. Nothing is known of its truth before the note's signatures are verified.
    /// </summary>
    public static bool TryParse(
        ReadOnlySpan<byte> text,
        [NotNullWhen(true)] out Checkpoint? checkpoint,
        [NotNullWhen(false)] out Problem? problem)
    {
        checkpoint = null;
        problem = Problem.Malformed("A checkpoint has three lines: origin, size, and root in base64.");
        var lines = new TextLines(text);
        if (!lines.TryNext(out ReadOnlySpan<byte> origin) || !lines.TryNext(out ReadOnlySpan<byte> digits)
            || !lines.TryNext(out ReadOnlySpan<byte> base64)
            || origin.Length is 0 or > LongestOrigin || !TextLines.IsPlainUtf8(origin)
            || !TextLines.TryNumber(digits, out long size)
            || !Hash.TryParse(base64, out Hash? root)
            || (size == 0 && root != Hash.Empty))
        {
            return false;
        }

        if (!lines.Rest.IsEmpty)
        {
            problem = new Problem(ProblemKind.Unsupported, "A checkpoint with extension lines is not taken.");
            return false;
        }

        checkpoint = new Checkpoint(Encoding.UTF8.GetString(origin), size, root.Value);
        problem = null;
        return true;
    }

    /// <summary>The text to sign: three lines, each with its newline.</summary>
    public byte[] ToBytes() => TextLines.Utf8($"{Origin}\n{TextLines.Decimal(Size)}\n{Root}\n");

    /// <summary>The checkpoint signed by its log.</summary>
    /// <exception cref="ArgumentException">The key bears another name than the log.</exception>
    public SignedNote Sign(SignerKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Verifier.Name != Origin)
        {
            throw new ArgumentException("A log's key bears the name of its origin.", nameof(key));
        }

        byte[] text = ToBytes();
        return new SignedNote(text, [key.Sign(text)]);
    }
}
