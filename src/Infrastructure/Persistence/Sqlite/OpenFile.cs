using Microsoft.Data.Sqlite;

namespace TitanTrakr.Infrastructure.Persistence.Sqlite;

/// <summary>A connection to the file with the statements that were prepared on it. One borrower at a time.</summary>
internal sealed class OpenFile(SqliteConnection connection) : IDisposable
{
    // WAL so that readers don't wait; synchronous=FULL because NORMAL syncs nothing before it answers; secure_delete so that what was deleted
    // doesn't stay readable in the file.
    private const string Pragmas =
        "PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;";

    // What an import or an export sends once in a while isn't worth keeping.
    private const int Longest = 4000, Most = 60;

    private readonly Dictionary<string, SqliteCommand> _prepared = [];

    public SqliteConnection Connection => connection;

    public bool IsOpen { get; private set; }

    /// <summary>Something went wrong on it that may not be over: it is closed instead of kept.</summary>
    public bool Failed { get; set; }

    public void Open()
    {
        connection.Open();
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }
        catch
        {
            connection.Close();
            throw;
        }

        (IsOpen, Failed) = (true, false);
    }

    /// <summary>The command of this text: whoever takes it has it alone until it comes back.</summary>
    public SqliteCommand Take(string text) => _prepared.Remove(text, out var command) ? command : new SqliteCommand(text, connection);

    public void GiveBack(SqliteCommand command)
    {
        command.Parameters.Clear();
        command.Transaction = null;
        if (command.CommandText.Length > Longest || !_prepared.TryAdd(command.CommandText, command))
        {
            command.Dispose();
        }

        if (_prepared.Count > Most)
        {
            Forget();
        }
    }

    public void Close()
    {
        Forget();
        IsOpen = false;
        connection.Close();
    }

    public void Dispose()
    {
        Close();
        connection.Dispose();
    }

    private void Forget()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        _prepared.Clear();
    }
}
