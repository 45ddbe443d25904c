using System.Text.Json;

namespace TitanTrakr.Infrastructure.Archive;

/// <summary>What an archive holds. Written last: without one an export was cut off.</summary>
/// <param name="Format">How to read the files; raised when an older release could not.</param>
/// <param name="CreatedAt">The moment that the files show.</param>
internal sealed record ArchiveManifest(int Format, DateTimeOffset CreatedAt, IReadOnlyList<ArchivedFile> Files)
{
    public const string FileName = "manifest.json";

    public const int Current = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public Task Write(Stream to, CancellationToken cancellationToken) => JsonSerializer.SerializeAsync(to, this, Options, cancellationToken);

    /// <summary>The manifest, or null where the text is none.</summary>
    public static async Task<ArchiveManifest?> Read(Stream from, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<ArchiveManifest>(from, Options, cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>One file of an archive: a line a row.</summary>
/// <param name="Sha256">Of its bytes, as sha256sum prints it. The order and spelling of lines are fixed, so equal tables have equal sums.</param>
internal sealed record ArchivedFile(string Name, long Rows, long Bytes, string Sha256);
