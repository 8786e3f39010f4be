namespace Gouvernail.Consult.Sources;

/// <summary>Counts the bytes taken from the disk, and tells how far the reading has come.</summary>
internal sealed class ByteMeter(IProgress<double>? progress)
{
    private const long ReportEvery = 1 << 20;
    private long _reported;

    /// <summary>Bytes there are to read, as far as is known.</summary>
    public long Total { get; set; }

    /// <summary>Bytes read so far.</summary>
    public long Taken { get; private set; }

    public void Add(int bytes)
    {
        Taken += bytes;
        if (progress is not null && Taken - _reported >= ReportEvery && Total > 0)
        {
            _reported = Taken;
            progress.Report(Math.Min(1, Taken / (double)Total));
        }
    }

    public void Finish() => progress?.Report(1);
}
