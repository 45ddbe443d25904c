using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TitanTrakr.Infrastructure.Persistence;
using TitanTrakr.Infrastructure.Persistence.Sqlite;
using TitanTrakr.Testing;

namespace TitanTrakr.Application.Tests;

public sealed class OpenFilesTests
{
    private TestDatabase _database = null!;
    private OpenFiles _files = null!;

    [SetUp]
    public async Task Open()
    {
        _database = new TestDatabase(Provider.Sqlite);
        _files = new OpenFiles(_database.ConnectionString);
        await Run("CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT)");
    }

    [TearDown]
    public void Close()
    {
        _files.Dispose();
        _database.Dispose();
    }

    [Test]
    public async Task A_statement_takes_other_values_each_time_on_the_connection_that_was_used_last()
    {
        for (var i = 1; i <= 3; i++)
        {
            await using var db = Context();
            await Insert(db, i, $"thing {i}");
        }

        (await Names()).ShouldBe(["thing 1", "thing 2", "thing 3"]);
        await using var last = Context();
        (await Counted(last, "SELECT total_changes()")).ShouldBe(3);
    }

    [Test]
    public async Task A_statement_that_runs_is_run_a_second_time_beside_itself()
    {
        await using var db = Context();
        await Insert(db, 1, "one");
        await Insert(db, 2, "two");
        await db.Database.OpenConnectionAsync();
        await using var outer = await Read(db);
        await outer.ReadAsync();
        await using var inner = await Read(db);
        await inner.ReadAsync();
        await inner.ReadAsync();
        (outer.GetString(0), inner.GetString(0)).ShouldBe(("one", "two"));
        (await outer.ReadAsync()).ShouldBeTrue();
        outer.GetString(0).ShouldBe("two");
    }

    [Test]
    public async Task A_statement_that_was_refused_is_run_again()
    {
        await using var db = Context();
        await Insert(db, 1, "one");
        (await Should.ThrowAsync<SqliteException>(() => Insert(db, 1, "again"))).SqliteErrorCode.ShouldBe(19);
        await Insert(db, 2, "two");
        (await Names()).ShouldBe(["one", "two"]);
    }

    [Test]
    public async Task Where_another_process_writes_nothing_is_held_afterwards()
    {
        await using var other = new SqliteConnection(_database.ConnectionString);
        await other.OpenAsync();
        await using (var db = Context())
        {
            db.Database.SetCommandTimeout(1);
            await db.Database.ExecuteSqlRawAsync("PRAGMA busy_timeout=1");
            await using var writes = await other.BeginTransactionAsync();
            (await Should.ThrowAsync<SqliteException>(() => Insert(db, 1, "one"))).SqliteErrorCode.ShouldBe(5);
        }

        await Insert(Context(), 2, "two");
        await using var truncate = new SqliteCommand("PRAGMA wal_checkpoint(TRUNCATE)", other);
        (await truncate.ExecuteScalarAsync()).ShouldBe(0L);
        (await Names()).ShouldBe(["two"]);
    }

    [Test]
    public async Task What_was_left_in_the_middle_is_undone_before_anybody_else_has_the_connection()
    {
        var db = Context();
        await db.Database.BeginTransactionAsync();
        await Insert(db, 1, "one");
        await db.DisposeAsync();
        (await Names()).ShouldBeEmpty();
        await Insert(Context(), 2, "two");
        (await Names()).ShouldBe(["two"]);
    }

    [Test]
    public async Task A_half_read_result_goes_with_its_connection_and_a_changed_table_is_read_as_it_is()
    {
        await using var db = Context();
        await Insert(db, 1, "one");
        await Insert(db, 2, "two");
        await db.Database.OpenConnectionAsync();
        var left = await Read(db);
        await left.ReadAsync();
        await db.Database.CloseConnectionAsync();
        left.IsClosed.ShouldBeTrue();
        await Run("ALTER TABLE things RENAME COLUMN name TO kept; ALTER TABLE things ADD COLUMN name TEXT DEFAULT 'new'");
        (await Names()).ShouldBe(["new", "new"]);
    }

    [Test]
    public async Task As_many_as_ask_at_once_get_one_each()
    {
        var contexts = Enumerable.Range(1, 20).Select(_ => Context()).ToList();
        foreach (var context in contexts)
        {
            await context.Database.OpenConnectionAsync();
            await Insert(context, contexts.IndexOf(context), "thing");
        }

        foreach (var context in contexts)
        {
            await context.DisposeAsync();
        }

        (await Names()).Count.ShouldBe(20);
    }

    private SqliteTitanDbContext Context() =>
        new(new DbContextOptionsBuilder<SqliteTitanDbContext>().UseSqlite(_database.ConnectionString).AddInterceptors(_files).Options);

    private static Task<int> Insert(TitanDbContext db, int id, string name) =>
        Statements.Run(db, "INSERT INTO things (id, name) VALUES ({0}, {1})", [id, name], CancellationToken.None);

    private async Task Run(string sql)
    {
        await using var db = Context();
        await Statements.Run(db, sql, [], CancellationToken.None);
    }

    private static async Task<long> Counted(TitanDbContext db, string sql)
    {
        await using var found = await Statements.Send(db, sql, [], CancellationToken.None);
        await found.DbDataReader.ReadAsync();
        return found.DbDataReader.GetInt64(0);
    }

    private static Task<DbDataReader> Read(TitanDbContext db)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT name FROM things ORDER BY id";
        return command.ExecuteReaderAsync();
    }

    private async Task<List<string>> Names()
    {
        await using var db = Context();
        await db.Database.OpenConnectionAsync();
        await using var reader = await Read(db);
        var names = new List<string>();
        while (await reader.ReadAsync())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }
}
