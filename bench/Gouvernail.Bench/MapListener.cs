using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;

namespace Gouvernail.Bench;

/// <summary>Somebody who looks at the live map, and votes now and then to see how long it takes to show.</summary>
internal sealed class MapListener(IPEndPoint server, string consultation) : IDisposable
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _end = new();
    private readonly HttpClient _client = new() { BaseAddress = new Uri($"http://{server}") };
    private readonly Lock _gate = new();
    private long _seen = -1;
    private TaskCompletionSource _news = new();

    /// <summary>The longest time from a vote's receipt to a map that counts it, in seconds.</summary>
    public double WorstLag { get; private set; }

    /// <summary>Listens and votes until stopped.</summary>
    public async Task ListenAsync()
    {
        Task listening = HearAsync();
        try
        {
            string[] device = await Visitor.MakeAsync(server, 1);
            using var connection = await Connection.OpenAsync(server);
            for (int n = 0; ; n++)
            {
                await Task.Delay(_pause, _end.Token);
                byte[] request = Encoding.ASCII.GetBytes(
                    $"PUT /api/consultations/{consultation}/votes/1 HTTP/1.1\r\nHost: localhost\r\n"
                    + $"Authorization: Device {device[0]}\r\nContent-Type: application/json\r\n"
                    + $"Content-Length: 10\r\n\r\n{{\"vote\":{n % 2}}}");
                string answer = await connection.AskAsync(request);
                long place = NumberAfter(answer, "\"entry\":");
                long told = Stopwatch.GetTimestamp();
                await ReachAsync(place);
                WorstLag = Math.Max(WorstLag, Stopwatch.GetElapsedTime(told).TotalSeconds);
            }
        }
        catch (OperationCanceledException)
        {
            // It is over.
        }

        await listening;
    }

    public void Stop() => _end.Cancel();

    public void Dispose()
    {
        _client.Dispose();
        _end.Dispose();
    }

    private static long NumberAfter(string text, string name)
    {
        int at = text.IndexOf(name, StringComparison.Ordinal) + name.Length;
        int end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return long.Parse(text.AsSpan(at, end - at), CultureInfo.InvariantCulture);
    }

    private async Task ReachAsync(long place)
    {
        while (true)
        {
            Task news;
            lock (_gate)
            {
                if (_seen >= place)
                {
                    return;
                }

                news = _news.Task;
            }

            await news.WaitAsync(_end.Token);
        }
    }

    private async Task HearAsync()
    {
        try
        {
            using Stream stream = await _client.GetStreamAsync(
                new Uri($"/c/{consultation}/results/events", UriKind.Relative), _end.Token);
            using var reader = new StreamReader(stream);
            while (await reader.ReadLineAsync(_end.Token) is { } line)
            {
                if (line.StartsWith("data:", StringComparison.Ordinal) && line.Any(char.IsAsciiDigit))
                {
                    string digits = new([.. line.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit)]);
                    TaskCompletionSource told;
                    lock (_gate)
                    {
                        _seen = Math.Max(_seen, long.Parse(digits, CultureInfo.InvariantCulture));
                        (told, _news) = (_news, new TaskCompletionSource());
                    }

                    told.SetResult();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // It is over.
        }
    }
}
