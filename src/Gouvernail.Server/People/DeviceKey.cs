using System.Security.Cryptography;

namespace Gouvernail.Server.People;

/// <summary>The file with the key of device cookies: made once, readable by its owner alone.</summary>
internal static class DeviceKey
{
    private const int Length = 32;

    /// <summary>Reads the key, or makes it.</summary>
    /// <param name="folder">The folder of keys.</param>
    /// <exception cref="IOException">It cannot be read or written, or is no key.</exception>
    public static byte[] ReadOrMake(string folder)
    {
        string path = Path.Combine(folder, "devices.key");
        if (!File.Exists(path))
        {
            Make(path);
        }

        byte[] key = File.ReadAllBytes(path);
        return key.Length == Length ? key : throw new IOException($"{path} is not a key of {Length} bytes");
    }

    /// <summary>Through a file beside it: half a key would be taken for none, and every device for a new one.</summary>
    private static void Make(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(path + ".part", options))
        {
            file.Write(RandomNumberGenerator.GetBytes(Length));
            file.Flush(flushToDisk: true);
        }

        File.Move(path + ".part", path);
    }
}
