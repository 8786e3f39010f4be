using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Gouvernail.Choice;

namespace Gouvernail.Bench;

/// <summary>Somebody who votes over one connection that is kept: requests written by hand, to cost little.</summary>
internal static class Visitor
{
    private const int MakersAtOnce = 16;

    /// <summary>Asks for so many devices.</summary>
    public static async Task<string[]> MakeAsync(IPEndPoint server, int count)
    {
        string[] devices = new string[count];
        int next = -1;
        await Task.WhenAll(Enumerable.Range(0, MakersAtOnce).Select(_ => Task.Run(async () =>
        {
            using var connection = await Connection.OpenAsync(server);
            byte[] request = Encoding.ASCII.GetBytes(
                "POST /api/devices HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 2\r\n\r\n{}");
            for (int n = Interlocked.Increment(ref next); n < count; n = Interlocked.Increment(ref next))
            {
                string answer = await connection.AskAsync(request);
                int at = answer.IndexOf("\"device\":\"", StringComparison.Ordinal) + 10;
                devices[n] = answer[at..answer.IndexOf('"', at)];
            }
        })));
        return devices;
    }

    /// <summary>Votes until told to stop; gives how long each answer took, in milliseconds.</summary>
    public static async Task<List<double>> VoteAsync(
        IPEndPoint server,
        string[] people,
        int first,
        int step,
        TimeSpan pause,
        string consultation,
        int statements,
        CancellationToken end)
    {
        var waits = new List<double>();
        var chance = new SeededGenerator(Encoding.ASCII.GetBytes("load"), first.ToString(CultureInfo.InvariantCulture));
        try
        {
            using var connection = await Connection.OpenAsync(server);
            int votes = 0;
            for (int person = first; !end.IsCancellationRequested; person += step, votes++)
            {
                if (pause > TimeSpan.Zero)
                {
                    await Task.Delay(2 * pause * chance.NextBelow(1000) / 1000, end);
                }

                // Alternate votes, so that each is a change and is logged.
                int statement = 1 + chance.NextBelow(statements);
                int vote = (votes % 3) - 1;
                byte[] request = RequestOf(people[person % people.Length], consultation, statement, vote);
                long asked = Stopwatch.GetTimestamp();
                string answer = await connection.AskAsync(request);
                if (!answer.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
                {
                    throw new InvalidOperationException(answer);
                }

                waits.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }
        }
        catch (OperationCanceledException)
        {
            // It is over.
        }

        return waits;
    }

    private static byte[] RequestOf(string device, string consultation, int statement, int vote)
    {
        string body = string.Create(CultureInfo.InvariantCulture, $"{{\"vote\":{vote}}}");
        return Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"PUT /api/consultations/{consultation}/votes/{statement} HTTP/1.1\r\nHost: localhost\r\n"
                + $"Authorization: Device {device}\r\nContent-Type: application/json\r\n"
                + $"Content-Length: {body.Length}\r\n\r\n{body}"));
    }
}

/// <summary>A connection that is kept, one question at a time.</summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[4096];

    public static async Task<Connection> OpenAsync(IPEndPoint server)
    {
        var connection = new Connection();
        await connection._socket.ConnectAsync(server);
        return connection;
    }

    /// <summary>Sends a request; gives the whole answer, which has to fit 4 kB and say its length.</summary>
    public async Task<string> AskAsync(ReadOnlyMemory<byte> request)
    {
        await _socket.SendAsync(request);
        int have = 0;
        while (true)
        {
            int read = await _socket.ReceiveAsync(_buffer.AsMemory(have));
            if (read == 0)
            {
                throw new InvalidOperationException("The server closed the connection.");
            }

            have += read;
            if (LengthOf(_buffer.AsSpan(0, have)) is { } length && have >= length)
            {
                return Encoding.UTF8.GetString(_buffer, 0, have);
            }
        }
    }

    public void Dispose() => _socket.Dispose();

    private static int? LengthOf(ReadOnlySpan<byte> answer)
    {
        int end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return null;
        }

        ReadOnlySpan<byte> head = answer[..end];
        int chunked = head.IndexOf("chunked"u8);
        if (chunked >= 0)
        {
            return answer.EndsWith("0\r\n\r\n"u8) ? answer.Length : null;
        }

        int at = head.IndexOf("Content-Length: "u8);
        ReadOnlySpan<byte> digits = at < 0 ? "0"u8 : head[(at + 16)..];
        int lineEnd = digits.IndexOf((byte)'\r');
        return end + 4 + int.Parse(lineEnd < 0 ? digits : digits[..lineEnd], CultureInfo.InvariantCulture);
    }
}
