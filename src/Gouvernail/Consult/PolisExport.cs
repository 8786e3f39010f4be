using System.Security;
using System.Text;
using Gouvernail.Choice.Opinions;

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
            return new InputProblem(shown, 0, 0, "no name", "the path of a new folder");
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
            new PolisFiles(partial, conversation, ExportGroups.Of(conversation, map), cancellation).Write();
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
            return new InputProblem(shown, 0, 0, "a text with half a character", "texts in valid Unicode");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException)
        {
            return new InputProblem(
                shown, 0, 0, Excerpt.Shown(e.Message, 200), "a disk with room, and the right to write to it");
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
            return new InputProblem(shown, 0, 0, "something is there already", "the path of a new or empty folder");
        }

        return Directory.Exists(Path.GetDirectoryName(target) ?? target)
            ? null
            : new InputProblem(shown, 0, 0, "the folder around it does not exist", "a path in a folder that exists");
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
