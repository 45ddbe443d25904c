using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Core.Benchmarks;

/// <summary>The workout that everything here is done to.</summary>
internal static class Bench
{
    private static readonly DateTimeOffset Start = new(2026, 6, 1, 10, 0, 0, TimeSpan.Zero);

    /// <summary>A set as most are.</summary>
    public static SetValues Values { get; } = new(new Load(82.5m, WeightUnit.Kg), new Reps(8), null, SetKind.Working, null, null, null, null);

    /// <summary>So many exercises of so many sets each, still running.</summary>
    public static Workout Workout(int exercises, int sets)
    {
        var workout = WorkoutFold.Evolve(null, new WorkoutStarted(Guid.CreateVersion7(), "Push", null, Start), Guid.CreateVersion7());
        foreach (var exercise in ExerciseLibrary.All.Where(exercise => exercise.Measure == Measure.LoadReps).Take(exercises))
        {
            for (var number = 0; number < sets; number++)
            {
                var decided = WorkoutDecider.LogSet(
                    workout, exercise.Id, exercise, Guid.CreateVersion7(), Guid.CreateVersion7(), Values, Start.AddMinutes(number));
                var commandId = Guid.CreateVersion7();
                workout = decided.Value!.Aggregate(workout, (state, happened) => WorkoutFold.Evolve(state, happened, commandId));
            }
        }

        return workout;
    }
}
