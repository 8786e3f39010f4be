using System.Security.Cryptography;

namespace Gouvernail.Journals;

/// <summary>Files named by the SHA-256 of their bytes, in lower-case hexadecimal; the log holds the names.</summary>
/// <param name="folder">Where they are.</param>
public sealed class Blobs(string folder)
{
    /// <summary>The name of a blob of these bytes.</summary>
    public static string NameOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>True for what a name can be: 64 hexadecimal digits, lower case.</summary>
    public static bool IsName(string? name) =>
        name is { Length: 2 * SHA256.HashSizeInBytes } && name.All(char.IsAsciiHexDigitLower);

    /// <summary>Keeps bytes, durably, and gives their name.</summary>
    public string Keep(ReadOnlySpan<byte> bytes)
    {
        string name = NameOf(bytes);
        string path = Path.Combine(folder, name);
        Directory.CreateDirectory(folder);
        if (File.Exists(path) && NameOf(File.ReadAllBytes(path)) == name)
        {
            return name;
        }

        using (var file = new FileStream(path + ".part", FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(path + ".part", path, overwrite: true);
        return name;
    }

    /// <summary>The bytes under a name, whatever their hash now is; null where there is no such file.</summary>
    public byte[]? Read(string name)
    {
        string path = Path.Combine(folder, name);
        return IsName(name) && File.Exists(path) ? File.ReadAllBytes(path) : null;
    }
}
