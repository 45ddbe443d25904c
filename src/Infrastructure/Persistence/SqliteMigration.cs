using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>Makes the file and its folder, or brings it up to date after keeping a copy.</summary>
internal static class SqliteMigration
{
    /// <param name="afterwards">What belongs to it and is done in the same turn, also when there was nothing to migrate.</param>
    public static async Task Run(TitanDbContext db, Func<CancellationToken, Task> afterwards, CancellationToken cancellationToken)
    {
        var path = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        // The system lets go of this lock when a process dies; the lock table of EF Core would stay behind and stop every later start.
        await using var turn = await Take(path + ".migrating", cancellationToken);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count > 0)
        {
            await Migrate(db, path, pending[0], cancellationToken);
        }

        await afterwards(cancellationToken);
    }

    private static async Task Migrate(TitanDbContext db, string path, string first, CancellationToken cancellationToken)
    {
        if ((await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Any())
        {
            var stamp = DateTimeOffset.UtcNow.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);
            await db.Database.ExecuteSqlAsync($"VACUUM INTO {$"{path}.before-{first}-{stamp}"}", cancellationToken);
        }

        await db.Database.ExecuteSqlAsync($"DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }

    private static async Task<FileStream> Take(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(50, cancellationToken);
            }
        }
    }
}
