using TitanTrakr.Domain.History;

namespace TitanTrakr.Domain.Workouts;

/// <summary>Folds events into a workout, and keeps what would take the latest commands back.</summary>
public static class WorkoutFold
{
    /// <summary>How many commands can be taken back.</summary>
    public const int UndoDepth = 20;

    /// <summary>The workout after one more event.</summary>
    /// <param name="workout">Before it; null only for <see cref="WorkoutStarted"/> and <see cref="WorkoutRecorded"/>.</param>
    /// <param name="event">What happened.</param>
    /// <param name="commandId">The command it came from: its events are taken back together.</param>
    /// <exception cref="InvalidOperationException">The log holds an event of a workout that never started.</exception>
    public static Workout Evolve(Workout? workout, WorkoutEvent @event, Guid commandId)
    {
        if (@event is WorkoutStarted started)
        {
            return Push(Start(started), [new WorkoutDiscarded(started.WorkoutId)], commandId) with { Redo = [] };
        }

        if (@event is WorkoutRecorded recorded)
        {
            return Push(Record(recorded), [new WorkoutDeleted(recorded.WorkoutId)], commandId);
        }

        if (workout is null)
        {
            throw new InvalidOperationException($"{@event.GetType().Name} came before the workout started.");
        }

        var inverse = WorkoutInverse.Of(workout, @event);
        return Remember(Apply(workout, @event), @event, inverse, commandId) with { Version = workout.Version + 1 };
    }

    private static Workout Start(WorkoutStarted started) => new(
        started.WorkoutId, WorkoutStatus.Active, started.Name, started.TemplateId, started.StartedAt, null, null, 1, null, [], [], []);

    private static Workout Record(WorkoutRecorded e) => new(
        e.WorkoutId, WorkoutStatus.Completed, e.Name, e.TemplateId, e.StartedAt, e.CompletedAt, e.Note, 1, null, [.. e.Exercises.Select(Entry)], [], []);

    private static WorkoutExercise Entry(RecordedExercise e) => new(
        e.EntryId, e.ExerciseId, e.Name, e.Measure, e.SupersetId, e.Note, e.Target, e.Previous ?? [], [],
        [.. e.Sets.Select(set => new WorkoutSet(set.SetId, set.Values, set.LoggedAt, []))], e.Suggestion, e.Skipped);

    private static Workout Apply(Workout workout, WorkoutEvent @event) => @event switch
    {
        WorkoutStarted or WorkoutRecorded => workout,
        WorkoutDescribed e => workout with { Name = e.Name, Note = e.Note },
        WorkoutCompleted e => workout with { Status = WorkoutStatus.Completed, CompletedAt = e.CompletedAt },
        WorkoutDiscarded => workout with { Status = WorkoutStatus.Discarded },
        WorkoutResumed => Records.MarkAll(workout with { Status = WorkoutStatus.Active, CompletedAt = null }),
        WorkoutDeleted => workout with { Status = WorkoutStatus.Deleted },
        WorkoutMoved e => workout with { StartedAt = e.StartedAt, CompletedAt = e.CompletedAt },
        WorkoutRestored => workout with { Status = WorkoutStatus.Completed },
        ExerciseAdded e => Insert(workout, NewEntry(e), e.Position),
        ExerciseRestored e => Records.Mark(Insert(workout, e.Entry, e.Position), e.Entry.ExerciseId),
        ExerciseReplaced e => ChangeEntry(workout, e.EntryId, entry => entry with
        {
            ExerciseId = e.ExerciseId,
            Name = e.Name,
            Measure = e.Measure,
            Target = e.Target,
            Suggestion = e.Suggestion,
            Formerly = e.Formerly,
        }),
        ExerciseRemoved e => Remove(workout, e.EntryId),
        ExerciseDescribed e => ChangeEntry(workout, e.EntryId, entry => entry with { SupersetId = e.SupersetId, Note = e.Note }),
        ExerciseSkipped e => ChangeEntry(workout, e.EntryId, entry => entry with { Skipped = e.Skipped ? true : null }),
        ExercisesReordered e => Reorder(workout, e),
        FocusMoved e => workout with { FocusEntryId = e.EntryId },
        SetLogged e => PutSet(workout, e.EntryId, new WorkoutSet(e.SetId, e.Values, e.LoggedAt, []), e.Position) with { FocusEntryId = e.EntryId },
        SetCorrected e => Correct(workout, e),
        SetRemoved e => ChangeEntry(workout, e.EntryId, entry => entry with { Sets = [.. entry.Sets.Where(set => set.Id != e.SetId)] }),
        CommandUndone or CommandRedone => workout,
    };

    private static WorkoutExercise NewEntry(ExerciseAdded e) =>
        new(e.EntryId, e.ExerciseId, e.Name, e.Measure, e.SupersetId, null, e.Target, [], [], [], e.Suggestion);

    private static Workout Insert(Workout workout, WorkoutExercise entry, int? position)
    {
        var entries = workout.Exercises.ToList();
        entries.Insert(Math.Clamp(position ?? entries.Count, 0, entries.Count), entry);
        return workout with { Exercises = entries, FocusEntryId = entry.Id };
    }

    private static Workout Remove(Workout workout, Guid entryId)
    {
        WorkoutExercise[] left = [.. workout.Exercises.Where(entry => entry.Id != entryId)];
        var focus = workout.FocusEntryId == entryId ? left.LastOrDefault()?.Id : workout.FocusEntryId;
        var without = workout with { Exercises = left, FocusEntryId = focus };
        return workout.Exercises.FirstOrDefault(entry => entry.Id == entryId) is { } gone ? Records.Mark(without, gone.ExerciseId) : without;
    }

    // Where the same exercise stands twice, its sets now come in another order.
    private static Workout Reorder(Workout workout, ExercisesReordered e)
    {
        var reordered = workout with { Exercises = [.. e.EntryIds.Select(id => workout.Exercises.First(entry => entry.Id == id))] };
        return reordered.Exercises.GroupBy(entry => entry.ExerciseId).Where(same => same.Skip(1).Any()).Select(same => same.Key)
            .Aggregate(reordered, Records.Mark);
    }

    private static Workout Correct(Workout workout, SetCorrected e)
    {
        var from = workout.Exercises.First(entry => entry.Sets.Any(set => set.Id == e.SetId));
        var index = from.Sets.ToList().FindIndex(set => set.Id == e.SetId);
        var corrected = from.Sets[index] with { Values = e.Values };
        var without = ChangeEntry(workout, from.Id, entry => entry with { Sets = [.. entry.Sets.Where(set => set.Id != e.SetId)] });
        return PutSet(without, e.EntryId, corrected, e.Position ?? (from.Id == e.EntryId ? index : null));
    }

    private static Workout PutSet(Workout workout, Guid entryId, WorkoutSet set, int? position) => ChangeEntry(workout, entryId, entry =>
    {
        var sets = entry.Sets.ToList();
        sets.Insert(Math.Clamp(position ?? sets.Count, 0, sets.Count), set);
        return entry with { Sets = sets };
    });

    private static Workout ChangeEntry(Workout workout, Guid entryId, Func<WorkoutExercise, WorkoutExercise> change)
    {
        if (workout.Exercises.FirstOrDefault(entry => entry.Id == entryId) is not { } was)
        {
            return workout;
        }

        var now = change(was);
        var marked = Records.Mark(
            workout with { Exercises = [.. workout.Exercises.Select(entry => entry.Id == entryId ? now : entry)] }, now.ExerciseId);
        return now.ExerciseId == was.ExerciseId ? marked : Records.Mark(marked, was.ExerciseId);
    }

    private static Workout Remember(Workout workout, WorkoutEvent @event, IReadOnlyList<WorkoutEvent> inverse, Guid commandId) => @event switch
    {
        CommandUndone e => workout with
        {
            Undo = [.. workout.Undo.SkipLast(1)],
            Redo = [.. workout.Redo, new Compensation(e.UndoneCommandId, [])],
            TakingBack = e.EventCount,
        },
        CommandRedone e => workout with
        {
            Redo = [.. workout.Redo.SkipLast(1)],
            Undo = [.. workout.Undo, new Compensation(commandId, [])],
            PuttingBack = e.EventCount,
        },
        _ when workout.TakingBack > 0 => workout with { Redo = Prepend(workout.Redo, inverse), TakingBack = workout.TakingBack - 1 },
        _ when workout.PuttingBack > 0 => workout with { Undo = Prepend(workout.Undo, inverse), PuttingBack = workout.PuttingBack - 1 },
        _ => Push(workout, inverse, commandId) with { Redo = [] },
    };

    private static Workout Push(Workout workout, IReadOnlyList<WorkoutEvent> inverse, Guid commandId) =>
        workout.Undo.Count > 0 && workout.Undo[^1].CommandId == commandId
            ? workout with { Undo = Prepend(workout.Undo, inverse) }
            : workout with { Undo = [.. workout.Undo.TakeLast(UndoDepth - 1), new Compensation(commandId, inverse)] };

    // The last thing done is the first to take back.
    private static IReadOnlyList<Compensation> Prepend(IReadOnlyList<Compensation> stack, IReadOnlyList<WorkoutEvent> inverse) =>
        [.. stack.SkipLast(1), stack[^1] with { Events = [.. inverse, .. stack[^1].Events] }];
}
