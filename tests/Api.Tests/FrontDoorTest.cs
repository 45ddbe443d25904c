using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

/// <summary>Tests through HTTP against the real process, on both databases; each test finds the database empty but for its own account.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public abstract class FrontDoorTest(Provider provider)
{
    private Door _door = null!;

    private protected Server Server => _door.Server;

    private protected TestDatabase Database => _door.Database;

    private protected Lifter Lifter { get; private set; } = null!;

    /// <summary>Settings for a host of the fixture's own; a fixture that stops its host needs one too. Null shares the common one.</summary>
    private protected virtual IReadOnlyDictionary<string, string?>? OwnHost => null;

    [OneTimeSetUp]
    public async Task Open() => _door = OwnHost is { } settings ? await Door.Own(provider, settings) : await Door.Common(provider);

    [OneTimeTearDown]
    public void Close()
    {
        if (OwnHost is not null)
        {
            _door.Dispose();
        }
    }

    [SetUp]
    public async Task SignUp()
    {
        await Database.Empty();
        Lifter = await Lifter.SignUp(Server);
    }

    [TearDown]
    public void SignOut() => Lifter.Dispose();

    /// <summary>Folding the log again must give what is stored.</summary>
    private protected async Task ProjectionsAreTrue() => (await _door.Differences()).ShouldBeEmpty();
}

[SetUpFixture]
public sealed class Servers
{
    [OneTimeTearDown]
    public void Stop()
    {
        Door.CloseCommon();
        PostgresServer.StopShared();
    }
}
