using System.Diagnostics;

namespace Gouvernail.Log.Tests;

/// <summary>
/// Every parser of outside bytes, on right input changed at random places: nothing thrown, and where something is read,
/// it is written back as the same bytes. <c>GOUVERNAIL_FUZZ_SECONDS</c> makes it longer than its second and a half.
/// </summary>
public sealed class HostileBytesTests
{
    private ulong _state = 0x9E3779B97F4A7C15;

    [Fact]
    public void No_parser_throws_or_reads_what_it_would_not_write()
    {
        using var inputs = new HostileInputs();
        IReadOnlyList<HostileInput> parsers = inputs.All;
        double seconds = double.TryParse(
            Environment.GetEnvironmentVariable("GOUVERNAIL_FUZZ_SECONDS"), null, out double asked) ? asked : 1.5;
        long[] read = new long[parsers.Count];
        foreach (HostileInput parser in parsers)
        {
            parser.Again(parser.Seed).ShouldBe(parser.Seed, parser.Name);
        }

        var clock = Stopwatch.StartNew();
        long tried = 0;
        while (clock.Elapsed.TotalSeconds < seconds)
        {
            int which = (int)(tried++ % parsers.Count);
            HostileInput parser = parsers[which];
            byte[] changed = Changed(parser.Seed, parsers[Below(parsers.Count)].Seed);
            byte[]? written = Try(parser, changed);
            read[which] += written is null ? 0 : 1;
            if (written is not null && !written.AsSpan().SequenceEqual(changed))
            {
                Assert.Fail($"{parser.Name}: {Convert.ToHexString(changed)} was written as "
                    + Convert.ToHexString(written));
            }
        }

        TestContext.Current.SendDiagnosticMessage(
            $"{tried} inputs tried in {clock.Elapsed.TotalSeconds:F0} s, peak {Peak()} MB; read: "
            + string.Join(", ", parsers.Select((parser, i) => $"{parser.Name} {read[i]}")));
        tried.ShouldBeGreaterThan(1_000);
    }

    private static long Peak() => Process.GetCurrentProcess().PeakWorkingSet64 >> 20;

    private static byte[]? Try(HostileInput parser, byte[] changed)
    {
        try
        {
            return parser.Again(changed);
        }
        catch (Exception e)
        {
            Assert.Fail($"{parser.Name}: {Convert.ToHexString(changed)} made it throw {e}");
            throw;
        }
    }

    private byte[] Changed(byte[] seed, byte[] other)
    {
        List<byte> bytes = [.. seed];
        for (int changes = 1 + Below(4); changes > 0 && bytes.Count > 0; changes--)
        {
            int at = Below(bytes.Count);
            int length = Math.Min(Below(40), bytes.Count - at);
            switch (Below(8))
            {
                case 0: bytes[at] ^= (byte)(1 << Below(8)); break;
                case 1: bytes[at] = (byte)Below(256); break;
                case 2: bytes.RemoveRange(at, length); break;
                case 3: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
                case 4: bytes.Insert(at, (byte)"\n 0+=/x\t"[Below(8)]); break;
                case 5: bytes.InsertRange(at, Part(other)); break;
                case 6: (bytes[at], bytes[^1]) = (bytes[^1], bytes[at]); break;
                default: bytes.RemoveRange(at, bytes.Count - at); break;
            }
        }

        return [.. bytes];
    }

    private byte[] Part(byte[] bytes)
    {
        int at = Below(bytes.Length);
        return bytes[at..(at + Below(Math.Min(200, bytes.Length - at) + 1))];
    }

    /// <summary>xorshift64 (Marsaglia 2003): the same inputs on every run.</summary>
    private int Below(int bound)
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return (int)(_state % (ulong)bound);
    }
}
