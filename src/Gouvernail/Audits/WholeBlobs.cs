namespace Gouvernail.Audits;

/// <summary>Reads outputs of results at once, where they are looked into and not only hashed.</summary>
internal static class WholeBlobs
{
    private const int Largest = 1 << 28;

    /// <summary>The output of a result; null where it is not there, or longer than anybody looks into.</summary>
    /// <param name="bundle">Where.</param>
    /// <param name="name">Its hash.</param>
    public static byte[]? WholeBlob(this IBundle bundle, string name)
    {
        using Stream? output = bundle.Blob(name);
        if (output is null)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        byte[] buffer = new byte[1 << 16];
        int read;
        while ((read = output.Read(buffer)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > Largest)
            {
                return null;
            }
        }

        return bytes.ToArray();
    }
}
