namespace TitanTrakr.Domain.Exchange.Sheets;

/// <summary>The columns of our own dialect, in the order they are written. Reading goes by name.</summary>
internal static class TitanColumns
{
    public const string WorkoutId = "workout_id", TemplateId = "template_id", WorkoutName = "workout_name", StartedAt = "started_at",
        CompletedAt = "completed_at", WorkoutNote = "workout_note", EntryId = "entry_id", ExerciseId = "exercise_id",
        ExerciseName = "exercise_name", Measure = "measure", Equipment = "equipment", PrimaryMuscle = "primary_muscle",
        SecondaryMuscles = "secondary_muscles", Aliases = "aliases", SupersetId = "superset_id", EntryNote = "entry_note",
        TargetSets = "target_sets", TargetRepsMin = "target_reps_min", TargetRepsMax = "target_reps_max", TargetLoad = "target_load",
        TargetLoadUnit = "target_load_unit", TargetRpe = "target_rpe", TargetRest = "target_rest_seconds",
        TargetDuration = "target_duration_seconds", TargetDistance = "target_distance", TargetDistanceUnit = "target_distance_unit",
        TargetNote = "target_note", TargetEach = "target_each_set", Suggested = "suggested_load", SuggestedUnit = "suggested_load_unit",
        SuggestedFrom = "suggested_from", SuggestedFromUnit = "suggested_from_unit", SuggestedWhy = "suggested_why", Skipped = "skipped",
        Previous = "previous_sets", SetId = "set_id",
        SetNumber = "set_number", SetKind = "set_kind", Load = "load", LoadUnit = "load_unit", Reps = "reps", Rpe = "rpe", Side = "side",
        Duration = "duration_seconds", Distance = "distance", DistanceUnit = "distance_unit", SetNote = "set_note", LoggedAt = "logged_at";

    public static IReadOnlyList<string> All { get; } =
    [
        WorkoutId, TemplateId, WorkoutName, StartedAt, CompletedAt, WorkoutNote, EntryId, ExerciseId, ExerciseName, Measure, Equipment,
        PrimaryMuscle, SecondaryMuscles, Aliases, SupersetId, EntryNote, TargetSets, TargetRepsMin, TargetRepsMax, TargetLoad, TargetLoadUnit,
        TargetRpe, TargetRest, TargetDuration, TargetDistance, TargetDistanceUnit, TargetNote, TargetEach, Suggested, SuggestedUnit,
        SuggestedFrom, SuggestedFromUnit, SuggestedWhy, Skipped, Previous, SetId, SetNumber, SetKind, Load, LoadUnit, Reps, Rpe, Side, Duration, Distance, DistanceUnit, SetNote, LoggedAt,
    ];
}
