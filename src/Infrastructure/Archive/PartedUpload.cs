using Amazon.S3;
using Amazon.S3.Model;

namespace TitanTrakr.Infrastructure.Archive;

/// <summary>
/// Writes an S3 object of unknown length with the memory of one part. S3 wants to know a length beforehand, so it goes up in parts; unless
/// it is completed, the parts are given up and there is no object.
/// </summary>
internal sealed class PartedUpload(IAmazonS3 client, string bucket, string key) : Stream
{
    // S3 takes 10,000 parts of 5 MB or more: 80 GB.
    private const int PartSize = 8 * 1024 * 1024;

    private readonly MemoryStream _part = new();
    private readonly List<PartETag> _sent = [];
    private string? _uploadId;
    private bool _completed;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Sends the rest: from here on the object is there.</summary>
    public async Task Complete(CancellationToken cancellationToken)
    {
        if (_uploadId is null)
        {
            await client.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, InputStream = Rewound(), AutoCloseStream = false }, cancellationToken);
        }
        else
        {
            await Send(isLast: true, cancellationToken);
            await client.CompleteMultipartUploadAsync(
                new CompleteMultipartUploadRequest { BucketName = bucket, Key = key, UploadId = _uploadId, PartETags = _sent }, cancellationToken);
        }

        _completed = true;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _part.Write(buffer.Span);
        if (_part.Length >= PartSize)
        {
            await Send(isLast: false, cancellationToken);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("It is written asynchronously.");

    public override async ValueTask DisposeAsync()
    {
        if (_uploadId is not null && !_completed)
        {
            await client.AbortMultipartUploadAsync(bucket, key, _uploadId);
        }

        await _part.DisposeAsync();
        await base.DisposeAsync();
    }

    private async Task Send(bool isLast, CancellationToken cancellationToken)
    {
        _uploadId ??= (await client.InitiateMultipartUploadAsync(bucket, key, cancellationToken)).UploadId;
        var answer = await client.UploadPartAsync(
            new UploadPartRequest { BucketName = bucket, Key = key, UploadId = _uploadId, PartNumber = _sent.Count + 1, InputStream = Rewound(), IsLastPart = isLast },
            cancellationToken);
        _sent.Add(new PartETag(answer.PartNumber ?? _sent.Count + 1, answer.ETag));
        _part.SetLength(0);
    }

    private MemoryStream Rewound()
    {
        _part.Position = 0;
        return _part;
    }
}
