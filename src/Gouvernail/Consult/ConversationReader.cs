using Gouvernail.Consult.Polis;
using Gouvernail.Consult.Sources;

namespace Gouvernail.Consult;

/// <summary>
/// Reads a conversation from a folder or zip archive of a Polis export, or from a CSV file of votes. Every file is read
/// once, as a stream; what is wrong in it is a value that says where, and nothing half-read is given out.
/// </summary>
public static class ConversationReader
{
    /// <summary>Reads what stands at a path.</summary>
    /// <param name="path">A folder, a .zip or a .csv.</param>
    /// <param name="options">What the reader knows beyond the files; null for nothing.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The conversation, or why there is none.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Reading Read(
        string path, ReadOptions? options = null, CancellationToken cancellation = default) =>
        Read(path, options ?? new ReadOptions(), ReadLimits.Default, cancellation);

    internal static Reading Read(string path, ReadOptions options, ReadLimits limits, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal) || !Path.Exists(path))
        {
            return new Reading(new InputProblem(
                Excerpt.Shown(path),
                0,
                0,
                new("no such file or folder", "fichier ou dossier introuvable"),
                new("the path of a folder, a .zip or a .csv file", "le chemin d’un dossier, d’un .zip ou d’un .csv"))
            {
                IsMissing = true,
            });
        }

        SourceFiles? sources = null;
        try
        {
            var meter = new ByteMeter(options.Progress);
            sources = new SourceFiles(path, meter, limits);
            Conversation conversation = new ConversationFiles(sources, options, meter, limits, cancellation).Read();
            meter.Finish();
            return new Reading(conversation);
        }
        catch (UnreadableException unreadable)
        {
            return new Reading(unreadable.Problem);
        }
        catch (InvalidDataException)
        {
            return new Reading(Whole(
                new(
                    "a damaged archive, or packed in a way that is not known here",
                    "une archive abîmée, ou compressée d’une façon inconnue ici"),
                new("a whole .zip file", "un fichier .zip entier")));
        }
        catch (Exception e) when (FileTrouble.Is(e))
        {
            return new Reading(Whole(
                FileTrouble.Of(e), new("a file that may be read", "un fichier qu’on a le droit de lire")) with
            {
                IsMissing = true,
            });
        }
        finally
        {
            sources?.Dispose();
        }

        InputProblem Whole(Wording found, Wording expected) =>
            new(sources?.Current ?? Excerpt.Shown(path), 0, 0, found, expected);
    }
}
