using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace TitanTrakr.Infrastructure.Persistence.Sqlite;

/// <summary>The transaction of an open file, as the context's connection knows it. One that doesn't end as it should ends with its file.</summary>
internal sealed class FileTransaction(FileConnection connection, SqliteTransaction inner) : DbTransaction
{
    private readonly OpenFile _file = connection.File;
    private bool _gone;

    public SqliteTransaction Inner => inner;

    public override IsolationLevel IsolationLevel => inner.IsolationLevel;

    protected override DbConnection? DbConnection => inner.Connection is null ? null : connection;

    public override void Commit() => End(inner.Commit);

    public override void Rollback() => End(inner.Rollback);

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_gone)
        {
            _gone = true;
            End(inner.Dispose);
        }

        base.Dispose(disposing);
    }

    private void End(Action how)
    {
        try
        {
            how();
        }
        catch
        {
            _file.Failed = true;
            throw;
        }
    }
}
