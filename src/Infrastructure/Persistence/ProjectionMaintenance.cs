using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Exchange;
using TitanTrakr.Application.Exercises;
using TitanTrakr.Application.History;
using TitanTrakr.Application.Templates;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Exchange;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Templates;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>What a rebuild or verification went through.</summary>
/// <param name="Differences">Where a stored projection isn't what its events fold to; ids and keys only.</param>
public sealed record MaintenanceReport(int Accounts, long Events, IReadOnlyList<string> Differences);

/// <summary>Folds every account's events again, to compare the projections or to replace them. One account at a time, under its lock.</summary>
public sealed class ProjectionMaintenance(IServiceScopeFactory scopes)
{
    private const int Batch = 1000;

    // Talk that is open is kept beside the projections, but no event makes it.
    private const string NotFolded = "voice:";

    /// <summary>Replaces all projections.</summary>
    public Task<MaintenanceReport> Rebuild(CancellationToken cancellationToken) => ForEach(Replace, cancellationToken);

    /// <summary>Compares all projections; changes nothing.</summary>
    public Task<MaintenanceReport> Verify(CancellationToken cancellationToken) => ForEach(Compare, cancellationToken);

    private async Task<MaintenanceReport> ForEach(
        Func<TitanDbContext, Guid, ReplayStore, CancellationToken, Task<IReadOnlyList<string>>> handle, CancellationToken cancellationToken)
    {
        var (accounts, events, differences) = (0, 0L, new List<string>());
        foreach (var accountId in await Accounts(cancellationToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TitanDbContext>();
            using var turn = await scope.ServiceProvider.GetRequiredService<WriterGate>().Enter(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await StreamLock.Take(db, accountId, null, Guid.Empty, [], cancellationToken) is null)
            {
                continue;
            }

            var (store, count) = await Fold(scope.ServiceProvider.GetRequiredService<IEventStore>(), accountId, cancellationToken);
            differences.AddRange(await handle(db, accountId, store, cancellationToken));
            await transaction.CommitAsync(cancellationToken);
            (accounts, events) = (accounts + 1, events + count);
        }

        return new MaintenanceReport(accounts, events, differences);
    }

    private async Task<List<Guid>> Accounts(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TitanDbContext>();
        return await db.Streams.Where(stream => stream.Active).Select(stream => stream.AccountId).Order().ToListAsync(cancellationToken);
    }

    private static async Task<(ReplayStore Store, long Count)> Fold(IEventStore events, Guid accountId, CancellationToken cancellationToken)
    {
        var store = new ReplayStore();
        var workouts = new WorkoutProjector(store, store, new ExerciseLog(store, store));
        var exercises = new ExerciseProjector(store, store);
        var preferences = new ExercisePreferencesProjector(store);
        var templates = new TemplateProjector(store);
        var imports = new ImportProjector(store);
        var (after, count) = (0L, 0L);
        while (await events.Read(accountId, after, Batch, cancellationToken) is { Count: > 0 } batch)
        {
            foreach (var recorded in batch)
            {
                switch (recorded.Event)
                {
                    case WorkoutEvent:
                        await workouts.Apply(recorded, cancellationToken);
                        break;
                    case ExerciseEvent:
                        await exercises.Apply(recorded, cancellationToken);
                        break;
                    case ExercisePreferencesChanged:
                        await preferences.Apply(recorded, cancellationToken);
                        break;
                    case TemplateEvent:
                        await templates.Apply(recorded, cancellationToken);
                        break;
                    case ImportEvent:
                        await imports.Apply(recorded, cancellationToken);
                        break;
                }
            }

            (after, count) = (batch[^1].Sequence, count + batch.Count);
        }

        return (store, count);
    }

    private static async Task<IReadOnlyList<string>> Compare(
        TitanDbContext db, Guid accountId, ReplayStore store, CancellationToken cancellationToken)
    {
        var documents = await db.Projections.AsNoTracking()
            .Where(row => row.AccountId == accountId && !row.Key.StartsWith(NotFolded)).ToDictionaryAsync(row => row.Key, row => row.Data, cancellationToken);
        var workouts = await db.Workouts.AsNoTracking()
            .Where(row => row.AccountId == accountId).ToDictionaryAsync(row => "workout:" + row.Id, row => row.Data, cancellationToken);
        var exercises = await db.Exercises.AsNoTracking()
            .Where(row => row.AccountId == accountId).ToDictionaryAsync(row => "exercise:" + row.Id, row => row.Data, cancellationToken);
        return [.. Differences(documents, store.Documents)
            .Concat(Differences(workouts, store.Workouts.ToDictionary(workout => "workout:" + workout.Id, StoredJson.Write)))
            .Concat(Differences(exercises, store.Exercises.ToDictionary(own => "exercise:" + own.Exercise.Id, own => StoredJson.Write(own.Exercise))))
            .Select(key => $"{accountId} {key}")];
    }

    private static IEnumerable<string> Differences(Dictionary<string, string> stored, IReadOnlyDictionary<string, string> folded) =>
        stored.Keys.Union(folded.Keys).Order(StringComparer.Ordinal)
            .Where(key => !(stored.TryGetValue(key, out var is1) && folded.TryGetValue(key, out var should)
                && (is1 == should || JsonNode.DeepEquals(JsonNode.Parse(is1), JsonNode.Parse(should)))));

    private static async Task<IReadOnlyList<string>> Replace(
        TitanDbContext db, Guid accountId, ReplayStore store, CancellationToken cancellationToken)
    {
        await db.Projections.Where(row => row.AccountId == accountId && !row.Key.StartsWith(NotFolded)).ExecuteDeleteAsync(cancellationToken);
        await db.WorkoutExercises.Where(row => row.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
        await db.Workouts.Where(row => row.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
        await db.Exercises.Where(row => row.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
        var completed = new CompletedWorkouts(db);
        var own = new ExerciseStore(db);
        var documents = new Projections(db, TimeProvider.System);
        foreach (var workout in store.Workouts)
        {
            completed.Store(accountId, workout);
        }

        foreach (var (exercise, archived) in store.Exercises)
        {
            own.Store(accountId, exercise, archived);
        }

        foreach (var (key, json) in store.Documents)
        {
            documents.Store(accountId, key, JsonNode.Parse(json));
        }

        await completed.Flush(cancellationToken);
        await own.Flush(cancellationToken);
        await documents.Flush(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return [];
    }
}
