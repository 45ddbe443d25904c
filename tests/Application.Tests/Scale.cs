namespace TitanTrakr.Application.Tests;

/// <summary>Takes bytes in, keeps none, and weighs what the process holds beyond what it held before.</summary>
/// <param name="step">After how many bytes it weighs again.</param>
internal sealed class Scale(long step) : Stream
{
    private readonly long _before = Weigh();
    private long _next;

    /// <summary>How many bytes came.</summary>
    public long Taken { get; private set; }

    /// <summary>The most that was held at a time.</summary>
    public long Most { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>What is reachable now, in bytes.</summary>
    public static long Weigh()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: false);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Taken += buffer.Length;
        if (Taken >= _next && step < long.MaxValue)
        {
            Most = Math.Max(Most, Weigh() - _before);
            _next = Taken + step;
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
