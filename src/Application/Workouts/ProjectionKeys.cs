namespace TitanTrakr.Application.Workouts;

/// <summary>The keys of an account's documents.</summary>
public static class ProjectionKeys
{
    /// <summary>The workout that runs, or ran last.</summary>
    public const string CurrentWorkout = "current_workout";

    /// <summary>A workout taken out of history, as it comes back when restored.</summary>
    public static string DeletedWorkout(Guid workoutId) => "deleted_workout:" + workoutId;

    /// <summary>How the account does its exercises, all in one document.</summary>
    public const string ExercisePreferences = "exercise_preferences";

    /// <summary>The account's templates, all in one document.</summary>
    public const string Templates = "templates";

    /// <summary>The latest sessions of an exercise.</summary>
    public static string ExerciseHistory(string exerciseId) => "exercise_history:" + exerciseId;

    /// <summary>The records of an exercise.</summary>
    public static string PersonalRecords(string exerciseId) => "personal_records:" + exerciseId;
}
