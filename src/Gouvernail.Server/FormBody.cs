namespace Gouvernail.Server;

/// <summary>The fields that a request bears: none where its body is no form.</summary>
internal static class FormBody
{
    // What .NET's own readers throw; the errors of a disk bear the system's numbers.
    private const int Malformed = unchecked((int)0x80131620);

    /// <summary>Reads them, once: whoever asks for the form later is given the same.</summary>
    /// <exception cref="BadHttpRequestException">It is a form, and a broken or too large one.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        if (!request.HasFormContentType)
        {
            return request.Form = FormCollection.Empty;
        }

        try
        {
            return await request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException
            || (e is IOException { HResult: Malformed } and not BadHttpRequestException))
        {
            throw new BadHttpRequestException("The form is broken.", e);
        }
    }
}
