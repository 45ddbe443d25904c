using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace TitanTrakr.Infrastructure.Persistence.Sqlite;

/// <summary>A context's connection: while it is open it has one of the open files, whose statements are prepared already.</summary>
internal sealed class FileConnection(OpenFiles files, SqliteConnection like) : DbConnection
{
    private readonly string _address = like.ConnectionString, _source = like.DataSource, _version = like.ServerVersion;
    private readonly List<FileCommand> _running = [];
    private OpenFile? _file;
    private FileTransaction? _transaction;
    private bool _gone;

    [AllowNull]
    public override string ConnectionString
    {
        get => _address;
        set => throw new NotSupportedException("The address is that of the open files.");
    }

    public override string Database => "main";

    public override string DataSource => _source;

    public override string ServerVersion => _version;

    /// <summary>Seconds that a command waits for a lock, unless it says otherwise.</summary>
    public int DefaultTimeout { get; } = like.DefaultTimeout;

    public override ConnectionState State => _file is null ? ConnectionState.Closed : ConnectionState.Open;

    /// <summary>What it has of the file. Only while it is open.</summary>
    public OpenFile File => _file ?? throw new InvalidOperationException("The connection is closed.");

    public override void Open() => _file ??= files.Take();

    public override void Close()
    {
        if (_file is not { } file)
        {
            return;
        }

        try
        {
            _running.ToList().ForEach(command => command.End());
            _transaction?.Dispose();
        }
        finally
        {
            (_file, _transaction) = (null, null);
            _running.Clear();
            files.GiveBack(file);
        }
    }

    /// <summary>A transaction that takes the writer's lock only when it writes.</summary>
    public DbTransaction BeginDeferred() => Begin(File.Connection.BeginTransaction(IsolationLevel.Serializable, deferred: true));

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException("A file is one database.");

    public void Runs(FileCommand command) => _running.Add(command);

    public void Ended(FileCommand command) => _running.Remove(command);

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => Begin(File.Connection.BeginTransaction(isolationLevel));

    protected override DbCommand CreateDbCommand() => new FileCommand(this);

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_gone)
        {
            _gone = true;
            Close();
            files.Forget();
        }

        base.Dispose(disposing);
    }

    private FileTransaction Begin(SqliteTransaction transaction) => _transaction = new FileTransaction(this, transaction);
}
