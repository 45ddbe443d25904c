using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>Brings the schema, and what is folded into it, up to date: SQLite by itself, PostgreSQL as a step of its own unless told otherwise.</summary>
public sealed class DatabaseStartup
{
    // Any constant will do; it must only never change.
    private const long MigrationLock = 7_461_746_001;

    private readonly IServiceScopeFactory _scopes;
    private readonly FoldVersion _folds;
    private readonly bool _atStart;
    private readonly string? _appRole, _appPassword;

    /// <summary>
    /// Reads <c>Database:MigrateAtStart</c>; without it a development host migrates PostgreSQL at start, others don't. Reads
    /// <c>Database:AppRole</c>: the role that hosts run under, which each migration grants what it needs; and <c>Database:AppPassword</c>, with
    /// which each migration makes that role, or gives it that password.
    /// </summary>
    public DatabaseStartup(
        IServiceScopeFactory scopes, ProjectionMaintenance maintenance, IConfiguration configuration, IHostEnvironment? environment = null)
    {
        (_scopes, _folds) = (scopes, new FoldVersion(scopes, maintenance));
        _atStart = configuration.GetValue<bool?>("Database:MigrateAtStart") ?? environment?.IsDevelopment() ?? false;
        _appRole = configuration["Database:AppRole"];
        _appPassword = configuration["Database:AppPassword"];
    }

    /// <summary>What a starting host does: migrates SQLite always, PostgreSQL when configured.</summary>
    public async Task Prepare(CancellationToken cancellationToken)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TitanDbContext>();
        if (_atStart || db is SqliteTitanDbContext)
        {
            await Migrate(db, cancellationToken);
        }
    }

    /// <summary>Migrates now, whatever the settings: for the verb that deployments call.</summary>
    public async Task Migrate(CancellationToken cancellationToken)
    {
        await using var scope = _scopes.CreateAsyncScope();
        await Migrate(scope.ServiceProvider.GetRequiredService<TitanDbContext>(), cancellationToken);
    }

    private Task Migrate(TitanDbContext db, CancellationToken cancellationToken) => db is SqliteTitanDbContext
        ? SqliteMigration.Run(db, _folds.CatchUp, cancellationToken)
        : MigratePostgres(db, cancellationToken);

    private async Task MigratePostgres(TitanDbContext db, CancellationToken cancellationToken)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancellationToken))
        {
            await creator.CreateAsync(cancellationToken);
        }

        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationLock})", cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
            if (_appRole is not null)
            {
                await AppRole.Make(db, _appRole, _appPassword, cancellationToken);
                await AppRole.Grant(db, _appRole, cancellationToken);
            }

            await _folds.CatchUp(cancellationToken);
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({MigrationLock})", cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
