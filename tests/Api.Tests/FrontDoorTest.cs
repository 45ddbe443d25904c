using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

/// <summary>Tests through HTTP against the real process, on both databases; each test finds the database empty but for its own account.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public abstract class FrontDoorTest(Provider provider)
{
    private TestDatabase _database = null!;

    private protected Server Server { get; private set; } = null!;

    private protected Lifter Lifter { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _database = new TestDatabase(provider);
        Server = new Server(_database);
        await Server.Start();
    }

    [OneTimeTearDown]
    public void Close()
    {
        Server.Dispose();
        _database.Dispose();
    }

    [SetUp]
    public async Task SignUp()
    {
        await _database.Empty();
        Lifter = await Lifter.SignUp(Server);
    }

    [TearDown]
    public void SignOut() => Lifter.Dispose();

    /// <summary>Folding the log again must give what is stored.</summary>
    private protected async Task ProjectionsAreTrue() => (await Server.Verb("projections", "verify")).ShouldBe(0);
}

[SetUpFixture]
public sealed class Servers
{
    [OneTimeTearDown]
    public void Stop() => PostgresServer.StopShared();
}
