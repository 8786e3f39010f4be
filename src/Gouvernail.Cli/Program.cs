using System.Runtime.InteropServices;
using System.Text;
using Gouvernail.Cli;

using var interruption = new CancellationTokenSource();
void Interrupt(PosixSignalContext signal)
{
    // The first request stops the work in good order; a second one ends the process.
    signal.Cancel = !interruption.IsCancellationRequested;
    interruption.Cancel();
}

using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
using Stream input = Console.OpenStandardInput();
using Stream output = Console.OpenStandardOutput();
using var error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true };
return (int)Cli.Run(
    args,
    new Surroundings
    {
        Input = input,
        Output = output,
        Error = error,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        Variable = Environment.GetEnvironmentVariable,
    },
    interruption.Token);
