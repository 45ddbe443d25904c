using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>Several statements in one round trip, where the framework would send one each.</summary>
internal static class Statements
{
    // Texts that are made of what a request asks for are many: those beyond are built each time.
    private const int Most = 200, Longest = 4000;

    private static readonly ConcurrentDictionary<(Type Context, string Sql), Built> Kept = [];

    /// <summary>Sends them through the context's own command, so that its transaction, logging and interceptors apply.</summary>
    public static Task<RelationalDataReader> Send(TitanDbContext db, string sql, object[] parameters, CancellationToken cancellationToken)
    {
        var built = For(db, sql, parameters);
        return Command(db, built).ExecuteReaderAsync(With(db, built, parameters, CommandSource.FromSqlQuery), cancellationToken);
    }

    /// <summary>The same, for statements that answer nothing.</summary>
    public static Task<int> Run(TitanDbContext db, string sql, object[] parameters, CancellationToken cancellationToken)
    {
        var built = For(db, sql, parameters);
        return Command(db, built).ExecuteNonQueryAsync(With(db, built, parameters, CommandSource.ExecuteSqlRaw), cancellationToken);
    }

    // A command holds the reader of its run: what is kept is only what it is made of.
    private static IRelationalCommand Command(TitanDbContext db, Built built)
    {
        var command = db.GetService<IRelationalCommandBuilderFactory>().Create().Build();
        command.PopulateFrom(built.Template);
        return command;
    }

    private static Built For(TitanDbContext db, string sql, object[] parameters)
    {
        if (Kept.TryGetValue((db.GetType(), sql), out var kept) && kept.Takes(parameters))
        {
            return kept;
        }

        var built = new Built(db.GetService<IRawSqlCommandBuilder>().Build(sql, parameters, db.Model).RelationalCommand, parameters);
        if (sql.Length <= Longest && Kept.Count < Most)
        {
            Kept.TryAdd((db.GetType(), sql), built);
        }

        return built;
    }

    private static RelationalCommandParameterObject With(TitanDbContext db, Built built, object[] parameters, CommandSource source) => new(
        db.GetService<IRelationalConnection>(), built.Named(parameters), readerColumns: null, db, db.GetService<IRelationalCommandDiagnosticsLogger>(), source);

    /// <summary>What a text becomes: it is the same each time, for parameters of the same types.</summary>
    private sealed class Built(IRelationalCommandTemplate template, object[] parameters)
    {
        private readonly Type[] _types = Array.ConvertAll(parameters, parameter => parameter.GetType());

        public IRelationalCommandTemplate Template => template;

        public bool Takes(object[] parameters)
        {
            for (var i = 0; i < parameters.Length; i++)
            {
                if (parameters[i].GetType() != _types[i])
                {
                    return false;
                }
            }

            return true;
        }

        public Dictionary<string, object?> Named(object[] parameters)
        {
            var named = new Dictionary<string, object?>(parameters.Length);
            for (var i = 0; i < parameters.Length; i++)
            {
                named[template.Parameters[i].InvariantName] = parameters[i];
            }

            return named;
        }
    }
}
