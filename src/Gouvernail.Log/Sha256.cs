using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Gouvernail.Log;

/// <summary>
/// SHA-256 of the short texts of which a tree has millions. .NET's own one-shot call makes OpenSSL look the algorithm
/// up each time, which costs several times the hashing of 65 bytes. The three older calls of SHA256_Init(3), deprecated
/// and still in every libcrypto 3, look nothing up. Where they are missing, or do not give the hash of FIPS 180-4's
/// example, .NET hashes: the same bytes, slower.
/// </summary>
internal static partial class Sha256
{
    /// <summary>
    /// Bytes given to OpenSSL in one call: the runtime cannot stop a thread inside one, so it must end within a few
    /// microseconds.
    /// </summary>
    private const int Part = 4096;

    private const string Library = "libcrypto.so.3";

    /// <summary>More than the 112 bytes of a SHA256_CTX.</summary>
    private const int ContextBytes = 256;

    /// <summary>Whether the short way is there and right. Asked once.</summary>
    public static bool HasShortWay { get; } = IsThereAndRight();

    /// <summary>Writes the hash of one byte and the bytes after it.</summary>
    public static void Hash(byte first, ReadOnlySpan<byte> rest, Span<byte> hash)
    {
        if (HasShortWay)
        {
            HashShort(first, rest, hash);
        }
        else
        {
            HashLong(first, rest, hash);
        }
    }

    internal static void HashLong(byte first, ReadOnlySpan<byte> rest, Span<byte> hash)
    {
        byte[]? large = rest.Length < 1024 ? null : new byte[1 + rest.Length];
        Span<byte> whole = large ?? (stackalloc byte[1024])[..(1 + rest.Length)];
        whole[0] = first;
        rest.CopyTo(whole[1..]);
        SHA256.HashData(whole, hash);
    }

    [SkipLocalsInit]
    private static void HashShort(byte first, ReadOnlySpan<byte> rest, Span<byte> hash)
    {
        // OpenSSL writes 32 bytes whatever the room.
        ref byte room = ref hash[..Log.Hash.Length][0];
        Span<byte> context = stackalloc byte[ContextBytes];
        Init(ref context[0]);
        Update(ref context[0], in first, 1);
        while (!rest.IsEmpty)
        {
            int length = Math.Min(rest.Length, Part);
            Update(ref context[0], in rest[0], (nuint)length);
            rest = rest[length..];
        }

        Final(ref room, ref context[0]);
    }

    private static bool IsThereAndRight()
    {
        if (!NativeLibrary.TryLoad(Library, out nint library)
            || !NativeLibrary.TryGetExport(library, "SHA256_Init", out _)
            || !NativeLibrary.TryGetExport(library, "SHA256_Update", out _)
            || !NativeLibrary.TryGetExport(library, "SHA256_Final", out _))
        {
            return false;
        }

        Span<byte> hash = stackalloc byte[Log.Hash.Length];
        HashShort((byte)'a', "bc"u8, hash);
        return hash.SequenceEqual(SHA256.HashData("abc"u8));
    }

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "SHA256_Init")]
    private static partial int Init(ref byte context);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "SHA256_Update")]
    private static partial int Update(ref byte context, in byte bytes, nuint count);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "SHA256_Final")]
    private static partial int Final(ref byte hash, ref byte context);
}
