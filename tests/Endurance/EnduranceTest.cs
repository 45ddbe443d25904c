using System.Collections.Concurrent;
using TitanTrakr.Testing;

[assembly: LevelOfParallelism(2)]

namespace TitanTrakr.Endurance;

/// <summary>Trials on both databases, each with accounts of its own; fixtures share one host a database unless they break it.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
[Parallelizable(ParallelScope.Self)]
public abstract class EnduranceTest(Provider provider)
{
    private static readonly ConcurrentDictionary<Provider, Lazy<Task<Gym>>> Shared = [];
    private readonly List<Account> _accounts = [];

    protected Provider Provider => provider;

    private protected Gym Gym { get; private set; } = null!;

    private protected Server Server => Gym.Server;

    /// <summary>Whether the host is killed or stopped here, so that no other fixture can use it.</summary>
    private protected virtual bool BreaksHost => false;

    [OneTimeSetUp]
    public async Task Open() => Gym = BreaksHost ? await New() : await Shared.GetOrAdd(provider, _ => new(New)).Value;

    [TearDown]
    public void Leave()
    {
        _accounts.ForEach(account => account.Dispose());
        _accounts.Clear();
    }

    [OneTimeTearDown]
    public void Close()
    {
        if (BreaksHost)
        {
            Gym?.Dispose();
        }
    }

    internal static void CloseShared()
    {
        foreach (var gym in Shared.Values.Where(gym => gym.IsValueCreated && gym.Value.IsCompletedSuccessfully))
        {
            gym.Value.Result.Dispose();
        }
    }

    private protected async Task<Account> Lifter()
    {
        var account = await Account.Open(Server.Address);
        _accounts.Add(account);
        return account;
    }

    private protected Task NothingIsLostOrDoubled() => Gym.ShouldHold(_accounts);

    private Task<Gym> New() => Gym.Open(new TestDatabase(provider));
}

[SetUpFixture]
public sealed class Servers
{
    [OneTimeTearDown]
    public void Stop()
    {
        EnduranceTest.CloseShared();
        PostgresServer.StopShared();
    }
}
