using System.Data;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Infrastructure.Persistence;
using TitanTrakr.Infrastructure.Persistence.Sqlite;

namespace TitanTrakr.Infrastructure.Archive;

/// <summary>What was archived or restored.</summary>
/// <param name="Place">Where the archive lies: a folder, or a prefix of a bucket.</param>
/// <param name="Events">How many events the log holds.</param>
/// <param name="LogDigest">SHA-256 of the log's file: equal logs have equal ones, on either database.</param>
public sealed record ArchiveReport(string Place, long Events, long Rows, string LogDigest);

/// <summary>
/// The event log, and what accounts need beside it, as files that outlive the database: see <c>docs/adr/0022</c>. Everything else is folded
/// from the log again when an archive is imported.
/// </summary>
public sealed class EventArchive(IServiceScopeFactory scopes, DatabaseStartup startup, ProjectionMaintenance projections, TimeProvider clock)
{
    /// <summary>Writes one moment of the database into a new folder under a place (a path, or <c>s3://bucket/prefix</c>), while it is in use.</summary>
    public async Task<ArchiveReport> Export(string to, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TitanDbContext>();
        await using var snapshot = await Snapshot(db, cancellationToken);
        var now = clock.GetUtcNow();
        var folder = ArchiveFolder.At(to).Inside(now.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture));
        var files = new List<ArchivedFile>();
        foreach (var table in ArchivedTables.All)
        {
            await folder.Write(table.FileName(db), async file => files.Add(await TableFile.Write(table, db, file, cancellationToken)), cancellationToken);
        }

        var manifest = new ArchiveManifest(ArchiveManifest.Current, now, files);
        await folder.Write(ArchiveManifest.FileName, file => manifest.Write(file, cancellationToken), cancellationToken);
        return Report(folder.Place, manifest);
    }

    /// <summary>
    /// Migrates an empty database, stores an archive in it, all or nothing, and folds the projections. Refused when the database isn't
    /// empty, a file isn't what the manifest says, or what was stored would be archived otherwise.
    /// </summary>
    public async Task<Result<ArchiveReport>> Import(string from, CancellationToken cancellationToken)
    {
        var folder = ArchiveFolder.At(from);
        if (await Manifest(folder, cancellationToken) is not { } manifest)
        {
            return new ArchiveIncomplete(folder.Place);
        }

        if (manifest.Format > ArchiveManifest.Current)
        {
            return new ArchiveTooNew(manifest.Format);
        }

        await startup.Migrate(cancellationToken);
        if (await Store(folder, manifest, cancellationToken) is { } fault)
        {
            return fault;
        }

        await projections.Rebuild(cancellationToken);
        return Report(folder.Place, manifest);
    }

    private static async Task<ArchiveManifest?> Manifest(ArchiveFolder folder, CancellationToken cancellationToken)
    {
        await using var file = await folder.Read(ArchiveManifest.FileName, cancellationToken);
        return file is null ? null : await ArchiveManifest.Read(file, cancellationToken);
    }

    private async Task<Error?> Store(ArchiveFolder folder, ArchiveManifest manifest, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var turn = await scope.ServiceProvider.GetRequiredService<WriterGate>().Enter(cancellationToken);
        var db = scope.ServiceProvider.GetRequiredService<TitanDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        foreach (var table in ArchivedTables.All)
        {
            if (!await table.IsEmpty(db, cancellationToken))
            {
                return new DatabaseNotEmpty(table.FileName(db));
            }
        }

        foreach (var table in ArchivedTables.All)
        {
            if (await Store(table, folder, manifest, db, cancellationToken) is { } fault)
            {
                return fault;
            }
        }

        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    private static async Task<Error?> Store(
        ArchivedTable table, ArchiveFolder folder, ArchiveManifest manifest, TitanDbContext db, CancellationToken cancellationToken)
    {
        var name = table.FileName(db);
        await using var content = await folder.Read(name, cancellationToken);
        if (content is null || manifest.Files.SingleOrDefault(file => file.Name == name) is not { } file)
        {
            return new ArchiveDamaged(name);
        }

        return await TableFile.Store(table, file, content, db, cancellationToken)
            ?? (await TableFile.Write(table, db, Stream.Null, cancellationToken) == file ? null : new DatabaseDiffers(name));
    }

    // Every table as of one moment, and nobody waits for it.
    private static async Task<IDbContextTransaction> Snapshot(TitanDbContext db, CancellationToken cancellationToken)
    {
        if (!db.Database.IsSqlite())
        {
            return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        }

        await db.Database.OpenConnectionAsync(cancellationToken);
        var deferred = ((FileConnection)db.Database.GetDbConnection()).BeginDeferred();
        return (await db.Database.UseTransactionAsync(deferred, cancellationToken))!;
    }

    private static ArchiveReport Report(string place, ArchiveManifest manifest)
    {
        var log = manifest.Files.Single(file => file.Name == "events.ndjson");
        return new ArchiveReport(place, log.Rows, manifest.Files.Sum(file => file.Rows), log.Sha256);
    }
}
