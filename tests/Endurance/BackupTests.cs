using Microsoft.Data.Sqlite;
using TitanTrakr.Testing;

namespace TitanTrakr.Endurance;

/// <summary>A backup taken as the README says, while sets are logged: restored, it is an account as it was at one moment.</summary>
internal sealed class BackupTests(Provider provider) : EnduranceTest(provider)
{
    [Test]
    public async Task A_backup_under_load_holds_everything_acknowledged_before_it_and_serves()
    {
        var lifter = await Lifter();
        var devices = Enumerable.Range(0, 3).Select(_ => lifter.Device(() => Server.Address)).ToList();
        for (var backup = 0; backup < Extent.Of(1, 10); backup++)
        {
            HashSet<Guid> acknowledged = [];
            TestDatabase copy = null!;
            await Streams.While(
                async () =>
                {
                    await lifter.Ledger.More(5);
                    acknowledged = [.. lifter.Ledger.Sent.Where(set => set.Acknowledged).Select(set => set.SetId)];
                    copy = await Restored(Gym.Database);
                    await lifter.Ledger.More(5);
                },
                devices);
            using var restored = await Gym.Open(copy);
            await lifter.ShouldBeWhole(restored.Server.Address, [.. lifter.Ledger.Sent.Select(set => set with { Acknowledged = acknowledged.Contains(set.SetId) })]);
            await restored.ProjectionsShouldBeTrue(lifter);
        }

        await NothingIsLostOrDoubled();
    }

    private static async Task<TestDatabase> Restored(TestDatabase database)
    {
        var restored = new TestDatabase(database.Provider);
        if (database.Provider == Provider.Postgres)
        {
            await PostgresServer.Load(restored.ConnectionString, await PostgresServer.Dump(database.ConnectionString));
            return restored;
        }

        await using var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var backup = connection.CreateCommand();
        backup.CommandText = "VACUUM INTO $file";
        backup.Parameters.AddWithValue("$file", new SqliteConnectionStringBuilder(restored.ConnectionString).DataSource);
        await backup.ExecuteNonQueryAsync();
        return restored;
    }
}
