using TitanTrakr.Domain.Exercises;

namespace TitanTrakr.Domain.Workouts;

/// <summary>Shows the entries of one exercise as another, as one merged into it.</summary>
public static class Relabelling
{
    /// <summary>The workout with every entry of one exercise as another's; the same workout where it has none.</summary>
    /// <param name="name">What the other is called.</param>
    public static Workout Of(Workout workout, string exerciseId, string intoId, string name, Measure measure) =>
        workout.Exercises.All(entry => entry.ExerciseId != exerciseId)
            ? workout
            : workout with
            {
                Version = workout.Version + 1,
                Exercises =
                [
                    .. workout.Exercises.Select(entry => entry.ExerciseId == exerciseId
                        ? entry with { ExerciseId = intoId, Name = name, Measure = measure }
                        : entry),
                ],
            };
}
