using System.Diagnostics;
using System.Text;

namespace Gouvernail.Cli.Tests;

/// <summary>What a run of the command gave.</summary>
internal sealed record Outcome(ExitCode Code, byte[] Bytes, string Error)
{
    public string Output => Encoding.UTF8.GetString(Bytes);
}

/// <summary>Runs the command inside the test, or as a process of its own.</summary>
internal static class Running
{
    public static Outcome Cli(params string[] args) => CliIn([], args);

    /// <summary>Runs the command with a text piped in.</summary>
    public static Outcome CliFrom(string input, params string[] args)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(input));
        return Run(stream, [], args);
    }

    public static Outcome CliIn(Dictionary<string, string> variables, params string[] args) =>
        Run(Stream.Null, variables, args);

    private static Outcome Run(Stream input, Dictionary<string, string> variables, string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var here = new Surroundings
        {
            Input = input,
            Output = output,
            Error = error,
            Variable = variables.GetValueOrDefault,
            Clock = new StoppedClock(),
        };
        ExitCode code = Gouvernail.Cli.Cli.Run(args, here, TestContext.Current.CancellationToken);
        return new Outcome(code, output.ToArray(), error.ToString());
    }

    public static Outcome Process(Dictionary<string, string> variables, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        string command = typeof(Surroundings).Assembly.Location;
        string tests = Path.ChangeExtension(typeof(Running).Assembly.Location, null);

        // What the command needs beside it, SQLite among it, is laid out here for the tests and not for the command.
        foreach (string arg in (string[])[
            "exec", "--depsfile", tests + ".deps.json", "--runtimeconfig", tests + ".runtimeconfig.json", command,
            .. args])
        {
            start.ArgumentList.Add(arg);
        }

        foreach (string name in (string[])["LC_ALL", "LC_MESSAGES", "LANG"])
        {
            start.Environment.Remove(name);
        }

        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        using Process process = System.Diagnostics.Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        using var bytes = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(bytes);
        process.WaitForExit();
        string said = WithoutProgress(error.GetAwaiter().GetResult());
        return new Outcome((ExitCode)process.ExitCode, bytes.ToArray(), said);
    }

    /// <summary>A slow machine says how far it is, a line at a time.</summary>
    public static string WithoutProgress(string error) =>
        string.Join('\n', error.Split('\n').Where(line => !line.EndsWith('%')));

    /// <summary>No work lasts a second, however slow the machine: nothing is said of progress.</summary>
    private sealed class StoppedClock : TimeProvider
    {
        public override long GetTimestamp() => 0;
    }
}
