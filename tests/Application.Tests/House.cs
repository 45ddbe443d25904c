using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Application.Common;
using TitanTrakr.Infrastructure;
using TitanTrakr.Infrastructure.Persistence;
using TitanTrakr.Testing;

namespace TitanTrakr.Application.Tests;

/// <summary>A host's services on a database: one process, as far as storage knows.</summary>
internal sealed class House : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public House(TestDatabase database)
        : this(database.Settings)
    {
    }

    public House(IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection>? more = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection().AddLogging().AddApplication().AddInfrastructure(configuration, Path.GetTempPath());
        services.ConfigureDbContext<SqliteTitanDbContext>(o => o.AddInterceptors(Trips, Faults));
        services.ConfigureDbContext<PostgresTitanDbContext>(o => o.AddInterceptors(Trips, Faults));
        more?.Invoke(services);
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public RoundTrips Trips { get; } = new();

    public PlantedFaults Faults { get; } = new();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task Prepare() => Get<DatabaseStartup>().Prepare(CancellationToken.None);

    public AsyncServiceScope Scope() => _services.CreateAsyncScope();

    public async Task<T> In<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Scope();
        return await work(scope.ServiceProvider);
    }

    public Task<Guid> Guest() => In(async s =>
        (await s.GetRequiredService<IAccountCreation>().Create(new CommandScope(), email: null, passwordHash: null, CancellationToken.None)).Value!.Account.Id);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

/// <summary>What was sent, a text a round trip.</summary>
internal sealed class RoundTrips : DbCommandInterceptor
{
    private readonly List<string> _sent = [];

    public IReadOnlyList<string> Sent => _sent;

    /// <summary>How many round trips a unit of work took: a commit that isn't in one of them went by the transaction.</summary>
    public int Count => _sent.Count + (_sent.Exists(sql => sql.Contains("COMMIT", StringComparison.Ordinal)) ? 0 : 1);

    public void Clear() => _sent.Clear();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Add(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Add(command);
        return ValueTask.FromResult(result);
    }

    private void Add(DbCommand command)
    {
        lock (_sent)
        {
            _sent.Add(command.CommandText);
        }
    }
}

/// <summary>Throws when the next changes are saved, once for each that is planted.</summary>
internal sealed class PlantedFaults : SaveChangesInterceptor
{
    private readonly Queue<Exception> _planted = [];

    public void Plant(Exception fault) => _planted.Enqueue(fault);

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        _planted.TryDequeue(out var fault) ? throw fault : ValueTask.FromResult(result);
}
