using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Gouvernail.Consult;

/// <summary>Moments as ISO 8601 in UTC, such as 2015-06-30T08:49:52.085Z; the date is kept while it lasts.</summary>
internal sealed class IsoTime
{
    private const long DayMilliseconds = 24 * 60 * 60 * 1000;

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
            DateTimeOffset date = DateTimeOffset.FromUnixTimeMilliseconds(day * DayMilliseconds);
            date.TryFormat(_text, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        Digits((int)(rest / 3_600_000), 11, 2);
        Digits((int)(rest / 60_000 % 60), 14, 2);
        Digits((int)(rest / 1000 % 60), 17, 2);
        Digits((int)(rest % 1000), 20, 3);
        return _text;
    }

    private void Digits(int number, int at, int count) =>
        Utf8Formatter.TryFormat(number, _text.AsSpan(at, count), out _, new('D', (byte)count));
}
