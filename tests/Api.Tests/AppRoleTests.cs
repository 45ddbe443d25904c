using Npgsql;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

/// <summary>The host under a role of its own on PostgreSQL: made by the owner's migration, it serves, but the log is out of its reach.</summary>
internal sealed class AppRoleTests
{
    private readonly string _role = $"titan_app_{Guid.NewGuid():n}";
    private TestDatabase _database = null!;
    private Server _server = null!;
    private Lifter _lifter = null!;

    private string AsApp => new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Username = _role, Password = _role }.ToString();

    [OneTimeSetUp]
    public async Task Open()
    {
        _database = new TestDatabase(Provider.Postgres);
        using var owner = new Server(_database, new Dictionary<string, string?> { ["Database:AppRole"] = _role, ["Database:AppPassword"] = _role });
        (await owner.Verb("migrate")).ShouldBe(0);
        (await owner.Verb("migrate")).ShouldBe(0, "twice is once");
        _server = new Server(_database, new Dictionary<string, string?> { ["Database:MigrateAtStart"] = "false", ["ConnectionStrings:Titan"] = AsApp });
        await _server.Start();
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        _server.Dispose();
        await Execute(_database.ConnectionString, $"DROP OWNED BY {_role}; DROP ROLE {_role}");
        _database.Dispose();
    }

    [SetUp]
    public async Task Train()
    {
        _lifter = await Lifter.SignUp(_server);
        (await _lifter.Post("/api/workouts")).Status.ShouldBe(201);
        (await _lifter.Say("squat 100 for 5")).Status.ShouldBe(200);
    }

    [TearDown]
    public void Leave() => _lifter.Dispose();

    [TestCase("UPDATE events SET payload = '{}'")]
    [TestCase("DELETE FROM events")]
    [TestCase("TRUNCATE events")]
    [TestCase("UPDATE audit SET kind = 'SignedIn'")]
    [TestCase("DELETE FROM audit")]
    [TestCase("INSERT INTO deletions (account_id, requested_at) SELECT account_id, now() FROM streams")]
    [TestCase("ALTER TABLE events DISABLE TRIGGER ALL")]
    [TestCase("DROP TRIGGER events_append_only ON events")]
    [TestCase("DROP TABLE events")]
    [TestCase("DROP FUNCTION erase_log(uuid)")]
    [TestCase("CREATE TABLE mine (id int)")]
    [TestCase("DELETE FROM \"__EFMigrationsHistory\"")]
    [TestCase("SELECT pg_read_file('/etc/passwd')")]
    public async Task The_role_of_the_host_may_not(string sql)
    {
        var refused = await Should.ThrowAsync<PostgresException>(() => Execute(AsApp, sql));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await _lifter.Events()).Count.ShouldBe(3);
    }

    [Test]
    public async Task The_log_of_an_account_that_is_open_can_not_be_erased() =>
        (await Should.ThrowAsync<PostgresException>(() => Execute(AsApp, "SELECT erase_log(account_id) FROM streams")))
            .Message.ShouldContain("not closed");

    [Test]
    public async Task Entries_of_the_audit_log_go_when_they_are_old_and_not_before()
    {
        (await Should.ThrowAsync<PostgresException>(() => Execute(AsApp, "SELECT expire_audit(now())"))).Message.ShouldContain("thirty days");
        await Execute(AsApp, "SELECT expire_audit(now() - interval '31 days')");
    }

    [Test]
    public async Task An_account_is_deleted_through_the_one_path_that_is_left()
    {
        var id = (await _lifter.Get("/api/account")).Json["id"]!.GetValue<string>();
        (await _lifter.Send(HttpMethod.Delete, "/api/account")).Status.ShouldBe(204);
        (await _lifter.Get("/api/account")).Status.ShouldBe(401);
        (await _database.Dump()).ShouldNotContain(id);
    }

    private static async Task Execute(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
