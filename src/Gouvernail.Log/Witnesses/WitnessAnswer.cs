namespace Gouvernail.Log.Witnesses;

/// <summary>What a witness answers, for any HTTP server to send.</summary>
/// <param name="Status">200, 400, 403, 404, 409 or 422.</param>
/// <param name="ContentType">The body's media type.</param>
/// <param name="Body">Cosignature lines (200), the size that the witness knows (409), or one sentence.</param>
public sealed record WitnessAnswer(int Status, string ContentType, byte[] Body)
{
    internal const string SizeType = "text/x.tlog.size";

    internal static WitnessAnswer Refused(int status, string why) =>
        new(status, "text/plain; charset=utf-8", TextLines.Utf8(why + "\n"));

    internal static WitnessAnswer Known(long size) =>
        new(409, SizeType, TextLines.Utf8(TextLines.Decimal(size) + "\n"));
}
