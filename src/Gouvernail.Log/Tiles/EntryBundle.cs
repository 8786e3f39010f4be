using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Gouvernail.Log.Tiles;

/// <summary>The bytes of 1 to 256 entries, each after its length in two bytes, big-endian (C2SP tlog-tiles).</summary>
public static class EntryBundle
{
    /// <summary>Bytes in the longest entry; larger bodies stand outside the log, named by their hash.</summary>
    public const int LongestEntry = 65_535;

    /// <summary>Bytes in the longest bundle.</summary>
    public const int LongestBundle = TilePath.FullWidth * (LongestEntry + 2);

    /// <summary>Writes entries as a bundle.</summary>
    /// <exception cref="ArgumentException">There are none, more than 256, or one is too long.</exception>
    public static byte[] Encode(IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (entries.Count is 0 or > TilePath.FullWidth || entries.Any(entry => entry.Length > LongestEntry))
        {
            throw new ArgumentException("A bundle has 1 to 256 entries of at most 65,535 bytes.", nameof(entries));
        }

        byte[] bundle = new byte[entries.Sum(entry => 2 + entry.Length)];
        Span<byte> rest = bundle;
        foreach (ReadOnlyMemory<byte> entry in entries)
        {
            BinaryPrimitives.WriteUInt16BigEndian(rest, (ushort)entry.Length);
            entry.Span.CopyTo(rest[2..]);
            rest = rest[(2 + entry.Length)..];
        }

        return bundle;
    }

    /// <summary>Reads a bundle of exactly <paramref name="width"/> entries, which are slices of it.</summary>
    /// <param name="bundle">The bytes.</param>
    /// <param name="width">1 to 256 entries, from the bundle's path.</param>
    /// <param name="entries">The entries, in order. Their truth is the business of their leaves' hashes.</param>
    /// <param name="problem">What is wrong.</param>
    public static bool TryDecode(
        ReadOnlyMemory<byte> bundle,
        int width,
        [NotNullWhen(true)] out IReadOnlyList<ReadOnlyMemory<byte>>? entries,
        [NotNullWhen(false)] out Problem? problem)
    {
        entries = null;
        problem = width is < 1 or > TilePath.FullWidth ? Problem.Malformed("A bundle has 1 to 256 entries.")
            : bundle.Length < 2 * width ? Problem.Malformed("The bundle ends before its last entry does.")
            : null;
        if (problem is not null)
        {
            return false;
        }

        var found = new ReadOnlyMemory<byte>[width];
        for (int i = 0; i < width; i++)
        {
            int length = bundle.Length < 2 ? int.MaxValue : BinaryPrimitives.ReadUInt16BigEndian(bundle.Span) + 2;
            if (length > bundle.Length)
            {
                problem = Problem.Malformed("The bundle ends before its last entry does.");
                return false;
            }

            found[i] = bundle[2..length];
            bundle = bundle[length..];
        }

        problem = bundle.IsEmpty ? null : Problem.Malformed("The bundle goes on after its last entry.");
        entries = bundle.IsEmpty ? found : null;
        return bundle.IsEmpty;
    }
}
