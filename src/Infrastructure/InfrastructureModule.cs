using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Exchange;
using TitanTrakr.Infrastructure.Archive;
using TitanTrakr.Infrastructure.Aws;
using TitanTrakr.Infrastructure.Caching;
using TitanTrakr.Infrastructure.Exchange;
using TitanTrakr.Infrastructure.Identity;
using TitanTrakr.Infrastructure.Persistence;
using TitanTrakr.Infrastructure.Persistence.Sqlite;
using TitanTrakr.Infrastructure.Voice;

namespace TitanTrakr.Infrastructure;

/// <summary>The room's only door.</summary>
public static class InfrastructureModule
{
    /// <summary>
    /// Registers the stores on the database that <c>Database:Provider</c> names (Sqlite or Postgres) and <c>ConnectionStrings:Titan</c>
    /// points to. Without either it is a SQLite file under <paramref name="contentRoot"/>. <c>ConnectionStrings:TitanRead</c> points to a
    /// read replica of PostgreSQL, <c>ConnectionStrings:Redis</c> to a cache that processes share.
    /// </summary>
    public static IServiceCollection AddInfrastructure(
        this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        Action<NpgsqlDbContextOptionsBuilder> postgres = configuration.GetValue("Database:IamAuth", false) ? o => o.ConfigureDataSource(IamSignIn.Use) : _ => { };
        AddDatabase(services, configuration, contentRoot, postgres);
        services.AddSingleton(s => new ReadReplica(
            configuration.GetConnectionString("TitanRead"), postgres, s.GetService<ILoggerFactory>(), s.GetRequiredService<TimeProvider>()));
        services.AddAccountCache(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IDatabaseHealth, DatabaseHealth>();
        services.AddSingleton(s => new DatabaseStartup(
            s.GetRequiredService<IServiceScopeFactory>(), s.GetRequiredService<ProjectionMaintenance>(), configuration, s.GetService<IHostEnvironment>()));
        services.AddSingleton<ProjectionMaintenance>();
        services.AddSingleton<EventArchive>();
        services.AddSingleton<HotPath>();
        services.AddVoiceModel(configuration);
        AddStores(services);
        IdentityModule.Add(services, configuration, contentRoot);
        return services;
    }

    /// <summary>
    /// Adds the settings that AWS Secrets Manager keeps under <c>Secrets:Name</c>, if that is set: a JSON object of names and texts, or objects of
    /// them, which wins over every other source. Asks Systems Manager, at the endpoint and with the credentials that the AWS SDK finds.
    /// </summary>
    public static void AddStoredSecrets(this IConfigurationManager configuration) => StoredSecrets.AddTo(configuration);

    private static void AddDatabase(
        IServiceCollection services, IConfiguration configuration, string contentRoot, Action<NpgsqlDbContextOptionsBuilder> postgres)
    {
        var provider = configuration["Database:Provider"] ?? "Sqlite";
        if (provider.Equals("Postgres", StringComparison.OrdinalIgnoreCase))
        {
            var address = PostgresAddress.Of(configuration);
            services.AddSingleton(new WriterGate(oneAtATime: false));
            AddContext<PostgresTitanDbContext>(services, (_, o) => o.UseNpgsql(address, postgres).AddInterceptors(new SessionGuard()));
        }
        else if (provider.Equals("Sqlite", StringComparison.OrdinalIgnoreCase))
        {
            var file = configuration.GetConnectionString("Titan") ?? DefaultFile(contentRoot);
            services.AddSingleton(new WriterGate(oneAtATime: true));
            services.AddSingleton(_ => new OpenFiles(file));
            AddContext<SqliteTitanDbContext>(services, (s, o) => o.UseSqlite(file).AddInterceptors(s.GetRequiredService<OpenFiles>(), new SessionGuard()));
        }
        else
        {
            throw new InvalidOperationException($"Database:Provider is Sqlite or Postgres, not {provider}.");
        }
    }

    private static void AddContext<TContext>(IServiceCollection services, Action<IServiceProvider, DbContextOptionsBuilder> configure)
        where TContext : TitanDbContext
    {
        services.AddPooledDbContextFactory<TContext>((provider, options) => configure(provider, Quiet(options)));
        services.AddScoped<TitanDbContext>(provider =>
        {
            var context = provider.GetRequiredService<IDbContextFactory<TContext>>().CreateDbContext();
            context.Caller = new Caller(provider.GetRequiredService<CommandScope>());
            return context;
        });
    }

    // A session that was ended stops a query by an exception, which is no error. What is one, whoever catches it logs. Whether a migration is
    // missing is for a test to say: to ask at every start would build the model that is compiled.
    private static DbContextOptionsBuilder Quiet(DbContextOptionsBuilder options) => options.ConfigureWarnings(warnings => warnings
        .Log((CoreEventId.QueryIterationFailed, LogLevel.Debug), (RelationalEventId.CommandError, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug))
        .Ignore(RelationalEventId.PendingModelChangesWarning));

    private static string DefaultFile(string contentRoot) => new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(contentRoot, "workspace", "default", "gym.db"),
        DefaultTimeout = 5,
    }.ToString();

    private static void AddStores(IServiceCollection services)
    {
        services.AddScoped<UnitSession>();
        services.AddScoped<PendingWrites>();
        services.AddScoped<NewRows>();
        services.AddScoped<ReadSide>();
        services.AddScoped<IServedReads, ServedReads>();
        services.AddScoped<IUnitOfWork, UnitOfWork>();
        services.AddScoped<IEventStore, EventStore>();
        services.AddScoped<IAccountStore, AccountStore>();
        services.AddScoped<IAccountEraser, AccountEraser>();
        services.AddScoped<IAuditLog, AuditLog>();
        services.AddScoped<ILimits, Limits>();
        services.AddScoped<IWorkoutIndex, WorkoutIndex>();
        services.AddSingleton<ICsvFiles, CsvFiles>();
        services.AddScoped<IVoiceSources, VoiceSourceReader>();
        AddPart<IProjections, Projections>(services);
        AddPart<ICompletedWorkouts, CompletedWorkouts>(services);
        AddPart<IExerciseStore, ExerciseStore>(services);
        AddPart<ISessionChunks, SessionChunks>(services);
        AddPart<ITrainingSums, TrainingSums>(services);
        AddPart<IBodyWeights, BodyWeights>(services);
    }

    private static void AddPart<TPort, TPart>(IServiceCollection services)
        where TPort : class
        where TPart : class, TPort, IUnitPart
    {
        services.AddScoped<TPart>();
        services.AddScoped<TPort>(s => s.GetRequiredService<TPart>());
        services.AddScoped<IUnitPart>(s => s.GetRequiredService<TPart>());
    }
}
