using System.Data.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TitanTrakr.Application.Accounts;
using TitanTrakr.Application.Common;
using TitanTrakr.Infrastructure.Persistence;
using TitanTrakr.Testing;

namespace TitanTrakr.Application.Tests;

internal sealed class AccountTablesTests(Provider provider) : DatabaseTest(provider)
{
    // A table that stands here holds nothing of anybody; every other one is emptied of an account that is deleted.
    private static readonly string[] OfNobody = ["limits"];

    // What stands here is written otherwise; every other table is rebuilt and verified.
    private static readonly string[] MadeByNoEvent =
    [
        "streams", "commands", "events", "replays", "deletions", "audit", "sessions", "refresh_tokens", "creations", "challenges", "mailed_links",
        "personal_access_tokens",
    ];

    [Test]
    public Task Every_table_is_either_emptied_of_a_deleted_account_or_known_to_hold_nothing_of_one() => House.In(s =>
    {
        AccountTables.OfNobody(s.GetRequiredService<TitanDbContext>().Model).ShouldBe(OfNobody, ignoreOrder: true);
        return Task.FromResult(0);
    });

    [Test]
    public async Task An_erased_account_takes_its_audit_log_along_and_may_be_erased_once()
    {
        await Audit(AuditKind.SignedIn, Account);
        await Audit(AuditKind.LimitHit, null);
        (await Erase(Account)).ShouldBeTrue();
        (await Erase(Account)).ShouldBeFalse();
        (await Kinds()).ShouldBe([AuditKind.LimitHit]);
    }

    [Test]
    public async Task An_account_is_erased_though_the_answer_to_the_commit_was_lost()
    {
        var lost = new LostAnswer();
        await using var house = new House(Database.Settings, services => services
            .ConfigureDbContext<SqliteTitanDbContext>(o => o.AddInterceptors(lost)).ConfigureDbContext<PostgresTitanDbContext>(o => o.AddInterceptors(lost)));
        (await house.In(s => s.GetRequiredService<IAccountEraser>().Erase(Account, CancellationToken.None))).ShouldBeTrue();
        (await Erase(Account)).ShouldBeFalse();
    }

    [Test]
    public async Task Of_an_account_that_is_gone_no_entry_is_kept()
    {
        await Erase(Account);
        await Audit(AuditKind.SignedIn, Account);
        (await Kinds()).ShouldBeEmpty();
    }

    [Test]
    public async Task Entries_of_the_audit_log_expire_by_age()
    {
        await Audit(AuditKind.SignedIn, Account);
        await House.In(async s =>
        {
            var db = s.GetRequiredService<TitanDbContext>();
            db.Audit.Add(new() { AccountId = Account, Kind = AuditKind.TokenMade, At = DateTimeOffset.UtcNow.AddDays(-366) });
            db.Audit.Add(new() { Kind = AuditKind.LimitHit, At = DateTimeOffset.UtcNow.AddDays(-364) });
            return await db.SaveChangesAsync();
        });
        (await House.In(s => s.GetRequiredService<IMediator>().Send(new PurgeGuests(TimeSpan.FromDays(60), TimeSpan.FromDays(365))))).Value!.AuditEntries.ShouldBe(1);
        (await Kinds()).ShouldBe([AuditKind.SignedIn, AuditKind.LimitHit], ignoreOrder: true);
        (await House.In(s => s.GetRequiredService<IMediator>().Send(new PurgeGuests(TimeSpan.FromDays(60), TimeSpan.Zero)))).Value!.AuditEntries.ShouldBe(1);
        (await Kinds()).ShouldBe([AuditKind.SignedIn]);
    }

    [Test]
    public Task Every_table_of_an_account_is_either_folded_anew_or_known_to_be_made_by_no_event() => House.In(s =>
    {
        var owned = s.GetRequiredService<TitanDbContext>().Model.GetEntityTypes()
            .Where(entity => entity.FindProperty("AccountId") is not null && !FoldedTables.Rows.Contains(entity.ClrType))
            .Select(entity => entity.GetTableName()!);
        owned.ShouldBe(MadeByNoEvent, ignoreOrder: true);
        return Task.FromResult(0);
    });

    [Test]
    public async Task The_log_of_an_active_account_can_not_be_erased_by_the_privileged_function()
    {
        if (Provider != Provider.Postgres)
        {
            return; // A function of PostgreSQL.
        }

        await Append(House, Command());
        var refused = await Should.ThrowAsync<Exception>(() => House.In(s =>
            s.GetRequiredService<TitanDbContext>().Database.ExecuteSqlAsync($"SELECT erase_log({Account})")));
        refused.Message.ShouldContain("not closed");
        (await Log()).Count.ShouldBe(1);
    }

    private Task<bool> Erase(Guid account) => House.In(s => s.GetRequiredService<IAccountEraser>().Erase(account, CancellationToken.None));

    private Task<int> Audit(AuditKind kind, Guid? account) => House.In(async s =>
    {
        await s.GetRequiredService<IAuditLog>().Record(kind, account, Guid.NewGuid(), CancellationToken.None);
        return 0;
    });

    private Task<List<AuditKind>> Kinds() =>
        House.In(s => s.GetRequiredService<TitanDbContext>().Audit.Select(entry => entry.Kind).ToListAsync());
}

/// <summary>Breaks the connection once, after a commit has done its work.</summary>
internal sealed class LostAnswer : DbTransactionInterceptor
{
    private bool _done;

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        _done ? Task.CompletedTask : throw Broken();

    private NpgsqlException Broken()
    {
        _done = true;
        return new NpgsqlException("planted", new IOException("planted"));
    }
}
