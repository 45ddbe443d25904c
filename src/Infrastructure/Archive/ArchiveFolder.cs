namespace TitanTrakr.Infrastructure.Archive;

/// <summary>Where an archive's files lie: a folder of this machine, or a bucket.</summary>
internal abstract class ArchiveFolder
{
    private const string Bucket = "s3://";

    /// <summary>The place that a text names: <c>s3://bucket/prefix</c>, else a path.</summary>
    public static ArchiveFolder At(string place)
    {
        if (!place.StartsWith(Bucket, StringComparison.OrdinalIgnoreCase))
        {
            return new LocalFolder(Path.GetFullPath(place));
        }

        var parts = place[Bucket.Length..].TrimEnd('/').Split('/', 2);
        return new BucketFolder(parts[0], parts is [_, var prefix] ? prefix + "/" : "");
    }

    /// <summary>How people name it; what <see cref="At"/> takes.</summary>
    public abstract string Place { get; }

    /// <summary>A place in this one.</summary>
    public ArchiveFolder Inside(string name) => At($"{Place.TrimEnd('/')}/{name}");

    /// <summary>Writes a file that wasn't there, piece by piece; it is whole or not there.</summary>
    public abstract Task Write(string name, Func<Stream, Task> write, CancellationToken cancellationToken);

    /// <summary>The file's bytes, or null where there is none.</summary>
    public abstract Task<Stream?> Read(string name, CancellationToken cancellationToken);

    private sealed class LocalFolder(string path) : ArchiveFolder
    {
        public override string Place => path;

        public override async Task Write(string name, Func<Stream, Task> write, CancellationToken cancellationToken)
        {
            Directory.CreateDirectory(path);
            var (whole, part) = (Path.Combine(path, name), Path.Combine(path, name + ".part"));
            await using (var file = new FileStream(part, FileMode.Create, FileAccess.Write))
            {
                await write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(part, whole);
        }

        public override Task<Stream?> Read(string name, CancellationToken cancellationToken)
        {
            var file = Path.Combine(path, name);
            return Task.FromResult<Stream?>(File.Exists(file) ? File.OpenRead(file) : null);
        }
    }
}
