using System.Globalization;
using Gouvernail.Consult;
using Gouvernail.Log;
using Gouvernail.Log.Witnesses;

namespace Gouvernail.Cli;

/// <summary>Reads small files of which somebody may have made large ones.</summary>
internal static class TrustFile
{
    private const int MostPolicyBytes = 1_000_000;

    /// <summary>Reads a trust policy; nothing, and no failure, where none was asked for.</summary>
    public static Failure? ReadPolicy(string? path, Texts texts, out TrustPolicy? policy)
    {
        policy = null;
        if (path is null)
        {
            return null;
        }

        return Read(path, MostPolicyBytes, texts, out byte[]? bytes)
            ?? (TrustPolicy.TryParse(bytes, out policy, out Problem? problem)
                ? null
                : new Failure(ExitCode.BadInput, NotAPolicy(path, problem.Message).In(texts.Language)));
    }

    /// <summary>Reads a file of at most so many bytes.</summary>
    public static Failure? Read(string path, int most, Texts texts, out byte[]? bytes)
    {
        bytes = null;
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read);
            byte[] read = new byte[most + 1];
            int length = stream.ReadAtLeast(read, read.Length, throwOnEndOfStream: false);
            bytes = length > most ? null : read[..length];
            return bytes is null ? new Failure(ExitCode.BadInput, TooLarge(path, most).In(texts.Language)) : null;
        }
        catch (Exception e) when (FileTrouble.Is(e))
        {
            string reason = Directory.Exists(path) ? texts.IsFolder : FileTrouble.Of(e).In(texts.Language);
            return new Failure(ExitCode.NoInput, texts.CannotRead(path, reason));
        }
    }

    private static Wording NotAPolicy(string path, string problem) => new(
        $"{path} is not a trust policy. {problem}",
        $"{path} n’est pas une politique de confiance (en anglais\u00a0: «\u00a0{problem}\u00a0»).");

    private static Wording TooLarge(string path, int most)
    {
        string number = most.ToString("#,0", CultureInfo.InvariantCulture);
        return new(
            $"{path} is too large. Expected: at most {number} bytes.",
            $"{path} est trop grand. Attendu\u00a0: au plus {number.Replace(',', '\u202f')} octets.");
    }
}
