using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Application.Exercises;
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
        var documents = Task.Run(() => StoredJson.Prepare(typeof(Workout), typeof(ExerciseRecords), typeof(PreferenceList), typeof(SetLogged)), cancellationToken);
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
        var services = scope.ServiceProvider;
        var (db, writes) = (services.GetRequiredService<TitanDbContext>(), services.GetRequiredService<PendingWrites>());
        using var turn = await services.GetRequiredService<WriterGate>().Enter(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var nobody = Guid.CreateVersion7();
        await StreamLock.Take(db, nobody, null, nobody, [ProjectionKeys.CurrentWorkout], cancellationToken);
        writes.Add("INSERT INTO streams (account_id, head, active) VALUES ({0}, {1}, {2})", nobody, 0L, true);
        writes.Add(
            "INSERT INTO projections (account_id, key, data, updated_at) VALUES ({0}, {1}, {2}, {3})",
            nobody, ProjectionKeys.CurrentWorkout, new Json("{}"), DateTimeOffset.UtcNow);
        await writes.Send(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.RollbackAsync(cancellationToken);
    }
}
