using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace TitanTrakr.Infrastructure.Persistence.Sqlite;

/// <summary>
/// A command as EF Core makes one for each run: text and parameters only. It is run by the command of the same text that its open file keeps
/// prepared.
/// </summary>
internal sealed class FileCommand(FileConnection connection) : SqliteCommand
{
    private const int Constraint = 19;

    private OpenFile? _file;
    private SqliteCommand? _runner;
    private SqliteDataReader? _reader;
    private int? _timeout;

    public override int CommandTimeout
    {
        get => _timeout ?? connection.DefaultTimeout;
        set => _timeout = value;
    }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set => throw new NotSupportedException("A command stays with the connection that made it.");
    }

    protected override DbTransaction? DbTransaction { get; set; }

    public override SqliteDataReader ExecuteReader(CommandBehavior behavior) => _reader = Run(runner => runner.ExecuteReader(behavior));

    public override int ExecuteNonQuery() => Run(runner => runner.ExecuteNonQuery());

    public override object? ExecuteScalar() => Run(runner => runner.ExecuteScalar());

    public override void Prepare()
    {
        // It is when it is run.
    }

    /// <summary>Gives back what runs it: its connection goes to somebody else.</summary>
    public void End()
    {
        _reader?.Dispose();
        if (_runner is { } runner)
        {
            (_runner, _reader) = (null, null);
            connection.Ended(this);
            _file!.GiveBack(runner);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            End();
        }

        base.Dispose(disposing);
    }

    private T Run<T>(Func<SqliteCommand, T> how)
    {
        var runner = Runner();
        try
        {
            return how(runner);
        }
        catch (SqliteException e) when (e.SqliteErrorCode != Constraint)
        {
            _file!.Failed = true;
            throw;
        }
    }

    private SqliteCommand Runner()
    {
        End();
        _file = connection.File;
        _runner = _file.Take(CommandText);
        connection.Runs(this);
        foreach (SqliteParameter parameter in Parameters)
        {
            _runner.Parameters.Add(parameter);
        }

        _runner.Transaction = (DbTransaction as FileTransaction)?.Inner;
        _runner.CommandTimeout = CommandTimeout;
        return _runner;
    }
}
