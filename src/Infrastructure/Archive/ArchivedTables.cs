using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TitanTrakr.Infrastructure.Identity;
using TitanTrakr.Infrastructure.Persistence;

namespace TitanTrakr.Infrastructure.Archive;

/// <summary>
/// The tables that a restore can't do without: the log, whose it is and who may get at it, and which commands were answered already, as a
/// phone may send its queue again to the restored house. Those that others refer to come first.
/// </summary>
internal static class ArchivedTables
{
    public static IReadOnlyList<ArchivedTable> All { get; } =
    [
        new Table<AccountRow>(rows => rows.OrderBy(row => row.Id)),
        new Table<IdentityUserPasskey<Guid>>(rows => rows.OrderBy(row => row.CredentialId)),
        new Table<PersonalAccessTokenRow>(rows => rows.OrderBy(row => row.Id)),
        new Table<CreationRow>(rows => rows.OrderBy(row => row.KeyHash)),
        new Table<StreamRow>(rows => rows.OrderBy(row => row.AccountId)),
        new Table<CommandRow>(rows => rows.OrderBy(row => row.AccountId).ThenBy(row => row.CommandId)),
        new Table<EventRow>(rows => rows.OrderBy(row => row.AccountId).ThenBy(row => row.Sequence)),
        new Table<AuditRow>(rows => rows.OrderBy(row => row.Id)),
    ];

    /// <summary>Tables that a restored database starts without: who is signed in signs in again, and counters start anew.</summary>
    public static IReadOnlyList<Type> LeftBehind { get; } =
    [
        typeof(SessionRow), typeof(RefreshTokenRow), typeof(ChallengeRow), typeof(MailedLinkRow), typeof(LimitRow), typeof(ReplayRow), typeof(DeletionRow),
    ];

    private sealed class Table<T>(Func<IQueryable<T>, IQueryable<T>> order) : ArchivedTable(typeof(T))
        where T : class
    {
        public override IAsyncEnumerable<object> Rows(TitanDbContext db) => order(db.Set<T>().AsNoTracking()).AsAsyncEnumerable();

        public override Task<bool> IsEmpty(TitanDbContext db, CancellationToken cancellationToken) => db.Set<T>().AllAsync(_ => false, cancellationToken);
    }
}

/// <summary>A table whose rows are archived in one order that every database keeps.</summary>
internal abstract class ArchivedTable(Type row)
{
    public Type Row => row;

    public string FileName(TitanDbContext db) => db.Model.FindEntityType(row)!.GetTableName() + ".ndjson";

    public abstract IAsyncEnumerable<object> Rows(TitanDbContext db);

    public abstract Task<bool> IsEmpty(TitanDbContext db, CancellationToken cancellationToken);
}
