using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Infrastructure.Identity;

/// <summary>
/// Asks with a request's first question, in the same round trip, whether the session behind its token still lives: an ended one reads
/// nothing from that moment on, in any process. Commands ask under their lock instead.
/// </summary>
internal sealed class SessionGuard(CommandScope scope) : DbCommandInterceptor
{
    private const string Question = "SELECT count(*) FROM sessions WHERE id = @guard_session AND account_id = @guard_account;\n";

    private DbCommand? _asking;
    private bool _lives;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (scope.SessionId is { } sessionId && !_lives && command.Transaction is null)
        {
            command.CommandText = Question + command.CommandText;
            Add(command, "@guard_session", sessionId);
            Add(command, "@guard_account", scope.AccountId);
            _asking = command;
        }

        return ValueTask.FromResult(result);
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (command != _asking)
        {
            return result;
        }

        _asking = null;
        if (!await result.ReadAsync(cancellationToken) || result.GetInt64(0) == 0)
        {
            await result.DisposeAsync();
            throw new SessionEndedException();
        }

        _lives = true;
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
