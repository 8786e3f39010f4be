namespace Gouvernail.Consult.Sources;

/// <summary>A stream that passes another one's bytes on and looks at them.</summary>
internal abstract class ReadOnlyStream(Stream inner) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => inner.CanSeek;

    public override bool CanWrite => false;

    public override long Length => inner.Length;

    public override long Position
    {
        get => inner.Position;
        set => inner.Position = value;
    }

    public override int Read(Span<byte> buffer)
    {
        int read = inner.Read(buffer);
        Seen(buffer[..read], buffer.Length);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

    public override void Flush() => inner.Flush();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Looks at what was read; nothing out of a wish for something is the end.</summary>
    protected abstract void Seen(ReadOnlySpan<byte> bytes, int wished);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}

/// <summary>A file's stream that reports to the meter.</summary>
internal sealed class MeteredStream(Stream inner, ByteMeter meter) : ReadOnlyStream(inner)
{
    protected override void Seen(ReadOnlySpan<byte> bytes, int wished) => meter.Add(bytes.Length);
}
