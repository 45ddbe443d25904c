using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using TitanTrakr.Application.Common;
using TitanTrakr.Infrastructure.Persistence;

namespace TitanTrakr.Infrastructure.Identity;

/// <summary>
/// Asks in front of a request's first statement, and in the same round trip, whether the caller's session still lives: an ended one reads
/// nothing from that moment on, in any process. Commands ask under their lock instead. One for all contexts: who asks is the context's.
/// </summary>
internal sealed class SessionGuard : DbCommandInterceptor
{
    private const string Question = "SELECT count(*) FROM sessions WHERE id = @guard_session AND account_id = @guard_account;\n";

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is TitanDbContext { Caller: { Scope.SessionId: { } sessionId, Lives: false } caller } && command.Transaction is null)
        {
            command.CommandText = Question + command.CommandText;
            Add(command, "@guard_session", sessionId);
            Add(command, "@guard_account", caller.Scope.AccountId);
            caller.Asking = command;
        }

        return ValueTask.FromResult(result);
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is not TitanDbContext { Caller: { } caller } || command != caller.Asking)
        {
            return result;
        }

        caller.Asking = null;
        if (!await result.ReadAsync(cancellationToken) || result.GetInt64(0) == 0)
        {
            await result.DisposeAsync();
            throw new SessionEndedException();
        }

        caller.Lives = true;
        await result.NextResultAsync(cancellationToken);
        return result;
    }

    private static void Add(DbCommand command, string name, Guid value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}

/// <summary>On whose behalf a context works, and whether that session was asked for.</summary>
internal sealed class Caller(CommandScope scope)
{
    public CommandScope Scope => scope;

    /// <summary>Whether it was found alive.</summary>
    public bool Lives { get; set; }

    /// <summary>The statement that the question stands in front of.</summary>
    public DbCommand? Asking { get; set; }
}
