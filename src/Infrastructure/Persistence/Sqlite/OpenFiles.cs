using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TitanTrakr.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Connections that stay open between two borrowers, with their statements and their part of the file in memory. Each connection that EF Core
/// makes is put here, and its context given a <see cref="FileConnection"/> that borrows one while it is open: the one that was used last.
/// </summary>
internal sealed class OpenFiles(string address) : DbConnectionInterceptor, IDisposable
{
    // Reading keeps a thread, so that there are seldom more at once; each may hold two megabytes of the file.
    private const int MostOpen = 8;

    private readonly Lock _lock = new();
    private readonly Stack<OpenFile> _open = [], _closed = [];

    public override DbConnection ConnectionCreated(ConnectionCreatedEventData eventData, DbConnection result)
    {
        // To see whether there is a file, EF Core opens it in another way.
        if (result is not SqliteConnection made || made.ConnectionString != address)
        {
            return result;
        }

        lock (_lock)
        {
            _closed.Push(new OpenFile(made));
        }

        return new FileConnection(this, made);
    }

    /// <summary>Lends one, opened. There are as many as may ask.</summary>
    public OpenFile Take()
    {
        OpenFile? file;
        lock (_lock)
        {
            if (_open.TryPop(out file))
            {
                return file;
            }

            file = _closed.Pop();
        }

        try
        {
            file.Open();
            return file;
        }
        catch
        {
            Put(_closed, file);
            throw;
        }
    }

    public void GiveBack(OpenFile file)
    {
        lock (_lock)
        {
            if (!file.Failed && _open.Count < MostOpen)
            {
                _open.Push(file);
                return;
            }
        }

        try
        {
            file.Close();
        }
        finally
        {
            Put(_closed, file);
        }
    }

    /// <summary>One who might have asked is gone.</summary>
    public void Forget()
    {
        OpenFile? file;
        lock (_lock)
        {
            if (!_closed.TryPop(out file))
            {
                _open.TryPop(out file);
            }
        }

        file?.Dispose();
    }

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var file in _open.Concat(_closed))
            {
                file.Dispose();
            }

            _open.Clear();
            _closed.Clear();
        }
    }

    private void Put(Stack<OpenFile> stack, OpenFile file)
    {
        lock (_lock)
        {
            stack.Push(file);
        }
    }
}
