namespace Gouvernail.Server.Consult.Facilitation;

/// <summary>What a file that somebody sends is called.</summary>
internal static class UploadName
{
    private const int Longest = 100;

    /// <summary>Its name without folders and without signs that could be anything but a name.</summary>
    public static string Of(IFormFile file)
    {
        string name = Path.GetFileName(file.FileName.Replace('\\', '/'));
        name = string.Concat(name.Where(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or ' ')).TrimStart('.');
        return name.Length == 0 ? "file" : name.Length > Longest ? name[^Longest..] : name;
    }
}
