using System.Text;
using Gouvernail.Choice.Opinions;
using Gouvernail.Consult.Polis;

namespace Gouvernail.Consult;

/// <summary>
/// Writes a conversation as a folder in the format <c>polis-export/1</c>, which Polis and the tools around it read.
/// The folder appears whole or not at all.
/// </summary>
public static class PolisExport
{
    /// <summary>Writes the folder.</summary>
    /// <param name="folder">Where to; it must not exist yet, or be empty.</param>
    /// <param name="conversation">What to write.</param>
    /// <param name="map">Its opinion map, for the groups; null to write the groups that it was read with.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <returns>Null, or why nothing was written.</returns>
    /// <exception cref="OperationCanceledException">It was stopped; nothing is left.</exception>
    public static InputProblem? Write(
        string folder, Conversation conversation, OpinionMap? map = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(conversation);
        string shown = Excerpt.Shown(folder);
        if (folder.Length == 0 || folder.Contains('\0', StringComparison.Ordinal))
        {
            return new InputProblem(
                shown,
                0,
                0,
                new("no name", "aucun nom"),
                new("the path of a new folder", "le chemin d’un nouveau dossier"));
        }

        string? partial = null;
        try
        {
            string target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
            if (Refusal(target, shown) is InputProblem refusal)
            {
                return refusal;
            }

            // Beside the target, so that the last step is a rename on one disk.
            partial = $"{target}.{Path.GetRandomFileName()}";
            Directory.CreateDirectory(partial);
            new PolisFiles(partial, shown, conversation, ExportGroups.Of(conversation, map), cancellation).Write();
            if (Directory.Exists(target))
            {
                Directory.Delete(target);
            }

            Directory.Move(partial, target);
            partial = null;
            return null;
        }
        catch (UnreadableException unwritable)
        {
            return unwritable.Problem;
        }
        catch (EncoderFallbackException)
        {
            return new InputProblem(
                shown,
                0,
                0,
                new("a text with half a character", "un texte avec une moitié de caractère"),
                new("texts in valid Unicode", "des textes en Unicode valide"));
        }
        catch (Exception e) when (FileTrouble.Is(e))
        {
            return new InputProblem(
                shown,
                0,
                0,
                FileTrouble.Of(e),
                new(
                    "a place where a folder may be made, and room on its disk",
                    "un endroit où l’on peut créer un dossier, et de la place sur son disque"));
        }
        finally
        {
            Remove(partial);
        }
    }

    private static InputProblem? Refusal(string target, string shown)
    {
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
        {
            return new InputProblem(
                shown,
                0,
                0,
                new("something is there already", "il y a déjà quelque chose à cet endroit"),
                new("the path of a new or empty folder", "le chemin d’un dossier nouveau ou vide"));
        }

        return Directory.Exists(Path.GetDirectoryName(target) ?? target)
            ? null
            : new InputProblem(
                shown,
                0,
                0,
                new("the folder around it does not exist", "le dossier qui doit le contenir n’existe pas"),
                new("a path in a folder that exists", "un chemin dans un dossier qui existe"));
    }

    private static void Remove(string? partial)
    {
        try
        {
            if (Directory.Exists(partial))
            {
                Directory.Delete(partial, recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The disk that refused the files may refuse to remove them: the problem told is the first one.
        }
    }
}
