using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Domain.History;

/// <summary>Marks: which records a set made when it was done, as history tells it now.</summary>
public static partial class Records
{
    /// <summary>
    /// Marks each set of an exercise with the records it set against the bests before the workout and the sets before it there, in
    /// whichever entry those stand.
    /// </summary>
    public static Workout Mark(Workout workout, string exerciseId)
    {
        var bests = workout.Exercises.FirstOrDefault(entry => entry.ExerciseId == exerciseId)?.Bests;
        return bests is null
            ? workout
            : workout with { Exercises = [.. workout.Exercises.Select(entry => entry.ExerciseId == exerciseId ? Marked(entry) : entry)] };

        WorkoutExercise Marked(WorkoutExercise entry)
        {
            (var sets, bests) = Records.Marked(bests, entry.Sets, entry.Measure, workout.Id, workout.StartedAt);
            return entry with { Sets = sets };
        }
    }

    /// <summary>Marks all sets of a workout.</summary>
    public static Workout MarkAll(Workout workout) =>
        workout.Exercises.Select(entry => entry.ExerciseId).Distinct().ToList().Aggregate(workout, Mark);

    /// <summary>A session with the marks it has after what stands before it, and the bests after it.</summary>
    public static (Session Session, IReadOnlyList<PersonalRecord> Bests) Marked(IReadOnlyList<PersonalRecord> bests, Session session)
    {
        var (sets, after) = Marked(bests, session.Sets, session.Measure, session.WorkoutId, session.StartedAt);
        var same = sets.Zip(session.Sets).All(pair => ReferenceEquals(pair.First, pair.Second));
        return (same ? session : session with { Sets = sets }, AfterAll(after, session));
    }

    /// <summary>The workout with the marks that its session of an exercise has.</summary>
    public static Workout WithMarksOf(Workout workout, string exerciseId, Session session)
    {
        var marks = session.Sets.ToDictionary(set => set.Id, set => set.Records);
        var sets = workout.Exercises.Where(entry => entry.ExerciseId == exerciseId).SelectMany(entry => entry.Sets);
        return sets.All(set => set.Records.SequenceEqual(marks[set.Id]))
            ? workout
            : workout with
            {
                Exercises =
                [
                    .. workout.Exercises.Select(entry => entry.ExerciseId == exerciseId
                        ? entry with { Sets = [.. entry.Sets.Select(set => set with { Records = marks[set.Id] })] }
                        : entry),
                ],
            };
    }

    /// <summary>The workout without marks: out of history there is nothing to measure it by.</summary>
    public static Workout Unmarked(Workout workout) => workout with { Exercises = [.. workout.Exercises.Select(Unmarked)] };

    /// <summary>The entry without marks.</summary>
    public static WorkoutExercise Unmarked(WorkoutExercise entry) =>
        entry with { Sets = [.. entry.Sets.Select(set => set.Records.Count == 0 ? set : set with { Records = [] })] };

    /// <summary>Whether a stretch of history holds a record over what lies before it.</summary>
    public static bool Adds(IReadOnlyList<PersonalRecord> earlier, IReadOnlyList<PersonalRecord> later) => later.Any(record => Beats(earlier, record));

    private static (IReadOnlyList<WorkoutSet> Sets, IReadOnlyList<PersonalRecord> Bests) Marked(
        IReadOnlyList<PersonalRecord> bests, IReadOnlyList<WorkoutSet> sets, Exercises.Measure measure, Guid workoutId, DateTimeOffset startedAt)
    {
        var marked = new List<WorkoutSet>(sets.Count);
        foreach (var set in sets)
        {
            var made = Made(bests, set, measure, workoutId, startedAt);
            bests = Merge(bests, made);
            RecordKind[] kinds = [.. made.Select(record => record.Kind)];
            marked.Add(set.Records.SequenceEqual(kinds) ? set : set with { Records = kinds });
        }

        return (marked, bests);
    }
}
