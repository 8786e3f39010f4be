using System.Diagnostics;

namespace Gouvernail.Cli.Tests;

/// <summary>The story of the samples, as somebody would type it: from votes to an order, a refusal, and a petition.
/// </summary>
public sealed class StoryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gouvernail-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task From_votes_to_an_order_a_refusal_and_a_petition_that_suspends()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a Unix shell");
        string bin = Path.Combine(_folder, "bin");
        Directory.CreateDirectory(bin);
        string command = Path.Combine(bin, "gouvernail");
        string tests = Path.ChangeExtension(typeof(StoryTests).Assembly.Location, null);

        // What the command needs beside it, SQLite among it, is laid out here for the tests and not for the command.
        await File.WriteAllTextAsync(
            command,
            $"#!/bin/sh\nexec dotnet exec --depsfile '{tests}.deps.json' --runtimeconfig '{tests}.runtimeconfig.json' "
                + $"'{typeof(Surroundings).Assembly.Location}' \"$@\"\n",
            TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(command, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(Samples(), "story", "story.sh"));
        start.ArgumentList.Add(Path.Combine(_folder, "town"));
        start.Environment["PATH"] = bin + ":" + Environment.GetEnvironmentVariable("PATH");
        start.Environment["LC_ALL"] = "C";
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string told = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, told + await errors);

        string[] answers = [.. told.Split('\n').Where(line => line.StartsWith("REFUSED", StringComparison.Ordinal)
            || line.StartsWith("ADMITTED", StringComparison.Ordinal)).Select(line => line[..7])];
        answers.ShouldBe(["REFUSED", "REFUSED", "REFUSED", "ADMITTE", "ADMITTE", "REFUSED"], told);
        told.ShouldContain("suspended by petition p1");
        told.TrimEnd().ShouldEndWith("Holds.");
    }

    private static string Samples()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Gouvernail.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return Path.Combine(folder!, "samples");
    }
}
