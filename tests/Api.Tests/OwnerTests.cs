using System.Text.Json.Nodes;
using Npgsql;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

/// <summary>Migrations as AWS runs them: the owner's name and password are the secret that RDS keeps, within the one that the host reads.</summary>
internal sealed class OwnerTests
{
    // RDS makes passwords of all that can be printed but / " @ and blanks.
    private const string Password = "';\\={}&$(x";
    private readonly string _owner = $"owner';\\={Guid.NewGuid():n}";
    private TestDatabase _database = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _database = new TestDatabase(Provider.Postgres);
        await _database.Run($"CREATE ROLE \"{_owner}\" SUPERUSER LOGIN PASSWORD E'{Password.Replace("\\", @"\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'");
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await _database.Run($"REASSIGN OWNED BY \"{_owner}\" TO CURRENT_USER; DROP OWNED BY \"{_owner}\"; DROP ROLE \"{_owner}\"");
        _database.Dispose();
    }

    [Test]
    public async Task Credentials_of_any_characters_sign_in_and_a_migration_waits_its_turn_however_short_a_request_may_wait()
    {
        var address = new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Username = null, CommandTimeout = 1 }.ToString();
        await using var store = new SecretStore("titan/owner", new JsonObject
        {
            ["ConnectionStrings:Titan"] = address,
            ["Database:Credentials"] = new JsonObject { ["username"] = _owner, ["password"] = Password },
        }.ToJsonString());
        using var server = new Server(_database, new Dictionary<string, string?>
        {
            ["Secrets:Name"] = "titan/owner",
            ["Database:CommandTimeout"] = "60",
            ["AWS_ENDPOINT_URL_SSM"] = store.Address,
            ["AWS_REGION"] = "us-west-1",
            ["AWS_ACCESS_KEY_ID"] = "test",
            ["AWS_SECRET_ACCESS_KEY"] = "test",
        });
        await using var other = NpgsqlDataSource.Create(_database.ConnectionString);
        await using var turn = await other.OpenConnectionAsync();
        await Scalar(turn, "SELECT pg_advisory_lock(7461746001)");
        var migrating = server.Verb("migrate");
        while (!migrating.IsCompleted && await Scalar(turn, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted") is 0L)
        {
            await Task.Delay(50);
        }

        // Longer than the connection string would wait.
        await Task.WhenAny(migrating, Task.Delay(2_500));
        migrating.IsCompleted.ShouldBeFalse(server.Output);
        await Scalar(turn, "SELECT pg_advisory_unlock(7461746001)");
        (await migrating).ShouldBe(0, server.Output);
        (await Scalar(turn, "SELECT tableowner FROM pg_tables WHERE tablename = 'events'")).ShouldBe(_owner);
        server.Output.ShouldNotContain(Password);
    }

    private static async Task<object?> Scalar(NpgsqlConnection connection, string sql)
    {
#pragma warning disable CA2100 // Written here.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }
}
