using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Application.Common;
using TitanTrakr.Infrastructure.Persistence;
using TitanTrakr.Testing;

namespace TitanTrakr.Application.Tests;

public sealed class DatabaseRulesTests(Provider provider) : DatabaseTest(provider)
{
    [TestCase("UPDATE events SET payload = '[]'")]
    [TestCase("DELETE FROM events")]
    public async Task The_log_is_append_only(string sql)
    {
        await Append(House, Command());
        var refused = await Should.ThrowAsync<Exception>(() => Execute(sql));
        refused.Message.ShouldContain("append-only");
    }

    [Test]
    public async Task Only_an_account_being_deleted_loses_its_events()
    {
        await Append(House, Command());
        await House.In(async s =>
        {
            var db = s.GetRequiredService<TitanDbContext>();
            db.Add(new DeletionRow { AccountId = Account, RequestedAt = DateTimeOffset.UtcNow });
            await db.SaveChangesAsync();
            return await db.Events.Where(e => e.AccountId == Account).ExecuteDeleteAsync();
        });
        (await Log()).ShouldBeEmpty();
    }

    [Test]
    public Task No_migration_is_missing() => House.In(s =>
    {
        s.GetRequiredService<TitanDbContext>().Database.HasPendingModelChanges().ShouldBeFalse();
        return Task.FromResult(0);
    });

    [Test]
    public Task The_model_that_is_compiled_in_is_the_one_that_the_code_builds() => House.In(s =>
    {
        var db = s.GetRequiredService<TitanDbContext>();
        db.Model.GetType().Name.ShouldBe($"{Provider}TitanDbContextModel");
        Tables(db.Model).ShouldBe(Tables(db.GetService<IDesignTimeModel>().Model), "tools/compile-models.sh compiles it again");
        return Task.FromResult(0);
    });

    [Test]
    public async Task A_context_that_is_leased_again_knows_nothing_of_whom_it_served_before()
    {
        var leased = new List<TitanDbContext>();
        for (var lease = 0; lease < 20; lease++)
        {
            leased.Add(await House.In(s => Task.FromResult(Leased(s))));
        }

        leased.Distinct().Count().ShouldBeLessThan(leased.Count, "contexts are pooled");
    }

    [Test]
    public async Task Preparing_again_changes_nothing()
    {
        await House.Prepare();
        await Append(House, Command());
        await House.Prepare();
        (await Log()).Count.ShouldBe(1);
    }

    [Test]
    public async Task A_database_that_answers_is_healthy() =>
        (await House.Get<IDatabaseHealth>().Check(CancellationToken.None)).ShouldBeTrue();

    [Test]
    public async Task A_database_that_never_answers_is_unhealthy_long_before_a_connection_gives_up()
    {
        if (Provider != Provider.Postgres)
        {
            return;
        }

        // The system takes the connection, and nobody ever reads from it.
        using var deaf = new TcpListener(IPAddress.Loopback, 0);
        deaf.Start();
        await using var away = new House(new Dictionary<string, string?>
        {
            ["Database:Provider"] = "Postgres",
            ["ConnectionStrings:Titan"] = $"Host=127.0.0.1;Port={((IPEndPoint)deaf.LocalEndpoint).Port};Username=titan;Timeout=300",
        });
        (await away.Get<IDatabaseHealth>().Check(CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(1))).ShouldBeFalse();
    }

    [Test]
    public async Task A_database_that_is_away_is_unhealthy_and_an_outage_to_who_asks()
    {
        if (Provider != Provider.Postgres)
        {
            return;
        }

        await using var away = new House(new Dictionary<string, string?>
        {
            ["Database:Provider"] = "Postgres",
            ["ConnectionStrings:Titan"] = "Host=127.0.0.1;Port=1;Username=titan",
        });
        (await away.Get<IDatabaseHealth>().Check(CancellationToken.None)).ShouldBeFalse();
        var fault = await Should.ThrowAsync<Exception>(() => Append(away, Command()));
        DatabaseFaults.IsOutage(fault).ShouldBeTrue(fault.ToString());
    }

    [Test]
    public async Task SQLite_syncs_before_it_answers()
    {
        if (Provider != Provider.Sqlite)
        {
            return;
        }

        (await Scalar("SELECT synchronous AS \"Value\" FROM pragma_synchronous")).ShouldBe("2");
        (await Scalar("SELECT journal_mode AS \"Value\" FROM pragma_journal_mode")).ShouldBe("wal");
        (await Scalar("SELECT foreign_keys AS \"Value\" FROM pragma_foreign_keys")).ShouldBe("1");
    }

    // Characters, not texts: the compiler itself would mend a lone surrogate in an attribute's text.
    [TestCase('\0')]
    [TestCase('\uD800')]
    [TestCase('\uDC00')]
    public async Task Text_that_a_database_would_change_is_never_stored(char character)
    {
        var text = $"ok 💪 {character}";
        await Should.ThrowAsync<ArgumentException>(() => Append(House, Command(), text));
        await Should.ThrowAsync<ArgumentException>(() => Append(House, Command(text)));
        (await Log()).ShouldBeEmpty();
    }

    [Test]
    public async Task Other_text_comes_back_as_it_was()
    {
        const string Text = "Ü 💪 \"quoted\" \\ \t é";
        await Append(House, Command(), Text);
        (await Log())[0].Event.ShouldBe(Happened(Text));
    }

    private Task<int> Execute(string sql) =>
        House.In(s => s.GetRequiredService<TitanDbContext>().Database.ExecuteSqlRawAsync(sql));

    private Task<string> Scalar(string sql) => House.In(async s =>
        (await s.GetRequiredService<TitanDbContext>().Database.SqlQueryRaw<string>(sql).ToListAsync())[0]);

    private static TitanDbContext Leased(IServiceProvider services)
    {
        var (db, scope) = (services.GetRequiredService<TitanDbContext>(), services.GetRequiredService<CommandScope>());
        db.Database.AutoSavepointsEnabled.ShouldBeFalse("two round trips a transaction");
        db.ChangeTracker.Entries().ShouldBeEmpty();
        db.Caller!.Scope.ShouldBeSameAs(scope);
        db.Caller.Lives.ShouldBeFalse();
        (scope.SessionId, db.Caller.Lives) = (Guid.NewGuid(), true);
        db.Add(new StreamRow { AccountId = Guid.NewGuid() });
        return db;
    }

    private static IEnumerable<string> Tables(IModel model) => model.GetEntityTypes().OrderBy(entity => entity.Name).SelectMany(entity => (string[])
    [
        $"{entity.Name} {entity.GetTableName()} {entity.GetContainerColumnName()}",
        .. entity.GetProperties().Select(property => string.Join(
            ' ', property.Name, property.ClrType, property.GetColumnName(), property.GetColumnType(), property.IsNullable, property.GetMaxLength(), property.IsConcurrencyToken,
            property.ValueGenerated, (property.GetValueConverter() ?? property.FindTypeMapping()?.Converter)?.ProviderClrType)),
        .. entity.GetKeys().Select(key => $"key {Names(key.Properties)} {key.IsPrimaryKey()}"),
        .. entity.GetIndexes().Select(index => $"index {Names(index.Properties)} {index.IsUnique}"),
        .. entity.GetForeignKeys().Select(key => $"to {key.PrincipalEntityType.Name} by {Names(key.Properties)} {key.DeleteBehavior}"),
    ]);

    private static string Names(IEnumerable<IReadOnlyProperty> properties) => string.Join(',', properties.Select(property => property.Name));
}
