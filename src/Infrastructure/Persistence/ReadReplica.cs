using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>A PostgreSQL that follows the one that is written to, if <c>ConnectionStrings:TitanRead</c> names one. Away, it is left alone for a while.</summary>
internal sealed partial class ReadReplica(string? address, Action<NpgsqlDbContextOptionsBuilder> postgres, ILoggerFactory? logging, TimeProvider clock)
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    private readonly ILogger? _log = logging?.CreateLogger<ReadReplica>();
    private long _restsUntil;

    /// <summary>A context on it with an open connection; null where there is none or it doesn't answer.</summary>
    public async Task<TitanDbContext?> Open(TitanDbContext primary, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(address) || primary is not PostgresTitanDbContext || clock.GetUtcNow().UtcTicks < Interlocked.Read(ref _restsUntil))
        {
            return null;
        }

        var options = new DbContextOptionsBuilder<PostgresTitanDbContext>().UseNpgsql(address, postgres).UseModel(primary.Model).UseLoggerFactory(logging).Options;
        var replica = new PostgresTitanDbContext(options);
        try
        {
            await replica.Database.OpenConnectionAsync(cancellationToken);
            return replica;
        }
        catch (Exception away) when (DatabaseFaults.IsOutage(away))
        {
            Interlocked.Exchange(ref _restsUntil, (clock.GetUtcNow() + Rest).UtcTicks);
            await replica.DisposeAsync();
            if (_log is not null)
            {
                Away(_log, away.GetType().Name);
            }

            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The read replica does not answer: {Kind}")]
    private static partial void Away(ILogger logger, string kind);
}
