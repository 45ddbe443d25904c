using TitanTrakr.Application.Workouts;

namespace TitanTrakr.Application.Common.Json.ByHand;

/// <summary>A logged set and the workout it is in, as they are sent.</summary>
internal static class AnswerJson
{
    public static void Write(MemberWriter to, LoggedSet logged)
    {
        to.Object("set"u8, logged.Set, Write);
        to.Object("workout"u8, logged.Workout, Write);
        SetJson.Write(to, logged.Records);
    }

    public static void Write(MemberWriter to, WorkoutView workout)
    {
        to.Id("id"u8, workout.Id);
        to.Text("name"u8, workout.Name);
        to.Id("templateId"u8, workout.TemplateId);
        to.Time("startedAt"u8, workout.StartedAt);
        to.Time("completedAt"u8, workout.CompletedAt);
        to.Text("note"u8, workout.Note);
        to.Number("version"u8, workout.Version);
        to.List("exercises"u8, workout.Exercises, Write);
        to.Object("totals"u8, workout.Totals, Write);
        to.Id("nextEntryId"u8, workout.NextEntryId);
    }

    private static void Write(MemberWriter to, EntryView entry)
    {
        to.Id("id"u8, entry.Id);
        to.Text("exerciseId"u8, entry.ExerciseId);
        to.Text("name"u8, entry.Name);
        to.Word("measure"u8, Words.Measures, (int)entry.Measure);
        to.Id("supersetId"u8, entry.SupersetId);
        to.Text("note"u8, entry.Note);
        to.Object("target"u8, entry.Target, SetJson.Write);
        to.List("previous"u8, entry.Previous, SetJson.Write);
        to.List("sets"u8, entry.Sets, Write);
        to.Object("suggestion"u8, entry.Suggestion, SetJson.Write);
        to.Flag("skipped"u8, entry.Skipped);
    }

    private static void Write(MemberWriter to, SetView set)
    {
        to.Id("id"u8, set.Id);
        to.Number("number"u8, set.Number);
        to.Word("kind"u8, Words.Kinds, (int)set.Kind);
        to.Object("load"u8, set.Load, SetJson.Write);
        to.Number("reps"u8, set.Reps?.Value);
        to.Number("rpe"u8, set.Rpe?.Value);
        to.Word("side"u8, Words.Sides, (int?)set.Side);
        to.Number("durationSeconds"u8, set.DurationSeconds?.Seconds);
        to.Object("distance"u8, set.Distance, SetJson.Write);
        to.Text("note"u8, set.Note);
        to.Time("loggedAt"u8, set.LoggedAt);
        SetJson.Write(to, set.Records);
    }

    private static void Write(MemberWriter to, WorkoutTotals totals)
    {
        to.Number("sets"u8, totals.Sets);
        to.Number("reps"u8, totals.Reps);
        to.Number("volumeKg"u8, totals.VolumeKg);
        to.Number("durationSeconds"u8, totals.DurationSeconds);
    }
}
