using System.Diagnostics.CodeAnalysis;

namespace Gouvernail.Log;

/// <summary>
/// A proof as receipts and witnesses write it: one hash a line in base64, at most 63, then an empty line.
/// </summary>
internal static class HashLines
{
    public const int Most = 63;

    public static string Write(IEnumerable<Hash> hashes) => string.Concat(hashes.Select(hash => hash + "\n"));

    public static bool TryRead(
        ref TextLines lines, [NotNullWhen(true)] out List<Hash>? hashes, [NotNullWhen(false)] out Problem? problem)
    {
        hashes = [];
        problem = null;
        while (lines.TryNext(out ReadOnlySpan<byte> line))
        {
            if (line.IsEmpty)
            {
                return true;
            }

            if (hashes.Count == Most)
            {
                problem = Problem.TooLarge("A proof has at most 63 hashes.");
                break;
            }

            if (!Hash.TryParse(line, out Hash? hash))
            {
                problem = Problem.Malformed("A line of a proof is the base64 of 32 bytes.");
                break;
            }

            hashes.Add(hash.Value);
        }

        problem ??= Problem.Malformed("A proof ends with an empty line.");
        hashes = null;
        return false;
    }
}
