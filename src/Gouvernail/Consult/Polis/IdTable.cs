using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;

namespace Gouvernail.Consult.Polis;

/// <summary>Ids in order of first appearance, found by their bytes without making a text per look-up.</summary>
internal sealed class IdTable
{
    /// <summary>What an id must be, for problems.</summary>
    public static readonly Wording Rule = new(
        "an id: 1 to 256 bytes without control characters",
        "un identifiant\u00a0: de 1 à 256 octets, sans caractère de contrôle");

    // Numbers below this are looked up in a plain array: 16 MiB at most.
    private const int DirectBelow = 1 << 22;
    private const int DirectDigits = 7;

    private readonly List<string> _ids = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<byte>> _indexOf =
        new Dictionary<string, int>(new ByUtf8()).GetAlternateLookup<ReadOnlySpan<byte>>();

    // Index + 1 of the id that is this number written in decimal; 0 where there is none yet.
    private int[] _direct = new int[1024];

    public int Count => _ids.Count;

    public string this[int index] => _ids[index];

    public string[] ToArray() => [.. _ids];

    /// <summary>True where the bytes obey <see cref="Rule"/>.</summary>
    public static bool IsId(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty || utf8.Length > ReadLimits.IdBytes)
        {
            return false;
        }

        foreach (Rune rune in Encoding.UTF8.GetString(utf8).EnumerateRunes())
        {
            if (Rune.IsControl(rune))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The index of an id, which is added where it is new; −1 where it is not an id.</summary>
    public int Intern(ReadOnlySpan<byte> id)
    {
        int number = Number(id);
        if (number >= 0)
        {
            if (number >= _direct.Length)
            {
                Array.Resize(ref _direct, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)number + 1));
            }

            ref int slot = ref _direct[number];
            if (slot == 0)
            {
                _ids.Add(Encoding.UTF8.GetString(id));
                slot = _ids.Count;
            }

            return slot - 1;
        }

        return _indexOf.TryGetValue(id, out int index) ? index : Add(id);
    }

    private int Add(ReadOnlySpan<byte> id)
    {
        if (!IsId(id))
        {
            return -1;
        }

        _indexOf[id] = _ids.Count;
        _ids.Add(Encoding.UTF8.GetString(id));
        return _ids.Count - 1;
    }

    // −1 unless the bytes are a whole number as it is normally written: "7" and "07" are two ids.
    private static int Number(ReadOnlySpan<byte> id)
    {
        if ((uint)(id.Length - 1) >= DirectDigits || (id[0] == '0' && id.Length > 1))
        {
            return -1;
        }

        int number = 0;
        foreach (byte b in id)
        {
            int digit = b - '0';
            if ((uint)digit > 9)
            {
                return -1;
            }

            number = (10 * number) + digit;
        }

        return number < DirectBelow ? number : -1;
    }

    private sealed class ByUtf8 : IEqualityComparer<string>, IAlternateEqualityComparer<ReadOnlySpan<byte>, string>
    {
        public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

        public bool Equals(ReadOnlySpan<byte> alternate, string other)
        {
            if (Ascii.Equals(alternate, other))
            {
                return true;
            }

            // No text has more UTF-16 units than UTF-8 bytes.
            Span<char> units = stackalloc char[ReadLimits.IdBytes];
            return alternate.Length <= units.Length
                && Utf8.ToUtf16(alternate, units, out _, out int length) == System.Buffers.OperationStatus.Done
                && units[..length].SequenceEqual(other);
        }

        public int GetHashCode([DisallowNull] string obj) => GetHashCode(Encoding.UTF8.GetBytes(obj));

        // HashCode is seeded per process, so a file cannot be made to collide.
        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            HashCode hash = default;
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public string Create(ReadOnlySpan<byte> alternate) => Encoding.UTF8.GetString(alternate);
    }
}
