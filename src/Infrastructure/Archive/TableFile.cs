using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Infrastructure.Persistence;

namespace TitanTrakr.Infrastructure.Archive;

/// <summary>A table as lines of JSON, summed while they pass. Memory holds a batch of rows.</summary>
internal static class TableFile
{
    private const int Batch = 500;

    private static readonly byte[] NewLine = "\n"u8.ToArray();

    /// <summary>Writes the table's rows and answers what was written.</summary>
    public static async Task<ArchivedFile> Write(ArchivedTable table, TitanDbContext db, Stream to, CancellationToken cancellationToken)
    {
        var options = RowJson.For(db.Model);
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (rows, bytes) = (0L, 0L);
        await foreach (var row in table.Rows(db).WithCancellation(cancellationToken))
        {
            byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(row, table.Row, options), .. NewLine];
            sum.AppendData(line);
            await to.WriteAsync(line, cancellationToken);
            (rows, bytes) = (rows + 1, bytes + line.Length);
        }

        return new ArchivedFile(table.FileName(db), rows, bytes, Convert.ToHexStringLower(sum.GetHashAndReset()));
    }

    /// <summary>Stores the file's rows; answers what is wrong with it, or null.</summary>
    public static async Task<Error?> Store(ArchivedTable table, ArchivedFile file, Stream from, TitanDbContext db, CancellationToken cancellationToken)
    {
        var options = RowJson.For(db.Model);
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var reader = new StreamReader(from, Encoding.UTF8);
        var rows = 0L;
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            sum.AppendData(Encoding.UTF8.GetBytes(line));
            sum.AppendData(NewLine);
            rows++;
            if (Read(line, table, options) is not { } row)
            {
                return new ArchiveUnreadable(file.Name, rows);
            }

            db.Add(row);
            if (rows % Batch == 0)
            {
                await Save(db, cancellationToken);
            }
        }

        await Save(db, cancellationToken);
        return rows == file.Rows && Convert.ToHexStringLower(sum.GetHashAndReset()) == file.Sha256 ? null : new ArchiveDamaged(file.Name);
    }

    private static object? Read(string line, ArchivedTable table, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize(line, table.Row, options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task Save(TitanDbContext db, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }
}
