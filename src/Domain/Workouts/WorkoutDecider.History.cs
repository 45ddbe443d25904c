using TitanTrakr.Domain.Shared;
using Decision = TitanTrakr.Domain.Shared.Result<System.Collections.Generic.IReadOnlyList<TitanTrakr.Domain.Workouts.WorkoutEvent>>;

namespace TitanTrakr.Domain.Workouts;

/// <summary>Decisions on workouts that are past.</summary>
public static partial class WorkoutDecider
{
    /// <summary>Takes a whole workout into history.</summary>
    /// <param name="known">What stands under its id already, deleted or not.</param>
    /// <param name="recorded">The workout as it is to stand in the log.</param>
    public static Decision Record(Workout? known, WorkoutRecorded recorded)
    {
        var entries = recorded.Exercises;
        return known is not null ? new IdTaken("workout")
            : recorded.CompletedAt < recorded.StartedAt ? EndsBeforeItStarts()
            : entries.Count > MostExercises ? new WorkoutFull("exercises", MostExercises)
            : entries.Any(entry => entry.Sets.Count > MostSets) ? new WorkoutFull("sets of one exercise", MostSets)
            : Twice(entries.Select(entry => entry.EntryId)) ? new IdTaken("exercise")
            : Twice(entries.SelectMany(entry => entry.Sets).Select(set => set.SetId)) ? new IdTaken("set")
            : Fault(entries) is { } fault ? fault
            : Events(recorded);
    }

    /// <summary>Takes a completed workout out of history.</summary>
    public static Decision Delete(Workout? workout) => workout switch
    {
        { Status: WorkoutStatus.Completed } => Events(new WorkoutDeleted(workout.Id)),
        _ => new NotFoundError("workout"),
    };

    /// <summary>Brings a deleted workout back; one that stands in history stays as it is.</summary>
    public static Decision Restore(Workout? workout) => workout switch
    {
        { Status: WorkoutStatus.Deleted } => Events(new WorkoutRestored(workout.Id)),
        { Status: WorkoutStatus.Completed } => Events(),
        _ => new NotFoundError("workout"),
    };

    /// <summary>Goes on with a completed workout where none is running.</summary>
    public static Decision Resume(Workout? workout, Workout? current) =>
        workout is not { Status: WorkoutStatus.Completed } ? (IsActive(workout) ? new WorkoutAlreadyActive() : new NotFoundError("workout"))
        : IsActive(current) ? new WorkoutAlreadyActive()
        : Events(new WorkoutResumed(workout.Id));

    /// <summary>Changes a completed workout's name, note, start or end; a time that is null stays as it is.</summary>
    public static Decision ChangePast(
        Workout? workout, Func<string?, string?> name, Func<string?, string?> note, DateTimeOffset? startedAt, DateTimeOffset? completedAt)
    {
        if (workout is not { Status: WorkoutStatus.Completed })
        {
            return new NotFoundError("workout");
        }

        var moved = new WorkoutMoved(workout.Id, startedAt ?? workout.StartedAt, completedAt ?? workout.CompletedAt!.Value);
        var described = new WorkoutDescribed(workout.Id, name(workout.Name), note(workout.Note));
        return moved.CompletedAt < moved.StartedAt
            ? EndsBeforeItStarts()
            : Events([
                .. moved.StartedAt == workout.StartedAt && moved.CompletedAt == workout.CompletedAt ? Array.Empty<WorkoutEvent>() : [moved],
                .. described.Name == workout.Name && described.Note == workout.Note ? Array.Empty<WorkoutEvent>() : [described]]);
    }

    private static ValidationError EndsBeforeItStarts() => ValidationError.Of("completedAt", "A workout doesn't end before it starts.");

    private static bool Twice(IEnumerable<Guid> ids) => ids.GroupBy(id => id).Any(same => same.Skip(1).Any());

    // Named by its place in what was sent.
    private static ValidationError? Fault(IReadOnlyList<RecordedExercise> entries) => entries
        .SelectMany((entry, i) => entry.Sets.Select((set, j) => (Where: $"exercises[{i}].sets[{j}].", Fault: SetShape.Fault(set.Values, entry.Measure))))
        .Where(found => found.Fault is not null)
        .Select(found => new ValidationError(found.Fault!.Members.ToDictionary(member => found.Where + member.Key, member => member.Value)))
        .FirstOrDefault();
}
