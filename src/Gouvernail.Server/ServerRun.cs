using System.Net.Sockets;
using Gouvernail.Consult;
using Gouvernail.Journals;
using Gouvernail.Server.People;
using Microsoft.AspNetCore.Connections;

namespace Gouvernail.Server;

/// <summary>One run of the server: from the words on the command line to an exit code.</summary>
internal static class ServerRun
{
    /// <summary>Serves until told to end, by a signal or by <paramref name="cancel"/>.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="output">Told where it listens, or its help.</param>
    /// <param name="error">Told what is wrong.</param>
    /// <param name="variable">Environment variables by name; null where one is not set.</param>
    /// <param name="cancel">Ends it, in good order.</param>
    public static async Task<ExitCode> RunAsync(
        string[] args,
        TextWriter output,
        TextWriter error,
        Func<string, string?> variable,
        CancellationToken cancel = default)
    {
        var line = new ServerCommandLine(args, variable);
        if (line.AsksHelp)
        {
            await output.WriteAsync(ServerWording.Help.In(line.Language));
            return ExitCode.Done;
        }

        ExitCode Fail(ExitCode code, Wording why)
        {
            string colon = line.Language == Language.French ? "\u00a0: " : ": ";
            error.WriteLine("gouvernail-server" + colon + TerminalText.Printable(why.In(line.Language)));
            return code;
        }

        if (line.Fault is { } fault)
        {
            ExitCode usage = Fail(ExitCode.Usage, fault);
            await error.WriteLineAsync(ServerWording.SeeHelp.In(line.Language));
            return usage;
        }

        string folder = DataHome.PathOf(line.Options);
        try
        {
            await using ServerHost host = ServerHost.Build(line.Options, TimeProvider.System, variable);
            await host.StartAsync(cancel);
            await output.WriteLineAsync(
                ServerWording.Ready(string.Join(", ", host.Addresses), host.Folder).In(line.Language));
            if (await FirstLink.MakeAsync(host.Community, line.Options, host.Addresses, cancel) is { } link)
            {
                await output.WriteLineAsync(ServerWording.FacilitatorLink(link).In(line.Language));
            }

            await host.WaitAsync(cancel);
            return ExitCode.Done;
        }
        catch (JournalException e) when (e.Fault is JournalFault.Damaged or JournalFault.Behind)
        {
            return Fail(ExitCode.Tampered, ServerWording.DoesNotHold(folder, e.Reason));
        }
        catch (JournalException e)
        {
            ExitCode code = e.Fault == JournalFault.Missing ? ExitCode.NoInput : ExitCode.CannotWrite;
            return Fail(code, ServerWording.CannotOpen(folder, e.Reason));
        }
        catch (Exception e) when (e is IOException { InnerException: AddressInUseException } or SocketException)
        {
            return Fail(ExitCode.CannotWrite, ServerWording.CannotListen(string.Join(", ", line.Options.Endpoints)));
        }
        catch (Exception e) when (FileTrouble.Is(e))
        {
            return Fail(ExitCode.CannotWrite, ServerWording.CannotOpen(folder, FileTrouble.Of(e)));
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return ExitCode.Done;
        }
        catch (TypeInitializationException e) when (e.GetBaseException() is DllNotFoundException)
        {
            return Fail(ExitCode.NoInput, ServerWording.LibraryMissing);
        }
#pragma warning disable CA1031 // The last stop: whatever happens, a person reads a sentence and not a stack trace.
        catch (Exception e)
#pragma warning restore CA1031
        {
            if (variable("GOUVERNAIL_DEBUG") == "1")
            {
                await error.WriteLineAsync(e.ToString());
            }

            return Fail(ExitCode.Internal, ServerWording.Defect(e.GetType().Name));
        }
    }
}
