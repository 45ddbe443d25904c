using TitanTrakr.Application.Common;
using TitanTrakr.Application.Exercises;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Exchange;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Exchange;

/// <summary>
/// Takes completed workouts from elsewhere into the account under the id of an import: those already here are skipped, and all of it can be
/// taken back. Knows nothing of files: whoever has workouts and exercises can use it, inside a running unit of work.
/// </summary>
internal sealed class WorkoutIntake(
    ArrivalChecker checker,
    WorkoutRecorder recorder,
    WorkoutSession session,
    IProjections projections,
    IWorkoutIndex index,
    IExerciseStore own,
    IEventStore events,
    ExerciseProjector exercises,
    ImportProjector imports,
    BelongingsIntake belongings,
    CommandScope scope)
{
    /// <summary>What taking them in would do; reads only.</summary>
    public Task<ArrivalCheck> Check(Arrivals arrivals, CancellationToken cancellationToken) => checker.Check(arrivals.Workouts, cancellationToken);

    /// <summary>What would come along with them; reads only.</summary>
    public Task<Belongings> Along(Arrivals arrivals, CancellationToken cancellationToken) => belongings.New(arrivals.Along, cancellationToken);

    /// <summary>Takes in what is new; where nothing is, nothing is written.</summary>
    public async Task<Result<Intake>> TakeIn(Arrivals arrivals, CancellationToken cancellationToken)
    {
        var (check, along) = (await Check(arrivals, cancellationToken), await Along(arrivals, cancellationToken));
        if (check.New.Count == 0 && along.IsNone)
        {
            return new Intake(check, along, null);
        }

        var needed = Needed(arrivals, check, along);
        if (needed.Count > 0 && (await own.Own(scope.AccountId, cancellationToken)).Count + needed.Count > Exercise.MostOwn)
        {
            return new TooManyExercises();
        }

        var made = await Make(needed, cancellationToken);
        var recorded = await recorder.Record([.. check.New.Select(workout => workout.Recorded with { ImportId = arrivals.ImportId })], cancellationToken);
        if (!recorded.IsOk)
        {
            return recorded.Error;
        }

        await belongings.TakeIn(along, cancellationToken);
        var identities = check.New.Select(workout => new ImportedIdentity(workout.Identity, workout.Recorded.WorkoutId)).ToList();
        var sets = check.New.Sum(workout => workout.Recorded.Exercises.Sum(entry => entry.Sets.Count));
        return new Intake(check, along, await Append(
            new ImportRecorded(
                arrivals.ImportId, arrivals.Origin, arrivals.Header, identities, sets, made, arrivals.LeftOut,
                along.Templates.Count == 0 ? null : [.. along.Templates.Select(template => template.Id)],
                along.BodyWeights.Count == 0 ? null : [.. along.BodyWeights.Select(weight => weight.Id)]),
            cancellationToken));
    }

    /// <summary>Takes the whole import out again, with the exercises that nothing else holds.</summary>
    public async Task<Result<ImportSummary>> TakeBack(Guid importId, CancellationToken cancellationToken)
    {
        if (await projections.Load<ImportDocument>(scope.AccountId, ImportKeys.One(importId), cancellationToken) is not { } import)
        {
            return new NotFoundError("import");
        }

        if (import.Undone)
        {
            return new NothingToUndo("undo: this import was taken back before");
        }

        var there = await StillThere(import, cancellationToken);
        var deleted = await recorder.Delete(there, cancellationToken);
        if (!deleted.IsOk)
        {
            return deleted.Error;
        }

        await belongings.TakeBack(import, cancellationToken);
        await Archive(import, there, cancellationToken);
        return await Append(new ImportUndone(importId), cancellationToken);
    }

    private static List<Exercise> Needed(Arrivals arrivals, ArrivalCheck check, Belongings along)
    {
        var used = check.New.SelectMany(workout => workout.Recorded.Exercises).Select(entry => entry.ExerciseId)
            .Concat(along.Templates.SelectMany(template => template.Exercises).Select(planned => planned.ExerciseId)).ToHashSet(StringComparer.Ordinal);
        return [.. arrivals.NewExercises.Where(exercise => used.Contains(exercise.Id))];
    }

    private async Task<List<string>> Make(List<Exercise> made, CancellationToken cancellationToken)
    {
        foreach (var e in made)
        {
            var created = new ExerciseEvent.ExerciseCreated(e.Id, e.Name, e.Aliases, e.Equipment, e.PrimaryMuscle, e.SecondaryMuscles, e.Measure);
            await exercises.Apply(events.Append([created], session.At)[0], cancellationToken);
        }

        return [.. made.Select(exercise => exercise.Id)];
    }

    // What one deleted by hand since, or goes on with, is not the import's any more.
    private async Task<List<Guid>> StillThere(ImportDocument import, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. import.Workouts.Select(workout => workout.WorkoutId)];
        await session.Prefetch(ids, cancellationToken);
        var there = new List<Guid>(ids.Length);
        foreach (var id in ids)
        {
            if (await session.Known(id, cancellationToken) is { Status: WorkoutStatus.Completed })
            {
                there.Add(id);
            }
        }

        return there;
    }

    private async Task Archive(ImportDocument import, List<Guid> workoutIds, CancellationToken cancellationToken)
    {
        var used = await index.UsedElsewhere(scope.AccountId, import.ExerciseIds, workoutIds, cancellationToken);
        var running = (await session.Latest(cancellationToken))?.Exercises.Select(entry => entry.ExerciseId) ?? [];
        foreach (var id in import.ExerciseIds.Except(used).Except(running))
        {
            if (await own.Find(scope.AccountId, id, cancellationToken) is not null)
            {
                await exercises.Apply(events.Append([new ExerciseEvent.ExerciseArchived(id)], session.At)[0], cancellationToken);
            }
        }
    }

    private Task<ImportSummary> Append(ImportEvent happened, CancellationToken cancellationToken) =>
        imports.Apply(events.Append([happened], session.At)[0], cancellationToken);
}
