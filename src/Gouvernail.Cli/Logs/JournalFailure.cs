using Gouvernail.Consult;
using Gouvernail.Journals;

namespace Gouvernail.Cli.Logs;

/// <summary>What a journal's troubles and refusals mean for whoever typed the command.</summary>
internal static class JournalFailure
{
    /// <summary>A broken disk or data folder.</summary>
    /// <param name="e">The trouble.</param>
    /// <param name="path">The data folder, as it was typed.</param>
    /// <param name="texts">The language.</param>
    /// <param name="isReading">True for a command that writes nothing into the folder.</param>
    public static Failure Of(JournalException e, string path, Texts texts, bool isReading = false)
    {
        string reason = e.Reason.In(texts.Language).TrimEnd('.');
        return e.Fault switch
        {
            JournalFault.Missing => new Failure(ExitCode.NoInput, texts.CannotRead(path, reason)),
            JournalFault.Damaged or JournalFault.Behind =>
                new Failure(ExitCode.Tampered, path + texts.Colon + reason + "."),
            _ when isReading => new Failure(ExitCode.NoInput, texts.CannotRead(path, reason)),
            _ => new Failure(ExitCode.CannotWrite, texts.CannotWrite(path, reason)),
        };
    }

    /// <summary>A no that is an answer: the act was understood, and the log does not allow it.</summary>
    public static Failure Of(Refusal refusal, Texts texts) =>
        new(ExitCode.BadInput, refusal.Reason.In(texts.Language).TrimEnd('.') + ".");

    /// <summary>Does what needs the data folder; whatever becomes of it is told with its name.</summary>
    /// <param name="path">The data folder, as it was typed.</param>
    /// <param name="texts">The language.</param>
    /// <param name="work">The work; it keeps away from the output, whose troubles are not the folder's.</param>
    /// <param name="isReading">True for a command that writes nothing into the folder.</param>
    public static Failure? Guard(string path, Texts texts, Func<Failure?> work, bool isReading = false)
    {
        try
        {
            return work();
        }
        catch (JournalException e)
        {
            return Of(e, path, texts, isReading);
        }
        catch (Exception e) when (FileTrouble.Is(e))
        {
            string reason = FileTrouble.Of(e).In(texts.Language);
            return isReading
                ? new Failure(ExitCode.NoInput, texts.CannotRead(path, reason))
                : new Failure(ExitCode.CannotWrite, texts.CannotWrite(path, reason));
        }
    }
}
