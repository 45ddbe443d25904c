using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>The tables that events alone make, and how one account's rows there are compared, moved and taken away.</summary>
internal static class FoldedTables
{
    /// <summary>Their rows; those that others refer to come first.</summary>
    public static IReadOnlyList<Type> Rows { get; } =
    [
        typeof(ProjectionRow), typeof(WorkoutRow), typeof(WorkoutExerciseRow), typeof(ExerciseRow),
        typeof(SessionChunkRow), typeof(AggregateRow), typeof(BodyWeightRow),
    ];

    /// <summary>Where the rows of two accounts differ: table and key, the first hundred of each table.</summary>
    public static async Task<IReadOnlyList<string>> Differences(TitanDbContext db, Guid one, Guid other, CancellationToken cancellationToken)
    {
        var differences = new List<string>();
        foreach (var table in Tables(db))
        {
            var keys = await db.Database.SqlQueryRaw<string>(table.Difference(), one, other).ToListAsync(cancellationToken);
            differences.AddRange(keys.Select(found => $"{table.Name} {found}"));
        }

        return differences;
    }

    /// <summary>Puts the rows of one account in the place of another's.</summary>
    public static async Task Replace(TitanDbContext db, Guid accountId, Guid with, CancellationToken cancellationToken)
    {
        await Delete(db, accountId, cancellationToken);
        foreach (var table in Tables(db))
        {
            await db.Database.ExecuteSqlRawAsync(table.Copy(), [accountId, with], cancellationToken);
        }

        await Unshow(db, accountId, cancellationToken);
    }

    /// <summary>What an answer shows was folded by whoever gave it: from here on the rows are asked.</summary>
    public static Task Unshow(TitanDbContext db, Guid accountId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync("UPDATE streams SET shown_at = NULL WHERE account_id = {0}", [accountId], cancellationToken);

    /// <summary>Takes an account's rows away, but for documents that no event makes.</summary>
    public static Task Delete(TitanDbContext db, Guid accountId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync(string.Join(';', Tables(db).Reverse().Select(table => table.Delete())), [accountId], cancellationToken);

    private static IEnumerable<Table> Tables(TitanDbContext db) => Rows.Select(row => Table.Of(db.Model.FindEntityType(row)!));

    private sealed record Table(string Name, string Filter, IReadOnlyList<string> Key, IReadOnlyList<string> Columns, IReadOnlyList<string> Compared)
    {
        public static Table Of(IEntityType row)
        {
            var columns = row.GetProperties().Where(property => property.Name != nameof(ProjectionRow.AccountId)).ToList();
            return new Table(
                row.GetTableName()!,
                // Talk that is open is kept beside the projections, but no event makes it.
                row.ClrType == typeof(ProjectionRow) ? " AND key NOT LIKE 'voice:%'" : "",
                [.. columns.Where(property => property.IsPrimaryKey()).Select(property => property.GetColumnName())],
                [.. columns.Select(property => property.GetColumnName())],
                [.. columns.Where(property => property.Name is not (nameof(ProjectionRow.UpdatedAt) or nameof(ProjectionRow.Served))).Select(property => property.GetColumnName())]);
        }

        public string Difference()
        {
            var columns = string.Join(", ", Compared.Select(column => $"CAST({column} AS text) AS {column}"));
            var (ours, theirs) = (Select(columns, "{0}"), Select(columns, "{1}"));
            var keys = string.Join(", ", Key);
            return $"SELECT DISTINCT {string.Join(" || ' ' || ", Key)} AS \"Value\" FROM (SELECT {keys} FROM ({ours} EXCEPT {theirs}) a "
                + $"UNION ALL SELECT {keys} FROM ({theirs} EXCEPT {ours}) b{ServedOtherwise()}) c ORDER BY 1 LIMIT 100";
        }

        // Where nothing is kept of what is served it is made, and right.
        private string ServedOtherwise() => Columns.Contains("served")
            ? $" UNION ALL SELECT {string.Join(", ", Key.Select(column => $"CAST(d.{column} AS text)"))} FROM {Name} d JOIN {Name} e "
                + $"ON {string.Join(" AND ", Key.Select(column => $"e.{column} = d.{column}"))} AND e.account_id = {{1}} AND e.served <> d.served WHERE d.account_id = {{0}}"
            : "";

        public string Copy()
        {
            var columns = string.Join(", ", Columns);
            return $"INSERT INTO {Name} (account_id, {columns}) SELECT {{0}}, {columns} FROM {Name} WHERE account_id = {{1}}";
        }

        public string Delete() => $"DELETE FROM {Name} WHERE account_id = {{0}}{Filter}";

        private string Select(string columns, string account) => $"SELECT {columns} FROM {Name} WHERE account_id = {account}{Filter}";
    }
}
