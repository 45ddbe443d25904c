using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;
using TitanTrakr.Testing;

namespace TitanTrakr.Application.Tests;

/// <summary>Runs a fixture's tests on both databases, each fixture on a database of its own that is empty before each test.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public abstract class DatabaseTest(Provider provider)
{
    protected Provider Provider => provider;

    protected Guid Account { get; private set; }

    private protected House House { get; private set; } = null!;

    private protected TestDatabase Database { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        Database = new TestDatabase(provider);
        House = new House(Database);
        await House.Prepare();
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await House.DisposeAsync();
        Database.Dispose();
    }

    [SetUp]
    public async Task NewAccount()
    {
        await Database.Empty();
        Account = await House.Guest();
    }

    protected CommandScope Command(string fingerprint = "f") => new() { AccountId = Account, Fingerprint = fingerprint };

    protected static WorkoutDescribed Happened(string name = "Push") => new(Guid.Empty, name, null);

    private protected static Task<Result<string>> Append(House house, CommandScope scope, string name = "Push") => house.In(s =>
        s.GetRequiredService<IUnitOfWork>().Run<string>(scope, [], _ => Work(s, name), CancellationToken.None));

    private protected Task<IReadOnlyList<RecordedEvent>> Log(Guid? account = null) => House.In(s =>
        s.GetRequiredService<IEventStore>().Read(account ?? Account, 0, 1000, CancellationToken.None));

    private static Task<Result<string>> Work(IServiceProvider services, string name)
    {
        var recorded = services.GetRequiredService<IEventStore>().Append([Happened(name)], DateTimeOffset.UtcNow);
        return Task.FromResult<Result<string>>($"{name} {recorded[0].Sequence}");
    }
}

[SetUpFixture]
public sealed class Servers
{
    [OneTimeTearDown]
    public void Stop() => PostgresServer.StopShared();
}
