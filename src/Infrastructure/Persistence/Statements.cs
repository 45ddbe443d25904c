using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>Several statements in one round trip, where the framework would send one each.</summary>
internal static class Statements
{
    /// <summary>Sends them through the context's own command, so that its transaction, logging and interceptors apply.</summary>
    public static Task<RelationalDataReader> Send(TitanDbContext db, string sql, object[] parameters, CancellationToken cancellationToken)
    {
        var command = Build(db, sql, parameters);
        return command.RelationalCommand.ExecuteReaderAsync(With(db, command, CommandSource.FromSqlQuery), cancellationToken);
    }

    /// <summary>The same, for statements that answer nothing.</summary>
    public static Task<int> Run(TitanDbContext db, string sql, object[] parameters, CancellationToken cancellationToken)
    {
        var command = Build(db, sql, parameters);
        return command.RelationalCommand.ExecuteNonQueryAsync(With(db, command, CommandSource.ExecuteSqlRaw), cancellationToken);
    }

    private static RawSqlCommand Build(TitanDbContext db, string sql, object[] parameters) =>
        db.GetService<IRawSqlCommandBuilder>().Build(sql, parameters, db.Model);

    private static RelationalCommandParameterObject With(TitanDbContext db, RawSqlCommand command, CommandSource source) => new(
        db.GetService<IRelationalConnection>(), command.ParameterValues, readerColumns: null, db, db.GetService<IRelationalCommandDiagnosticsLogger>(), source);
}
