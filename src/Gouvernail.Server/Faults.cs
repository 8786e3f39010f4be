using Gouvernail.Journals;

namespace Gouvernail.Server;

/// <summary>Whatever goes wrong ends in a page or a problem, and in one line for those who run the machine.</summary>
internal static partial class Faults
{
    public static void Use(WebApplication app)
    {
        ILogger log = app.Logger;
        app.Use(async (context, next) =>
        {
            Problem? problem = null;
            Wording? detail = null;
            try
            {
                await next(context);
            }
            catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
            {
                return;
            }
            catch (BadHttpRequestException e)
            {
                // Its message quotes the request: nobody but its sender may read that.
                problem = Problems.OfStatus(e.StatusCode);
            }
            catch (JournalException e)
            {
                JournalFails(log, e.Fault, e.Reason.English);
                problem = Problems.Unavailable;
                detail = e.Fault is JournalFault.Full or JournalFault.Behind ? e.Reason : null;
            }
#pragma warning disable CA1031 // The last stop of a request: others go on.
            catch (Exception e)
#pragma warning restore CA1031
            {
                // Without the message, which may quote what somebody sent.
                Breaks(log, context.GetEndpoint()?.DisplayName ?? "", e.GetType().Name, e.StackTrace ?? "");
                problem = Problems.Defect;
            }

            if (context.Response.HasStarted)
            {
                if (problem is not null)
                {
                    context.Abort();
                }

                return;
            }

            bool isBare = context.Response.StatusCode >= 400 && context.Response.ContentType is null
                && context.Response.ContentLength is null;
            problem ??= isBare ? Problems.OfStatus(context.Response.StatusCode) : null;
            if (problem is not null)
            {
                await Answer.Problem(problem, detail).ExecuteAsync(context);
            }
        });
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The log cannot be used ({Fault}): {Reason}.")]
    private static partial void JournalFails(ILogger log, JournalFault fault, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Endpoint} broke with {Kind}\n{Trace}")]
    private static partial void Breaks(ILogger log, string endpoint, string kind, string trace);
}
