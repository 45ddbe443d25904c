using System.Net;
using Amazon.S3;
using Amazon.S3.Model;

namespace TitanTrakr.Infrastructure.Archive;

/// <summary>A prefix of an S3 bucket, at the endpoint and with the credentials that the AWS SDK finds.</summary>
internal sealed class BucketFolder(string bucket, string prefix) : ArchiveFolder
{
    public override string Place => $"s3://{bucket}/{prefix}";

    public override async Task Write(string name, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        using var client = new AmazonS3Client();
        await using var upload = new PartedUpload(client, bucket, prefix + name);
        await write(upload);
        await upload.Complete(cancellationToken);
    }

    public override async Task<Stream?> Read(string name, CancellationToken cancellationToken)
    {
        // It lives as long as the process: the answer's stream reads through it.
        var client = new AmazonS3Client();
        try
        {
            return (await client.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = prefix + name }, cancellationToken)).ResponseStream;
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }
}
