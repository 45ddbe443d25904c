using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore.Storage;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>Text that is stored as JSON.</summary>
internal sealed record Json(string Text);

/// <summary>
/// Statements that wait to be sent together: what every command writes (events, documents, the answer, the head) goes in one round trip,
/// the commit with it, and isn't tracked row by row. What only some write is tracked and saved before.
/// </summary>
internal sealed class PendingWrites(TitanDbContext db)
{
    // Bounds how much of an import is bound to one command.
    private const int Most = 200;

    private readonly List<Statement> _writes = [];

    /// <summary>Adds a statement whose parameters are {0}, {1} and so on.</summary>
    public void Add(string sql, params object[] values) => _writes.Add(new(sql, values));

    public void Clear() => _writes.Clear();

    /// <summary>Sends what waits.</summary>
    public async Task Send(CancellationToken cancellationToken)
    {
        await Send(keep: 0, cancellationToken);
        Clear();
    }

    /// <summary>
    /// Sends what waits and commits, in the same round trip where the database allows. Once the commit is sent its outcome must be heard:
    /// giving up there would answer "failed" to what may be kept.
    /// </summary>
    public async Task Commit(IDbContextTransaction transaction, CancellationToken cancellationToken)
    {
        if (db is SqliteTitanDbContext)
        {
            await Send(cancellationToken);
            await transaction.CommitAsync(CancellationToken.None);
            return;
        }

        await Send(keep: Most, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        // The transaction sees that it has ended when it is let go of.
        Add("COMMIT");
        await Statements.Run(db, Text(_writes), Values(_writes), CancellationToken.None);
        Clear();
    }

    private async Task Send(int keep, CancellationToken cancellationToken)
    {
        while (_writes.Count > keep)
        {
            var next = _writes.GetRange(0, Math.Min(Most, _writes.Count));
            await Statements.Run(db, Text(next), Values(next), cancellationToken);
            _writes.RemoveRange(0, next.Count);
        }
    }

    private string Text(List<Statement> writes)
    {
        var (text, at) = (new StringBuilder(), 0);
        foreach (var (sql, values) in writes)
        {
            var first = at;
            text.AppendFormat(CultureInfo.InvariantCulture, sql, [.. values.Select((value, index) => Parameter(value, first + index))]).Append(';');
            at += values.Length;
        }

        return text.ToString();
    }

    private string Parameter(object value, int number) => value is Json && db is PostgresTitanDbContext ? $"{{{number}}}::jsonb" : $"{{{number}}}";

    private object[] Values(List<Statement> writes) => [.. writes.SelectMany(write => write.Values).Select(Value)];

    private object Value(object value) => value switch
    {
        Json json => StoredText.Demand(json.Text),
        string text => StoredText.Demand(text),
        DateTimeOffset time => Times.Parameter(db, time),
        _ => value,
    };

    private sealed record Statement(string Sql, object[] Values);
}
