using System.Text;

namespace Gouvernail.Log.Notes;

/// <summary>What a witness signs: two lines with a time, then the checkpoint (C2SP tlog-cosignature).</summary>
internal static class Cosigned
{
    /// <summary>Bytes of the time before the signature.</summary>
    public const int TimeLength = 8;

    /// <param name="time">Seconds since 1970-01-01T00:00:00Z.</param>
    /// <param name="text">The note's text, its last newline included.</param>
    public static byte[] Message(long time, ReadOnlySpan<byte> text) =>
        [.. Encoding.UTF8.GetBytes($"cosignature/v1\ntime {TextLines.Decimal(time)}\n"), .. text];
}
