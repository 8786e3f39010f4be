using System.Text;

namespace Gouvernail.Consult.Polis;

/// <summary>Moments as ISO 8601 in UTC, such as 2015-06-30T08:49:52.085Z.</summary>
internal sealed class IsoTime
{
    private const long DayMilliseconds = 24 * 60 * 60 * 1000;

    private static readonly int _epoch = new DateOnly(1970, 1, 1).DayNumber;

    private readonly byte[] _text = Encoding.ASCII.GetBytes("0000-00-00T00:00:00.000Z");
    private long _day = long.MinValue;

    /// <summary>The text of a moment in milliseconds since 1970; empty outside the years 1 to 9999.</summary>
    public ReadOnlySpan<byte> Of(long? milliseconds)
    {
        if (milliseconds is not long time
            || time < DateTimeOffset.MinValue.ToUnixTimeMilliseconds()
            || time > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        {
            return default;
        }

        long day = Math.DivRem(time, DayMilliseconds, out long rest);
        if (rest < 0)
        {
            day--;
            rest += DayMilliseconds;
        }

        if (day != _day)
        {
            _day = day;
            DateOnly date = DateOnly.FromDayNumber((int)day + _epoch);
            Digits(date.Year, 0, 4);
            Digits(date.Month, 5, 2);
            Digits(date.Day, 8, 2);
        }

        Digits((int)(rest / 3_600_000), 11, 2);
        Digits((int)(rest / 60_000 % 60), 14, 2);
        Digits((int)(rest / 1000 % 60), 17, 2);
        Digits((int)(rest % 1000), 20, 3);
        return _text;
    }

    private void Digits(int number, int at, int count)
    {
        for (int i = at + count - 1; i >= at; i--)
        {
            _text[i] = (byte)('0' + (number % 10));
            number /= 10;
        }
    }
}
