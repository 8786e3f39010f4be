using System.Diagnostics.CodeAnalysis;

namespace Gouvernail.Log.Notes;

/// <summary>
/// A text and signatures over it (C2SP signed-note): the text, an empty line, one line per signature. Signatures by
/// unknown keys are kept as they came and count for nothing.
/// </summary>
public sealed class SignedNote
{
    /// <summary>Bytes in the largest note that is read.</summary>
    public const int MostBytes = 1_000_000;

    /// <summary>Signatures in the largest note that is read.</summary>
    public const int MostSignatures = 100;

    private readonly byte[] _text;

    /// <summary>Puts a text and its signatures together.</summary>
    /// <param name="text">Valid UTF-8 without control characters, ending in a newline.</param>
    /// <param name="signatures">At least one.</param>
    /// <exception cref="ArgumentException">The text is no note's, or signatures are none or too many.</exception>
    public SignedNote(ReadOnlySpan<byte> text, IReadOnlyList<NoteSignature> signatures)
    {
        ArgumentNullException.ThrowIfNull(signatures);
        if (!IsText(text))
        {
            throw new ArgumentException("A note's text is UTF-8 without controls, ending in a newline.", nameof(text));
        }

        if (signatures.Count is 0 or > MostSignatures)
        {
            throw new ArgumentException($"A note has 1 to {MostSignatures} signatures.", nameof(signatures));
        }

        _text = text.ToArray();
        Signatures = [.. signatures];
    }

    /// <summary>The text, its last newline included. Worth nothing until a signature is verified.</summary>
    public ReadOnlySpan<byte> Text => _text;

    /// <summary>All signatures, in the order of the note, unknown ones included.</summary>
    public IReadOnlyList<NoteSignature> Signatures { get; }

    /// <summary>Reads a note.</summary>
    public static bool TryParse(
        ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out SignedNote? note, [NotNullWhen(false)] out Problem? problem)
    {
        note = null;
        int cut = bytes.Length > MostBytes ? -1 : bytes.LastIndexOf("\n\n"u8);
        problem = bytes.Length > MostBytes ? Problem.TooLarge("A note has at most 1,000,000 bytes.")
            : cut < 0 ? Problem.Malformed("A note has an empty line between its text and its signatures.")
            : !IsText(bytes[..(cut + 1)]) ? Problem.Malformed("A note's text is UTF-8 without control characters.")
            : null;
        if (problem is not null || !TryLines(bytes[(cut + 2)..], out List<NoteSignature>? signatures, out problem))
        {
            return false;
        }

        note = new SignedNote(bytes[..(cut + 1)], signatures);
        return true;
    }

    /// <summary>The same note with more signatures after its own.</summary>
    /// <exception cref="ArgumentException">They are too many.</exception>
    public SignedNote With(params IReadOnlyList<NoteSignature> more) => new(_text, [.. Signatures, .. more]);

    /// <summary>
    /// The signatures by known keys, all of which hold. A second signature by the same key is passed over. One by a
    /// known key that does not hold makes the whole note refused, and so does the lack of any.
    /// </summary>
    /// <param name="known">The keys that the reader trusts.</param>
    /// <param name="verified">What was verified, in the order of the note.</param>
    /// <param name="problem">What is wrong.</param>
    public bool TryVerify(
        IReadOnlyCollection<VerifierKey> known,
        [NotNullWhen(true)] out IReadOnlyList<VerifiedSignature>? verified,
        [NotNullWhen(false)] out Problem? problem)
    {
        ArgumentNullException.ThrowIfNull(known);
        verified = null;
        var found = new List<VerifiedSignature>();
        foreach (NoteSignature signature in Signatures)
        {
            VerifierKey? key = known.FirstOrDefault(k => k.Id == signature.KeyId && k.Name == signature.Name);
            if (key is null || found.Exists(earlier => earlier.Key.Equals(key)))
            {
                continue;
            }

            if (!key.Verify(_text, signature.Signature, out long? time))
            {
                problem = new Problem(ProblemKind.BadSignature, "A signature by a known key does not hold.");
                return false;
            }

            found.Add(new VerifiedSignature(key, signature, TimeOf(time)));
        }

        verified = found.Count > 0 ? found : null;
        problem = found.Count > 0 ? null : new Problem(ProblemKind.UnknownKey, "No known key has signed.");
        return found.Count > 0;
    }

    /// <summary>The note's bytes.</summary>
    public byte[] ToBytes() => [.. _text, (byte)'\n', .. Lines(Signatures)];

    /// <summary>Signature lines by themselves, as witnesses answer them.</summary>
    internal static byte[] Lines(IEnumerable<NoteSignature> signatures) =>
        TextLines.Utf8(string.Concat(signatures.Select(signature => signature + "\n")));

    internal static bool TryLines(
        ReadOnlySpan<byte> bytes,
        [NotNullWhen(true)] out List<NoteSignature>? signatures,
        [NotNullWhen(false)] out Problem? problem)
    {
        signatures = null;
        problem = null;
        var found = new List<NoteSignature>();
        var lines = new TextLines(bytes);
        while (lines.TryNext(out ReadOnlySpan<byte> line))
        {
            if (found.Count == MostSignatures)
            {
                problem = Problem.TooLarge("A note has at most 100 signatures.");
                return false;
            }

            if (!NoteSignature.TryParse(line, out NoteSignature? signature))
            {
                problem = Problem.Malformed("A signature line reads: em dash, space, name, space, base64.");
                return false;
            }

            found.Add(signature);
        }

        problem = found.Count == 0 || !lines.Rest.IsEmpty
            ? Problem.Malformed("A note ends with one or more signature lines, each with its newline.")
            : null;
        signatures = problem is null ? found : null;
        return problem is null;
    }

    private static bool IsText(ReadOnlySpan<byte> text) =>
        text.Length <= MostBytes && text.EndsWith((byte)'\n') && TextLines.IsPlainUtf8(text);

    // Times past the year 9999 are in the format and not in .NET; they are later than any reader.
    private static DateTimeOffset? TimeOf(long? seconds) => seconds is not { } time ? null
        : time > DateTimeOffset.MaxValue.ToUnixTimeSeconds() ? DateTimeOffset.MaxValue
        : DateTimeOffset.FromUnixTimeSeconds(time);
}
