using System.Text;
using System.Text.Unicode;
using Gouvernail.Consult;

namespace Gouvernail.Cli.Maps;

/// <summary>The bytes of a file that pins a step, once they are known to be text in UTF-8.</summary>
internal static class PinFile
{
    private static readonly Wording _utf8 = new("text in UTF-8", "du texte en UTF-8");

    /// <summary>Reads the file without its byte order mark.</summary>
    public static Failure? Read(string file, Texts texts, out byte[] bytes)
    {
        bytes = [];
        if (Directory.Exists(file))
        {
            return new Failure(ExitCode.NoInput, texts.CannotRead(file, texts.IsFolder));
        }

        try
        {
            bytes = File.ReadAllBytes(file);
        }
        catch (Exception e) when (FileTrouble.Is(e))
        {
            return new Failure(ExitCode.NoInput, texts.CannotRead(file, FileTrouble.Of(e).In(texts.Language)));
        }

        if (bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        }

        return NotText(bytes) is { } found
            ? Bad(new InputProblem(file, 0, 0, found, _utf8), texts)
            : null;
    }

    /// <summary>A file that was read and is not what it should be.</summary>
    public static Failure Bad(InputProblem problem, Texts texts) =>
        new(ExitCode.BadInput, problem.In(texts.Language));

    private static Wording? NotText(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0xFF, 0xFE]) || bytes.StartsWith<byte>([0xFE, 0xFF])
            ? new("a file in UTF-16", "un fichier en UTF-16")
        : bytes.Contains((byte)0)
            ? new("a zero byte: UTF-16, UTF-32 or damage", "un octet nul\u00a0: UTF-16, UTF-32 ou fichier abîmé")
        : Utf8.IsValid(bytes) ? null
        : new("bytes that are not UTF-8", "des octets qui ne sont pas de l’UTF-8");
}
