using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>
/// Rows of the folded tables that are new. A command's are few: they are tracked, and saved with the rest. A replay's are written many at a
/// time, where saving would send a statement each.
/// </summary>
internal sealed class NewRows(TitanDbContext db)
{
    private readonly List<object> _gathered = [];

    /// <summary>Whether they are many.</summary>
    public bool Gathers { get; set; }

    public void Add(object row)
    {
        if (Gathers)
        {
            _gathered.Add(row);
        }
        else
        {
            db.Add(row);
        }
    }

    /// <summary>Writes what was gathered, before what is tracked is saved.</summary>
    public async Task Write(CancellationToken cancellationToken)
    {
        var rows = _gathered.ToLookup(row => row.GetType());
        foreach (var type in FoldedTables.Rows.Where(rows.Contains))
        {
            var columns = db.Model.FindEntityType(type)!.GetProperties().Select(Column.Of).ToList();
            await (db is PostgresTitanDbContext ? Copy(columns, rows[type], cancellationToken) : Insert(columns, rows[type], cancellationToken));
        }

        _gathered.Clear();
    }

    private async Task Copy(List<Column> columns, IEnumerable<object> rows, CancellationToken cancellationToken)
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
    private async Task Insert(List<Column> columns, IEnumerable<object> rows, CancellationToken cancellationToken)
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
