using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>Writes the rows that were added to a context many at a time, where saving them would send a statement each.</summary>
internal static class NewRows
{
    /// <summary>Writes what was added to the folded tables; what was changed or taken away there is left to be saved.</summary>
    public static async Task Write(TitanDbContext db, CancellationToken cancellationToken)
    {
        var added = db.ChangeTracker.Entries().Where(entry => entry.State == EntityState.Added).ToLookup(entry => entry.Metadata.ClrType);
        foreach (var type in FoldedTables.Rows.Where(added.Contains))
        {
            var columns = db.Model.FindEntityType(type)!.GetProperties().Select(Column.Of).ToList();
            var rows = added[type].Select(entry => entry.Entity);
            await (db is PostgresTitanDbContext ? Copy(db, columns, rows, cancellationToken) : Insert(db, columns, rows, cancellationToken));
            foreach (var entry in added[type])
            {
                entry.State = EntityState.Unchanged;
            }
        }
    }

    private static async Task Copy(TitanDbContext db, List<Column> columns, IEnumerable<object> rows, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY {columns[0].Table} ({string.Join(", ", columns.Select(column => column.Name))}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellationToken);
            foreach (var column in columns)
            {
                await (column.Of(row) is { } value ? copy.WriteAsync(value, column.Type, cancellationToken) : copy.WriteNullAsync(cancellationToken));
            }
        }

        await copy.CompleteAsync(cancellationToken);
    }

    // One statement that stays prepared: there is no way there and back to save.
    private static async Task Insert(TitanDbContext db, List<Column> columns, IEnumerable<object> rows, CancellationToken cancellationToken)
    {
        await using var insert = db.Database.GetDbConnection().CreateCommand();
        insert.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        insert.CommandText = $"INSERT INTO {columns[0].Table} ({string.Join(", ", columns.Select(column => column.Name))}) "
            + $"VALUES ({string.Join(", ", columns.Select(column => $"@{column.Name}"))})";
        var parameters = columns.ConvertAll(column => Parameter(insert, column));
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                parameters[i].Value = columns[i].Of(row) ?? DBNull.Value;
            }

            await insert.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static DbParameter Parameter(DbCommand insert, Column column)
    {
        var parameter = insert.CreateParameter();
        parameter.ParameterName = $"@{column.Name}";
        insert.Parameters.Add(parameter);
        return parameter;
    }

    private sealed record Column(string Table, string Name, string Type, IClrPropertyGetter Getter, Func<object?, object?>? Convert)
    {
        public static Column Of(IProperty property) => new(
            property.DeclaringType.GetTableName()!,
            property.GetColumnName(),
            // The driver knows types without their length.
            property.GetColumnType().Split('(')[0],
            property.GetGetter(),
            property.GetTypeMapping().Converter?.ConvertToProvider);

        public object? Of(object row)
        {
            var value = Getter.GetClrValue(row);
            value = Convert is null ? value : Convert(value);
            return value is string text ? StoredText.Demand(text) : value;
        }
    }
}
