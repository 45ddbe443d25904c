using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TitanTrakr.Application;
using TitanTrakr.Infrastructure;
using TitanTrakr.Infrastructure.Persistence;
using TitanTrakr.Testing;

namespace TitanTrakr.Endurance;

/// <summary>A database, a host on it, a model behind that, and what must be true of them when the faults are over.</summary>
internal sealed class Gym : IDisposable
{
    private readonly Lazy<ServiceProvider> _services;

    public Gym(TestDatabase database)
    {
        Database = database;
        Server = Host();
        _services = new(() => new ServiceCollection().AddLogging().AddApplication()
            .AddInfrastructure(new ConfigurationBuilder().AddInMemoryCollection(database.Settings).Build(), database.Home)
            .BuildServiceProvider());
    }

    public TestDatabase Database { get; }

    public Server Server { get; }

    public ModelStandIn Model { get; } = new();

    // Nobody is told to wait here because of how many guests come from one address; the full trials outlive a token of 15 minutes.
    private Dictionary<string, string?> Settings => new()
    {
        ["Limits:Guest:PerAddress"] = "0",
        ["Tokens:AccessMinutes"] = "600",
        ["Tokens:Keys"] = Convert.ToBase64String(new byte[32]),
        ["Voice:Model:Provider"] = "Anthropic",
        ["Voice:Model:ApiKey"] = "none",
        ["Voice:Model:BaseUrl"] = Model.Address.ToString(),
        ["Voice:Model:CallsPerDay"] = "100000",
        ["Voice:Model:BreakAfter"] = "100000",
    };

    public static async Task<Gym> Open(TestDatabase database)
    {
        var gym = new Gym(database);
        try
        {
            await gym.Server.Start();
            return gym;
        }
        catch
        {
            gym.Dispose();
            throw;
        }
    }

    /// <summary>Another process on the same database; whoever asks disposes it.</summary>
    /// <param name="connection">Another way to that database.</param>
    public Server Host(string? connection = null) =>
        new(Database, connection is null ? Settings : new Dictionary<string, string?>(Settings) { ["ConnectionStrings:Titan"] = connection });

    /// <summary>Everything that was acknowledged is there once and in order, and the projections are what the log folds to.</summary>
    public async Task ShouldHold(params IReadOnlyList<Account> accounts)
    {
        foreach (var account in accounts)
        {
            await account.ShouldBeWhole(Server.Address);
        }

        await ProjectionsShouldBeTrue(accounts);
    }

    /// <summary>
    /// Asked in this process in short, of these accounts or of everybody, as starting the verb costs more than a test; in full by the verb,
    /// of everybody.
    /// </summary>
    public async Task ProjectionsShouldBeTrue(params IReadOnlyList<Account> accounts)
    {
        if (Extent.IsFull)
        {
            (await Server.Verb("projections", "verify")).ShouldBe(0);
            return;
        }

        // What this process has open may have died with the server.
        NpgsqlConnection.ClearAllPools();
        var maintenance = _services.Value.GetRequiredService<ProjectionMaintenance>();
        Guid?[] whose = accounts.Count == 0 ? [null] : [.. accounts.Select(account => account.Id)];
        foreach (var accountId in whose)
        {
            (await maintenance.Verify(accountId, CancellationToken.None)).Differences.ShouldBeEmpty();
        }
    }

    public void Dispose()
    {
        Server.Dispose();
        Model.Dispose();
        if (_services.IsValueCreated)
        {
            _services.Value.Dispose();
        }

        Database.Dispose();
    }
}
