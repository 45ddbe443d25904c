using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Application;
using TitanTrakr.Infrastructure;
using TitanTrakr.Infrastructure.Persistence;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

/// <summary>A database and the host on it. Fixtures share one a provider, as starting one costs more than most tests.</summary>
internal sealed class Door : IDisposable
{
    private static readonly Dictionary<Provider, Door> Shared = [];
    private readonly Lazy<ServiceProvider> _services;

    private Door(Provider provider, IReadOnlyDictionary<string, string?>? settings)
    {
        Database = new TestDatabase(provider);
        Server = new Server(Database, settings);
        _services = new(() => new ServiceCollection().AddLogging().AddApplication()
            .AddInfrastructure(new ConfigurationBuilder().AddInMemoryCollection(Database.Settings).Build(), Database.Home)
            .BuildServiceProvider());
    }

    public TestDatabase Database { get; }

    public Server Server { get; }

    /// <summary>The one that fixtures share.</summary>
    public static async Task<Door> Common(Provider provider)
    {
        if (!Shared.TryGetValue(provider, out var door))
        {
            Shared[provider] = door = await Own(provider, null);
        }

        return door;
    }

    /// <summary>One of a fixture's own, with settings beside the database's.</summary>
    public static async Task<Door> Own(Provider provider, IReadOnlyDictionary<string, string?>? settings)
    {
        var door = new Door(provider, settings);
        await door.Server.Start();
        return door;
    }

    /// <summary>
    /// How the projections differ from the fold of the log. Asked in this process: the verb's own would cost more to start than a test.
    /// </summary>
    public async Task<IReadOnlyList<string>> Differences() =>
        (await _services.Value.GetRequiredService<ProjectionMaintenance>().Verify(CancellationToken.None)).Differences;

    public static void CloseCommon()
    {
        foreach (var door in Shared.Values)
        {
            door.Dispose();
        }

        Shared.Clear();
    }

    public void Dispose()
    {
        Server.Dispose();
        if (_services.IsValueCreated)
        {
            _services.Value.Dispose();
        }

        Database.Dispose();
    }
}
