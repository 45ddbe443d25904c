using System.Text.Json;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Domain.Tests.Workouts;

/// <summary>One workout that commands are tried on, the way the application does it: decide, then fold what was decided.</summary>
internal sealed class Gym
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 18, 0, 0, TimeSpan.Zero);

    private static readonly Exercise[] Exercises =
        [.. new[] { "squat", "bench-press", "deadlift", "pull-up", "plank" }.Select(id => ExerciseLibrary.Find(id)!)];

    private int _ids;

    public Workout? Workout { get; private set; }

    public Workout Now => Workout!;

    public static Exercise Squat => Exercises[0];

    public static Exercise Bench => Exercises[1];

    public static Exercise Plank => Exercises[4];

    /// <summary>A workout that has just begun.</summary>
    public static Gym Begun()
    {
        var gym = new Gym();
        gym.Do(workout => WorkoutDecider.Start(workout, gym.NewId(), "Push day", Monday)).ShouldBeNull();
        return gym;
    }

    public static SetValues Values(decimal load = 100, int reps = 5, SetKind kind = SetKind.Working) =>
        new(new Load(load, WeightUnit.Kg), new Reps(reps), null, kind, null, new SetDuration(30), null, null);

    public Guid NewId() => new(++_ids, 0, 0, new byte[8]);

    /// <summary>Decides and folds as one command; the refusal, if it was refused.</summary>
    public Error? Do(Func<Workout?, Result<IReadOnlyList<WorkoutEvent>>> decide)
    {
        var decision = decide(Workout);
        var command = NewId();
        foreach (var happened in decision.Value ?? [])
        {
            Workout = WorkoutFold.Evolve(Workout, happened, command);
        }

        return decision.Error;
    }

    public Error? Log(Exercise exercise, decimal load = 100, int reps = 5) =>
        Do(workout => WorkoutDecider.LogSet(workout, exercise.Id, exercise, NewId(), NewId(), Values(load, reps), Monday));

    public Error? Undo() => Do(workout => WorkoutDecider.Undo(workout));

    public Error? Redo() => Do(WorkoutDecider.Redo);

    /// <summary>A command that a number stands for: what it does is chosen by its lowest digits, what it does it to by the others.</summary>
    public Error? Try(int number)
    {
        var (kind, pick) = (number % 13, number / 13);
        var exercise = Exercises[pick % Exercises.Length];
        return kind switch
        {
            0 or 1 => Log(exercise, 40 + (pick % 100), 1 + (pick % 12)),
            2 => Do(workout => WorkoutDecider.LogSet(workout, null, null, NewId(), NewId(), Values(60, 1 + (pick % 12)), Monday)),
            3 => Do(workout => WorkoutDecider.AddExercise(workout, NewId(), exercise, null, null)),
            4 => Do(workout => WorkoutDecider.CorrectSet(workout, Set(pick), null, NewId(), values => values with { Reps = new Reps(1 + (pick % 20)) })),
            5 => Do(workout => WorkoutDecider.CorrectSet(workout, Set(pick), exercise, NewId(), values => values)),
            6 => Do(workout => WorkoutDecider.RemoveSet(workout, Set(pick))),
            7 => Do(workout => WorkoutDecider.RemoveExercise(workout, Entry(pick))),
            8 => Do(workout => WorkoutDecider.Describe(workout, name => name, _ => pick % 3 == 0 ? null : $"Note {pick}")),
            9 => Do(workout => WorkoutDecider.Complete(workout, Monday.AddMinutes(pick % 90))),
            10 => Do(workout => WorkoutDecider.Focus(workout, NewId(), exercise)),
            _ => Rearrange(number),
        };
    }

    /// <summary>Only what must not cost a set: order, supersets, swaps, skips and notes.</summary>
    public Error? Rearrange(int number)
    {
        var (kind, pick) = (number / 7 % 6, number / 42);
        return kind switch
        {
            0 => Do(workout => WorkoutDecider.Reorder(workout, Shuffled(pick))),
            1 => Do(workout => WorkoutDecider.MakeSuperset(workout, NewId(), [.. new[] { Entry(pick), Entry(pick + 1) }.Distinct()], [])),
            2 => Do(workout => WorkoutDecider.BreakSuperset(workout, Now.Exercises.Select(entry => entry.SupersetId).FirstOrDefault() ?? Guid.Empty)),
            3 => Do(workout => WorkoutDecider.ReplaceExercise(workout, Entry(pick), Exercises[pick % Exercises.Length])),
            4 => Do(workout => WorkoutDecider.DescribeExercise(workout, Entry(pick), superset => superset, note => note, pick % 2 == 0)),
            _ => Do(workout => WorkoutDecider.DescribeExercise(workout, Entry(pick), _ => null, _ => $"Note {pick}", null)),
        };
    }

    /// <summary>Everything that is shown of the workout, without what only counts or remembers.</summary>
    public string Picture() => JsonSerializer.Serialize(Now with { Version = 0, Undo = [], Redo = [] });

    public IReadOnlyList<Guid> SetIds() => [.. Now.Exercises.SelectMany(entry => entry.Sets).Select(set => set.Id).Order()];

    private Guid Entry(int pick) => Now.Exercises.Count == 0 ? Guid.Empty : Now.Exercises[pick % Now.Exercises.Count].Id;

    private Guid Set(int pick) => SetIds() is { Count: > 0 } ids ? ids[pick % ids.Count] : Guid.Empty;

    private IReadOnlyList<Guid> Shuffled(int seed) => [.. Now.Exercises.Select(entry => entry.Id).OrderBy(id => HashCode.Combine(id, seed)).ThenBy(id => id)];
}
