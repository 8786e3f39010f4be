using System.Diagnostics;
using Gouvernail.CrashWriter;

namespace Gouvernail.Tests.Journals;

/// <summary>A process that writes to a data folder, and all that it has said.</summary>
internal sealed class WriterProcess : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Thread _reading;
    private readonly Task<string> _error;
    private readonly List<string> _lines = [];

    private WriterProcess(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        _process = Process.Start(start)!;
        _error = _process.StandardError.ReadToEndAsync();
        _reading = new Thread(Read);
        _reading.Start();
    }

    public int Id => _process.Id;

    public static WriterProcess Start(string folder, string seed, params string[] options)
    {
        var start = new ProcessStartInfo("dotnet");
        foreach (string argument in (string[])[Program, folder, seed, .. options])
        {
            start.ArgumentList.Add(argument);
        }

        return new WriterProcess(start);
    }

    /// <summary>Starts it where no file may be longer than a limit, so that writes fail as on a full disk.</summary>
    public static WriterProcess StartLimited(string folder, string seed, int kilobytes, params string[] options)
    {
        string command = $"trap '' XFSZ; ulimit -S -f {kilobytes}; exec dotnet \"$@\"";
        var start = new ProcessStartInfo("bash");
        foreach (string argument in (string[])["-c", command, "bash", Program, folder, seed, .. options])
        {
            start.ArgumentList.Add(argument);
        }

        // The runtime maps its code from a file that the limit would forbid.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return new WriterProcess(start);
    }

    /// <summary>Starts it by a command that is given the program and its arguments at the end.</summary>
    public static WriterProcess StartBy(string command, string[] before, string folder, string[] options)
    {
        var start = new ProcessStartInfo(command);
        foreach (string argument in (string[])[.. before, Program, folder, "seed", .. options])
        {
            start.ArgumentList.Add(argument);
        }

        return new WriterProcess(start);
    }

    /// <summary>Waits until it has said so many more lines that begin with a word.</summary>
    public void WaitForMore(string word, int count)
    {
        int now;
        lock (_lines)
        {
            now = _lines.Count(line => line.StartsWith(word, StringComparison.Ordinal));
        }

        WaitFor(word, now + count);
    }

    /// <summary>Waits until it has said so many lines that begin with a word.</summary>
    public void WaitFor(string word, int count = 1)
    {
        var watch = Stopwatch.StartNew();
        lock (_lines)
        {
            while (_lines.Count(line => line.StartsWith(word, StringComparison.Ordinal)) < count)
            {
                if (watch.Elapsed > _patience || (_process.HasExited && !_reading.IsAlive))
                {
                    Assert.Fail($"The writer did not say {word} {count} times, but: {Said()}");
                }

                Monitor.Wait(_lines, 100);
            }
        }
    }

    /// <summary>Kills it as the system does when memory is short: no code of it runs any more.</summary>
    public IReadOnlyList<string> Kill()
    {
        _process.Kill();
        return WaitForEnd();
    }

    public IReadOnlyList<string> WaitForEnd()
    {
        _process.WaitForExit(_patience).ShouldBeTrue();
        _reading.Join();
        return _lines;
    }

    public string Said() => string.Join('\n', _lines.TakeLast(5)) + _error.GetAwaiter().GetResult();

    /// <summary>What it said on the stream for errors, once it has ended: an exception nobody expected.</summary>
    public string Error => _error.GetAwaiter().GetResult();

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        WaitForEnd();
        _process.Dispose();
    }

    private static string Program => typeof(Notebook).Assembly.Location;

    private void Read()
    {
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            lock (_lines)
            {
                _lines.Add(line);
                Monitor.PulseAll(_lines);
            }
        }
    }
}
