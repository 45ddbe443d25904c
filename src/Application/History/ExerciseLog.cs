using TitanTrakr.Application.Common;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.History;

/// <summary>The latest sessions of one exercise, newest first.</summary>
public sealed record ExerciseHistory(string ExerciseId, IReadOnlyList<ExerciseSession> Sessions)
{
    /// <summary>How many sessions the document keeps; older ones are in the completed workouts.</summary>
    public const int Bound = 20;

    /// <summary>The last session before a workout: of the same template where there is one, else of any.</summary>
    public ExerciseSession? Last(Guid? templateId, Guid workoutId)
    {
        var others = Sessions.Where(session => session.WorkoutId != workoutId);
        return (templateId is null ? null : others.FirstOrDefault(session => session.TemplateId == templateId)) ?? others.FirstOrDefault();
    }
}

/// <summary>One exercise in one completed workout.</summary>
/// <param name="TemplateId">What the workout was started from, if it was.</param>
public sealed record ExerciseSession(Guid WorkoutId, DateTimeOffset StartedAt, IReadOnlyList<SetValues> Sets, Guid? TemplateId = null);

/// <summary>Records of one exercise: of completed workouts, and with the running one added.</summary>
/// <param name="LastSessionAt">When the newest completed workout counted in began: a newer one is simply added.</param>
public sealed record ExerciseRecords(
    string ExerciseId, DateTimeOffset? LastSessionAt, IReadOnlyList<PersonalRecord> Completed, IReadOnlyList<PersonalRecord> Records)
{
    /// <summary>No set yet.</summary>
    public static ExerciseRecords None(string exerciseId) => new(exerciseId, null, [], []);
}

/// <summary>
/// Keeps <c>exercise_history</c> and <c>personal_records</c>. A set of the running workout costs the same however long the past is;
/// only what changes the past (correcting, resuming, backdating) folds that exercise's completed workouts again.
/// </summary>
public sealed class ExerciseLog(IProjections projections, ICompletedWorkouts completed)
{
    /// <summary>Last session's sets and the records before a workout; the last session of the same template goes before others.</summary>
    public async Task<(IReadOnlyList<SetValues> Previous, IReadOnlyList<PersonalRecord> Bests)> Before(
        Guid accountId, string exerciseId, Workout workout, CancellationToken cancellationToken)
    {
        var history = await projections.Load<ExerciseHistory>(accountId, ProjectionKeys.ExerciseHistory(exerciseId), cancellationToken);
        var records = await projections.Load<ExerciseRecords>(accountId, ProjectionKeys.PersonalRecords(exerciseId), cancellationToken);
        return (history?.Last(workout.TemplateId, workout.Id)?.Sets ?? [], records?.Completed ?? []);
    }

    /// <summary>Brings the documents of the exercises an event touched up to date.</summary>
    public async Task Follow(Guid accountId, WorkoutEvent @event, Workout? before, Workout after, CancellationToken cancellationToken)
    {
        var finished = before?.Status == WorkoutStatus.Active && after.Status == WorkoutStatus.Completed;
        var past = !finished && (before?.Status == WorkoutStatus.Completed || after.Status == WorkoutStatus.Completed);
        foreach (var exerciseId in Touched(@event, before, after))
        {
            await (finished ? Finish(accountId, exerciseId, after, cancellationToken)
                : past ? Refold(accountId, exerciseId, after, cancellationToken)
                : Run(accountId, exerciseId, after, cancellationToken));
        }
    }

    // Only the exercise of the set or entry at hand; all of them where the whole workout came or went.
    private static IReadOnlyList<string> Touched(WorkoutEvent @event, Workout? before, Workout after)
    {
        Guid? setId = @event switch { SetLogged e => e.SetId, SetCorrected e => e.SetId, SetRemoved e => e.SetId, _ => null };
        Guid? entryId = @event switch
        {
            ExerciseReplaced e => e.EntryId,
            ExerciseRemoved e => e.EntryId,
            ExerciseRestored e => e.Entry.Id,
            _ => null,
        };
        var whole = @event is WorkoutCompleted or WorkoutDiscarded or WorkoutResumed or WorkoutRecorded or WorkoutDeleted or WorkoutRestored;
        return [.. Entries(before).Concat(after.Exercises)
            .Where(entry => whole || entry.Id == entryId || (setId is not null && entry.Sets.Any(set => set.Id == setId)))
            .Select(entry => entry.ExerciseId).Distinct().Order(StringComparer.Ordinal)];
    }

    private static IReadOnlyList<WorkoutExercise> Entries(Workout? workout) => workout?.Exercises ?? [];

    private async Task Run(Guid accountId, string exerciseId, Workout workout, CancellationToken cancellationToken)
    {
        var key = ProjectionKeys.PersonalRecords(exerciseId);
        var records = await projections.Load<ExerciseRecords>(accountId, key, cancellationToken) ?? ExerciseRecords.None(exerciseId);
        var running = workout.Status == WorkoutStatus.Active ? Records.After(records.Completed, workout, exerciseId) : records.Completed;
        projections.Store(accountId, key, records with { Records = running });
    }

    private async Task Finish(Guid accountId, string exerciseId, Workout workout, CancellationToken cancellationToken)
    {
        var key = ProjectionKeys.PersonalRecords(exerciseId);
        var records = await projections.Load<ExerciseRecords>(accountId, key, cancellationToken) ?? ExerciseRecords.None(exerciseId);
        if (records.LastSessionAt >= workout.StartedAt)
        {
            await Refold(accountId, exerciseId, workout, cancellationToken);
            return;
        }

        var bests = Records.After(records.Completed, workout, exerciseId);
        projections.Store(accountId, key, new ExerciseRecords(exerciseId, workout.StartedAt, bests, bests));
        var historyKey = ProjectionKeys.ExerciseHistory(exerciseId);
        var history = await projections.Load<ExerciseHistory>(accountId, historyKey, cancellationToken);
        projections.Store(accountId, historyKey, new ExerciseHistory(
            exerciseId, [.. SessionOf(workout, exerciseId), .. (history?.Sessions ?? []).Take(ExerciseHistory.Bound - 1)]));
    }

    private async Task Refold(Guid accountId, string exerciseId, Workout changed, CancellationToken cancellationToken)
    {
        var workouts = await Past(accountId, exerciseId, changed, cancellationToken);
        IReadOnlyList<PersonalRecord> bests = [];
        foreach (var workout in workouts)
        {
            bests = Records.After(bests, workout, exerciseId);
        }

        var running = await projections.Load<Workout>(accountId, ProjectionKeys.CurrentWorkout, cancellationToken);
        var current = running is { Status: WorkoutStatus.Active } ? Records.After(bests, running, exerciseId) : bests;
        projections.Store(accountId, ProjectionKeys.PersonalRecords(exerciseId), new ExerciseRecords(
            exerciseId, workouts.Count == 0 ? null : workouts[^1].StartedAt, bests, current));
        projections.Store(accountId, ProjectionKeys.ExerciseHistory(exerciseId), new ExerciseHistory(
            exerciseId, [.. Enumerable.Reverse(workouts).SelectMany(workout => SessionOf(workout, exerciseId)).Take(ExerciseHistory.Bound)]));
    }

    // Oldest first; the workout at hand as it is now, not as the database still has it.
    private async Task<IReadOnlyList<Workout>> Past(Guid accountId, string exerciseId, Workout changed, CancellationToken cancellationToken)
    {
        var stored = await completed.Page(
            accountId, new HistoryFilter(null, null, exerciseId, null, null, int.MaxValue), cancellationToken);
        return [.. stored.Where(workout => workout.Id != changed.Id)
            .Concat(changed.Status == WorkoutStatus.Completed && Has(changed, exerciseId) ? [changed] : [])
            .OrderBy(workout => workout.StartedAt).ThenBy(workout => workout.Id)];
    }

    private static bool Has(Workout workout, string exerciseId) => workout.Exercises.Any(entry => entry.ExerciseId == exerciseId);

    private static IEnumerable<ExerciseSession> SessionOf(Workout workout, string exerciseId)
    {
        SetValues[] sets = [.. workout.Exercises.Where(entry => entry.ExerciseId == exerciseId).SelectMany(entry => entry.Sets).Select(set => set.Values)];
        return sets.Length == 0 ? [] : [new ExerciseSession(workout.Id, workout.StartedAt, sets, workout.TemplateId)];
    }
}
