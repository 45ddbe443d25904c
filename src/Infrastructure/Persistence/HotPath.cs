using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Application.History;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>
/// What the first set that is logged would wait for: the model, a connection, the statements, the documents' JSON. Goes through them once
/// for an account that nobody has, and rolls back.
/// </summary>
public sealed class HotPath(IServiceScopeFactory scopes)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Warms it. A database that is away or slow isn't waited for: hosts start without.</summary>
    public async Task Warm(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        var documents = Task.Run(() => StoredJson.Prepare(typeof(Workout), typeof(ExerciseHistory), typeof(ExerciseRecords), typeof(LoggedSet), typeof(SetLogged)), cancellationToken);
        try
        {
            await Task.Run(() => Rehearse(limit.Token), limit.Token).WaitAsync(Patience, cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The first request will say what is wrong, to somebody who can be told.
        }

        await documents;
    }

    private async Task Rehearse(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TitanDbContext>();
        using var turn = await scope.ServiceProvider.GetRequiredService<WriterGate>().Enter(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var (nobody, now) = (Guid.CreateVersion7(), DateTimeOffset.UtcNow);
        await StreamLock.Take(db, nobody, null, nobody, [ProjectionKeys.CurrentWorkout], cancellationToken);
        db.Add(new StreamRow { AccountId = nobody, Active = true });
        db.Add(new CommandRow { AccountId = nobody, CommandId = nobody, Answer = "{}", RecordedAt = now });
        db.Add(new EventRow { EventId = nobody, AccountId = nobody, CommandId = nobody, Sequence = 1, Timestamp = now, EventType = "SetLogged", Payload = "{}", RecordedAt = now });
        var document = db.Add(new ProjectionRow { AccountId = nobody, Key = ProjectionKeys.CurrentWorkout, Data = "{}", UpdatedAt = now }).Entity;
        await db.SaveChangesAsync(cancellationToken);
        document.Data = "{\"version\":2}";
        await db.SaveChangesAsync(cancellationToken);
        await transaction.RollbackAsync(cancellationToken);
    }
}
